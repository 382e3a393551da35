// Each thing people mistype is named, and what they type rightly isn't.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearMisses } from '../../../mail/smtp/slips.ts';
import { byteText } from '../arbitrary.ts';

test.each([
  ['MAIL FROM:a@b.test', ['missing-brackets']],
  ['MAIL FROM:a@b.test SIZE=5', ['missing-brackets']],
  ['MAIL FROM:<a@b.test', ['unclosed-bracket']],
  ['RCPT TO: <a@b.test>', ['space-before-path']],
  ['RCPT TO :<a@b.test>', ['space-before-colon']],
  ['MAIL FROM <a@b.test>', ['missing-colon']],
  ['MAIL <a@b.test>', ['missing-from>MAIL']],
  ['RCPT <a@b.test>', ['missing-to>RCPT']],
  ['RCPT', ['missing-to>RCPT']],
  ['MAIL TO:<a@b.test>', ['swapped-from-to>MAIL']],
  ['MAILFROM:<a@b.test>', ['missing-space>MAIL']],
  ['MAIL FROM:', ['missing-path']],
  ['RCPT TO:Bob <a@b.test>', ['display-name']],
  ['From: alice@campus.example', ['header-as-command']],
  ['Subject: hello', ['header-as-command']],
  ['Date: today', ['header-as-command']],
  ['HELLO there', ['near-verb>HELO']],
  ['EHOL x', ['near-verb>EHLO']],
  ['DTAA', ['near-verb>DATA']],
  ['STARTLS', ['near-verb>STARTTLS']],
  ['exit', ['near-verb>QUIT']],
  ['EHLO', ['missing-argument']],
  ['USER alice', ['other-protocol']],
  ['a1 LOGIN alice secret', ['other-protocol']],
  ['GET / HTTP/1.1', ['http-request']],
  ['EHLX\b\bLO x', ['backspace']],
  ['NOOP\x1b[A', ['escape-sequence']],
  ['\xff\xfb\x1f', ['telnet-negotiation', 'control-character', 'eight-bit']],
  ['NOOP\nNOOP', ['bare-lf']],
  [' NOOP', ['leading-space']],
])('%j', (line, codes) => {
  expect(nearMisses(line).map(({ code, meant }) => (meant === undefined ? code : `${code}>${meant}`))).toEqual(codes);
});

test.each([
  'EHLO a.test',
  'MAIL FROM:<>',
  'MAIL FROM:<a@b.test> SIZE=5',
  'RCPT TO:<a@b.test>',
  'DATA',
  'QUIT',
  'AUTH PLAIN x',
  'XYZZY',
])('%s has no slip', (line) => expect(nearMisses(line)).toEqual([]));

test('never throws', () => {
  fc.assert(fc.property(byteText('MAIL ', 'FROM', ':', '<', 'HELO', 'X-'), (line) => void nearMisses(line)));
});
