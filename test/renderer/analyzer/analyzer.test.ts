// What the analyzer makes of a letter for the eye: marks, identities, sentences, and what the lab saw of it.

import { describe, expect, test } from 'vitest';

import { emptyState, type MessageState } from '../../../contract/fold/state.ts';
import { readClaimedLetter } from '../../../mail/analysis/claimed-letter.ts';
import { FINDINGS, type FindingCode } from '../../../mail/analysis/finding.ts';
import { claimedIdentities } from '../../../renderer/analyzer/claimed-identities.ts';
import { EXAMPLES } from '../../../renderer/analyzer/examples.ts';
import { hopMarks } from '../../../renderer/analyzer/hop-marks.ts';
import { labLetterOf } from '../../../renderer/analyzer/lab-letter.ts';
import { quote } from '../../../renderer/analyzer/quote.ts';
import { readTold, sayResult } from '../../../renderer/analyzer/read-results.ts';
import { findingsEn } from '../../../renderer/text/en-findings.ts';
import { TOPOLOGY } from '../store/events.ts';

const BANK = readClaimedLetter(EXAMPLES[0]?.letter ?? '');

test('every finding has its words, and none is said as if it were known', () => {
  const words: Record<string, string> = findingsEn;
  for (const code of Object.keys(FINDINGS) as FindingCode[]) {
    for (const part of ['', '.why', '.honest']) expect(words[`finding.${code}${part}`], code).toBeDefined();
  }
  expect(Object.values(words).filter((text) => /\b(?:forged|fake|spam|fraud|liar)\b/i.test(text))).toEqual([]);
});

describe('marks', () => {
  const received = (by: string) => `Received: from a by ${by}; Mon, 5 Jan 2026 09:00:00 +0000\n`;

  test('one a server, wherever it comes again, and none that a host of the lab has', () => {
    const { hops } = readClaimedLetter(
      ['in.b.example', 'x1.example', 'y.example', 'x1.example'].map(received).join(''),
    );
    const [lab, ...others] = hopMarks(hops, TOPOLOGY);
    expect(lab).toMatchObject({
      name: 'in.b.example',
      label: TOPOLOGY.hosts.find(({ name }) => name === 'in.b.example')?.label,
    });
    expect(others.map(({ label }) => label)).toEqual(['X1', 'Y', 'X1']);
    expect(others[0]).toEqual(others[2]);
    expect(new Set([lab, ...others].map((one) => one?.colour)).size).toBe(3);
  });

  test('an address and nothing at all have one, too; a ninth server has that of strangers', () => {
    const names = ['[192.0.2.1]', '(nobody)', ...Array.from({ length: 9 }, (_one, at) => `h${at}.example`)];
    const { hops } = readClaimedLetter(names.map(received).join(''));
    const marks = hopMarks(hops, undefined);
    expect(marks).toHaveLength(11);
    expect(marks[0]?.short).toBe('[192.0.2.1]');
    expect(marks.filter(({ colour }) => colour === 'unknown').length).toBeGreaterThan(0);
  });
});

test('identities are those that the last trusted server saw, then the letter’s own', () => {
  const named = (trusted: number) => claimedIdentities(BANK, trusted).map(({ name }) => name);
  expect(named(2).slice(0, 4)).toEqual(['peer', 'reverse', 'helo', 'rcptTo']);
  expect(named(0)[0]).toBe('from');
});

test('a stranger’s words are made visible and cut', () => {
  expect(quote('a\x1b[2Jb\u200e')).toBe('a^[[2Jb<U+200E>');
  expect(quote('x'.repeat(500)).length).toBeLessThan(130);
  expect(quote('=?UTF-8?Q?caf=C3=A9?=')).toBe('café');
});

describe('results', () => {
  const read = (name: string, value: string) => {
    const told = readTold({ name, value }, true);
    return told && [told.title, ...told.results.map(sayResult)];
  };

  test.each([
    [
      'Authentication-Results',
      'mx.example; spf=fail smtp.mailfrom=a@b.example; dkim=policy reason="too short"',
      [
        'mx.example says, and you trust it',
        'SPF fail: b.example says that this machine may not send for it.',
        'dkim: policy (too short)',
      ],
    ],
    [
      'Authentication-Results',
      'dkim=none',
      ['A server that gives no name says, and you trust it', 'DKIM none: nobody signed.'],
    ],
    [
      'Received-SPF',
      'Pass (mx.example: domain of a@b.example designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1',
      ['mx.example says, and you trust it', 'SPF pass: b.example allows the machine that brought it.'],
    ],
    [
      'ARC-Seal',
      'i=2; a=rsa-sha256; cv=pass; d=list.example; b=x',
      ['Seal 2, of list.example', 'It found all seals below it whole.'],
    ],
    [
      'ARC-Authentication-Results',
      'i=1; list.example; dmarc=none',
      ['Seal 1, of list.example, says', 'DMARC none: the domain has no policy.'],
    ],
    ['Subject', 'pass', undefined],
  ])('%s: %s', (name, value, said) => expect(read(name, value)).toEqual(said));

  test('every method with every result has a sentence', () => {
    const results = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'constructor'];
    const said = ['spf', 'dkim', 'dmarc', 'arc', 'cv', 'constructor'].flatMap((method) =>
      results.map((result) => sayResult({ method, result, properties: [] })),
    );
    expect(said.every((one) => one.length > 5)).toBe(true);
  });
});

describe('a letter that the lab knows', () => {
  const field = (name: string, raw: string, standing: 'witnessed' | 'claimed') => ({
    name,
    raw,
    standing,
    host: 'mx',
    by: 1,
  });
  const message = {
    fields: {
      f1: field('Received', 'Received: from a\r\n\tby b; x\r\n', 'witnessed'),
      f2: field('Message-ID', 'Message-ID: <1@a>\r\n', 'claimed'),
    },
  } as unknown as MessageState;
  const lab = { ...emptyState(), messages: { 'm1.1': message } };
  const find = (text: string) => labLetterOf(readClaimedLetter(text).fields, lab);

  test('each field as the lab saw it, whatever the line ends', () => {
    const seen = find('Received: from a\n\tby b; x\nMessage-ID: <1@a>\nSubject: new\n');
    expect(seen?.id).toBe('m1.1');
    expect(seen?.fields.map((one) => one?.standing)).toEqual(['witnessed', 'claimed', undefined]);
  });

  test('another letter is none of the lab’s', () => expect(find('Message-ID: <2@a>\n')).toBeUndefined());
});
