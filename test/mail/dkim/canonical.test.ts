// Canonical forms against those of mailauth, which is by others, and the examples of RFC 6376 section 3.4.

import { createHash, createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { dkimKey } from '../../../engine/policy/dkim/keys.ts';
import { signLetter } from '../../../engine/policy/dkim/mailauth.ts';
import { fromByteString } from '../../../mail/bytes.ts';
import { canonicalBody, canonicalField } from '../../../mail/dkim/canonical.ts';
import { parseSignature, signedHeader } from '../../../mail/dkim/signature.ts';
import { splitMessage } from '../../../mail/fields.ts';
import { Message } from '../../../mail/message.ts';

test('the examples of RFC 6376 section 3.4.5', () => {
  expect(canonicalField('A: X\r\n', 'relaxed')).toBe('a:X\r\n');
  expect(canonicalField('B : Y\t\r\n\tZ  \r\n', 'relaxed')).toBe('b:Y Z\r\n');
  expect(canonicalField('B : Y\t\r\n\tZ  \r\n', 'simple')).toBe('B : Y\t\r\n\tZ  \r\n');
  const body = ' C \r\nD \t E\r\n\r\n\r\n';
  expect(canonicalBody(body, 'relaxed')).toBe(' C\r\nD E\r\n');
  expect(canonicalBody(body, 'simple')).toBe(' C \r\nD \t E\r\n');
  expect([canonicalBody('', 'relaxed'), canonicalBody('', 'simple')]).toEqual(['', '\r\n']);
});

const piece = fc.constantFrom('a', 'word', ' ', '\t', '  ', '\r\n', '\r\n\r\n', '\xe4', '.', ' \r\n');
const bodies = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const KEY = { domain: 'a.example', selector: 's', algorithm: 'ed25519-sha256' as const };
const { privateKey } = dkimKey(1, KEY.domain, KEY.selector, KEY.algorithm);

test.each(['simple', 'relaxed'] as const)('%s: the hash of any body is mailauth’s', async (how) => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const letter = new Message(fromByteString(`From: a@a.example\r\n\r\n${body}`));
      const [raw = ''] = await signLetter(letter, [{ ...KEY, privateKey, canonicalization: `relaxed/${how}` }], 0);
      const [field] = splitMessage(raw).fields;
      const ours = createHash('sha256')
        .update(fromByteString(canonicalBody(body, how)))
        .digest('base64');
      expect(parseSignature(field?.value ?? '')?.bodyHash).toBe(ours);
    }),
    { numRuns: 200 },
  );
});

test.each(['simple', 'relaxed'] as const)(
  '%s: what is signed of a header is what the signature was made over',
  async (how) => {
    const letter =
      'From:  Alice <a@a.example>\r\nSubject: one\r\n\t two \r\nSubject: below\r\nX-Other: no\r\n\r\nHi.\r\n';
    const signing = { ...KEY, privateKey, canonicalization: `${how}/relaxed` };
    const message = new Message(fromByteString(letter));
    const [raw = ''] = await signLetter(message, [signing], 0);
    const { fields } = splitMessage(`${raw}${letter}`);
    const [own] = fields;
    const signature = parseSignature(own?.value ?? '');
    if (!own || !signature) throw new Error('there is no signature');
    expect(signature.signed).toEqual(['subject', 'subject', 'from']);
    const signed = createHash('sha256')
      .update(fromByteString(signedHeader(fields, own, signature)))
      .digest();
    const value = /; b=([^;]*)/.exec(own.value)?.[1] ?? '';
    expect(verify(undefined, signed, createPublicKey(privateKey), Buffer.from(value, 'base64'))).toBe(true);
  },
);

test('a long run of spaces takes no longer than it is long', () => {
  const body = `${' '.repeat(200_000)}x${'\r\n'.repeat(200_000)}`;
  expect(canonicalBody(body, 'relaxed')).toBe(' x\r\n');
});
