// The pieces under the corpus: names of a house, kinds of addresses, dates as people's programs write them, who wrote which
// field, where trust ends, what letters a file holds.

import { describe, expect, test } from 'vitest';

import { addressKind } from '../../../mail/analysis/address-kind.ts';
import { findingsOf } from '../../../mail/analysis/checks/index.ts';
import { readClaimedLetter } from '../../../mail/analysis/claimed-letter.ts';
import { lettersIn } from '../../../mail/analysis/letters-in.ts';
import { isLocalName, organisationOf } from '../../../mail/analysis/organisation.ts';
import { canHaveGiven } from '../../../mail/analysis/software.ts';
import { defaultTrust, fieldBelow } from '../../../mail/analysis/trust.ts';
import { readDate } from '../../../mail/analysis/written-date.ts';
import { EXAMPLES } from '../../../renderer/analyzer/examples.ts';

test.each([
  ['mx1.harbor.example', 'harbor.example'],
  ['Mail.Shop.CO.UK.', 'shop.co.uk'],
  ['example', undefined],
  ['[192.0.2.1]', undefined],
  ['exch-01.corp.local', undefined],
  [undefined, undefined],
])('%s is of %s', (name, organisation) => expect(organisationOf(name)).toBe(organisation));

test('names of a house say nothing outside it', () => {
  expect(['localhost', 'printer.home.arpa', 'a.internal', '10.0.0.1'].every(isLocalName)).toBe(true);
  expect(isLocalName('mx.example.org')).toBe(false);
});

test.each([
  ['198.51.100.7', 'public'],
  ['10.1.2.3', 'private'],
  ['fe80::1%eth0', 'private'],
  ['::ffff:192.168.0.9', 'private'],
  ['127.0.0.9', 'loopback'],
  ['::1', 'loopback'],
  ['300.1.2.3', 'impossible'],
  ['255.255.255.255', 'impossible'],
])('%s is %s', (address, kind) => expect(addressKind(address)).toBe(kind));

const AT_MS = Date.UTC(2026, 0, 5, 8, 0, 5);

test.each([
  ['Mon, 5 Jan 2026 09:00:05 +0100', {}],
  ['lun. 5 janv. 2026 09:00:05 +0100', { isLocalized: true }],
  ['Mo, 5. Jan 2026 09:00:05 +0100', { isLocalized: true }],
  ['lunes, 5 de enero de 2026 09:00:05 +0100', { isLocalized: true }],
  ['Tue, 5 Jan 2026 09:00:05 +0100', { wrongWeekday: 'Tue' }],
  ['Tue, 6 Jan 2026 08:30:05 +2430', { isZoneImpossible: true }],
])('%s', (text, strange) => expect(readDate(text)).toMatchObject({ at_ms: AT_MS, ...strange }));

test.each(['', 'yesterday', '5 Foo 2026 09:00:05', '99 janv. 2026 09:00:05 +0100'])('“%s” is no date', (text) =>
  expect(readDate(text)).toBeUndefined(),
);

test.each([
  ['Postfix', '9DFE921C010', true],
  ['Postfix', '4Tq0gJ1Bcvz9sWq', true],
  ['Postfix', 'KX-2291', false],
  ['Exim', '1abcde-000001-AB', true],
  ['Exim', '1tBq7X-00000009xkT-2Fvr', true],
  ['Exim', '9DFE921C010', false],
  ['Sendmail', '626E7B2a004410', true],
  ['Exchange', '15.20.8511.17', true],
  ['qmail', 'anything', true],
] as const)('%s and the id %s', (software, id, can) => expect(canHaveGiven(software, id)).toBe(can));

describe('a letter with three hops', () => {
  const letter = readClaimedLetter(EXAMPLES[0]?.letter ?? '');

  test('fields belong to the hop that claims them, those of the author to nobody', () => {
    const writer = (name: string) => letter.writers[letter.fields.findIndex((field) => field.name === name)];
    expect([writer('Return-Path'), writer('Authentication-Results'), writer('From')]).toEqual([0, 1, undefined]);
  });

  test('trust ends where a stranger spoke, and moves', () => {
    expect(defaultTrust(letter)).toBe(2);
    const first = (trusted: number) => letter.fields[fieldBelow(letter, trusted)]?.raw.slice(0, 24);
    expect([0, 1, 2, 3, 4].map(first)).toEqual([
      'Return-Path: <office@her',
      'Authentication-Results: ',
      'Received: from vault.her',
      'From: "Heron Bank Securi',
      undefined,
    ]);
  });
});

test('a field that a milter put below its server’s stamp is that server’s', () => {
  const { writers } = readClaimedLetter(
    'Received: from a.example by mx.b.example; x\nAuthentication-Results: mx.b.example; none\nReceived: from c by a.example; x\n',
  );
  expect(writers).toEqual([0, 0, 1]);
});

