// A letter as it comes in, in pieces, with a size announced that may be right, wrong or a lie; and a large one on its
// way through two hops, where it lies in memory no longer than it must.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { SMTP_LIMITS } from '../../engine/limits.ts';
import { LetterBuffer } from '../../engine/smtp/letter-buffer.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

const LARGE = SMTP_LIMITS.believedOctets;
const LIMIT = 4 * LARGE;

/** Each filled with something else, so that one in the wrong place shows. */
const piecesOf = (lengths: readonly number[]): Buffer[] =>
  lengths.map((length, at) => Buffer.alloc(length, `piece ${at}`));

test('the letter is what came, whatever was announced', () => {
  const lengths = fc.array(fc.constantFrom(1, LARGE / 2, LARGE), { maxLength: 8 });
  fc.assert(
    fc.property(lengths, fc.option(fc.nat(LIMIT + LARGE), { nil: undefined }), (some, announced) => {
      const pieces = piecesOf(some);
      const letter = new LetterBuffer(LIMIT, announced);
      for (const piece of pieces) letter.add(piece);
      const whole = Buffer.concat(pieces);
      expect(letter.octets).toBe(whole.length);
      const taken = letter.take();
      if (whole.length > LIMIT) expect(taken).toBeUndefined();
      else expect(taken?.equals(whole)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a large letter comes through every hop as it was', async () => {
  const line = `${'0123456789abcdef'.repeat(4)}\r\n`;
  const body = `.${line.repeat(Math.ceil((2 * LARGE) / line.length))}.\r\n`;
  const lab = await TestLab.open();
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await telnet.ask('EHLO visitor.example');
  await telnet.ask(`MAIL FROM:<a@visitor.example> SIZE=${body.length}`);
  await telnet.ask('RCPT TO:<bob@harbor.example>');
  await telnet.ask('DATA');
  telnet.type(`Subject: large\r\n\r\n${body.replaceAll(/^\./gm, '..')}.\r\n`);
  expect(await telnet.reply()).toMatch(/^250 /);
  await telnet.close();
  await lab.lab.settled();
  const [letter = ''] = await lab.mailbox('bob@harbor.example');
  expect(letter.endsWith(`Subject: large\r\n\r\n${body}`)).toBe(true);
  await lab.close();
});