test.each([
  ['date.unreadable', 'Date: soon\n'],
  ['field.long', `Subject: ${'x'.repeat(1000)}\n`],
  ['from.several', 'From: a@x.example, b@x.example\n'],
])('%s', (code, text) => {
  expect(findingsOf(readClaimedLetter(text), 0).map((one) => one.code)).toContain(code);
});

test.each([
  [
    'one machine under two domains',
    'from ab12cd.in.x.example (2001:db8::9) by y.x.example',
    'by ab12cd.x365.example',
    2,
  ],
  [
    'an address that it notes of itself',
    'from a.x.example (2001:db8::9) by y.x.example',
    'by b.z.example (2001:db8::9)',
    2,
  ],
  ['a stranger that says so', 'from ab12cd.w.example (w.example [192.0.2.1]) by y.x.example', 'by ab12cd.x.example', 1],
  ['a machine that names only itself', 'from 192.0.2.1 (EHLO out.w.example) by 10.0.0.7', 'by out.w.example', 1],
])('trust with %s', (_what, upper, lower, trusted) => {
  const received = [upper, lower].map((text) => `Received: ${text} with ESMTP id 1; Mon, 5 Jan 2026 09:00:00 +0000\n`);
  const letter = readClaimedLetter(received.join(''));
  expect(defaultTrust(letter)).toBe(trusted);
  expect(findingsOf(letter, trusted).map(({ code }) => code)).not.toContain('chain.broken');
});

test.each([
  'by a.example with SMTP id t5s Mon, 5 Jan 2026 09:00:05 +0100 (CET)',
  'by a.example id 7 2026-01-05 09:00:05.2 +0100 CET m=+1',
])('a date without its semicolon: %s', (value) =>
  expect(readClaimedLetter(`Received: ${value}\n`).hops[0]?.date).toMatchObject({ at_ms: AT_MS, isLocalized: false }),
);

test('a letter that its reader sent on as it was accuses nobody', () => {
  const resent =
    'Return-Path: <bob@y.example>\nResent-From: bob@y.example\nResent-Sender: bob@y.example\nFrom: a@x.example\n' +
    'Reply-To: a@z.example\nDate: Mon, 5 Jan 2026 09:00:05 +0100\nMessage-ID: <1@x.example>\n';
  const found = findingsOf(readClaimedLetter(resent), 0);
  expect(found.filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test('results of one’s own house are believed nowhere below the line, but at a hop of it nobody planted them', () => {
  const lines = [
    'Received: from lists.w.example (lists.w.example [192.0.2.1]) by mx.y.example; Mon, 5 Jan 2026 09:00:02 +0000',
    'Received: from mx.y.example (mx.y.example [192.0.2.2]) by lists.w.example; Mon, 5 Jan 2026 09:00:01 +0000',
    'Authentication-Results: mx.y.example; spf=pass',
    'Received: from a.z.example (a.z.example [192.0.2.3]) by mx.y.example; Mon, 5 Jan 2026 09:00:00 +0000',
    'Authentication-Results: mx.y.example; spf=pass',
    'From: a@z.example',
  ];
  const planted = (text: readonly string[]) =>
    findingsOf(readClaimedLetter(text.join('\n')), 1).flatMap(({ code }) => (code.startsWith('results') ? [code] : []));
  expect(planted(lines)).toEqual(['results.below', 'results.below']);
  const outside =
    'Received: from q.z.example (q.z.example [192.0.2.9]) by lists.w.example; Mon, 5 Jan 2026 09:00:01 +0000';
  expect(planted(lines.toSpliced(1, 3, outside))).toEqual(['results.planted']);
  // As programs do that copy the results of the letter which they answer.
  const copied = lines.toSpliced(1, 4, outside, 'authentication-results: mx.y.example; dkim=none header.d=none');
  expect(planted(copied)).toEqual(['results.below']);
});

describe('what was pasted', () => {
  test('blank lines, a byte order mark and an indent around a letter', () => {
    expect(lettersIn('\xef\xbb\xbf\n  \n    From: a\n    To: b\n      c\n')).toEqual(['From: a\nTo: b\n  c\n']);
  });

  test('the letters of a mailbox file, without their quoting', () => {
    const file =
      'From a Mon Jan  5 09:00:00 2026\nFrom: a\n\n>From here\nFrom there\n\nFrom b Tue Jan  6 09:00:00 2026\nFrom: b\n\n';
    expect(lettersIn(file)).toEqual(['From: a\r\n\r\nFrom here\r\nFrom there\r\n', 'From: b\r\n']);
  });

  test('a line that is no field ends nothing for a reader', () => {
    const { fields } = readClaimedLetter('From: a\nno field\nTo: b\n\nText: c\n');
    expect(fields.map(({ name }) => name)).toEqual(['From', '', 'To']);
  });
});
