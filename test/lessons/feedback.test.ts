// Feedback beside every dialog: typed at a real server, as a table. Each mistake is named, points to an RFC, has its
// sentence, and what is typed rightly gets none.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { TalkProtocol } from '../../lessons/book/replies.ts';
import { feedbackOnLetter, foldFeedback, noFeedback } from '../../lessons/feedback.ts';
import { FEEDBACK_RFC } from '../../lessons/feedback-codes.ts';
import { lessonsEn } from '../../lessons/text/en.ts';
import { say } from '../../lessons/text/say.ts';
import { TestLab } from '../support/lab.ts';
import { WireTalk } from '../../play/wire-talk.ts';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open({ serial: false });
});
afterEach(() => lab.close());

/** What is said about the lines, in their order. */
async function codesFor(lines: readonly string[], protocol: TalkProtocol = 'smtp'): Promise<string[]> {
  const doors = { smtp: lab.door('mx1', 25), pop3: lab.door('mail', 110), imap: lab.door('mail', 143) };
  const talk = await WireTalk.open(doors[protocol], protocol);
  await talk.reply();
  for (const line of lines) await talk.say(line);
  await talk.close();
  await lab.lab.settled();
  const { items } = lab.events.reduce(foldFeedback, noFeedback);
  const found = Object.values(items).flat();
  for (const { key, params, rfc } of found) {
    expect(say(key, params)).not.toMatch(/\{\w+\}/);
    expect(rfc).toMatch(/^RFC \d+/);
  }
  return found.map((item) => item.code);
}

const HELO = 'HELO visitor.example';
const MAIL = 'MAIL FROM:<me@visitor.example>';
const RCPT = 'RCPT TO:<bob@harbor.example>';

describe('a mistake at a mailbox is named', () => {
  const USER = 'USER bob@harbor.example';
  const PASS = 'PASS builder';
  test.each<[string, string[], string[]]>([
    ['nothing wrong', [USER, PASS, 'STAT', 'LIST', 'UIDL', 'CAPA', 'NOOP', 'QUIT'], []],
    ['before the login', ['STAT'], ['pop3-log-in-first']],
    ['the password first', [PASS], ['pop3-pass-before-user']],
    [
      'a word of another protocol',
      ['HELO desk.harbor.example', 'a1 LOGIN bob builder'],
      Array(2).fill('pop3-other-protocol'),
    ],
    ['a word that means another', [USER, PASS, 'DELETE 1', 'RET 1'], ['pop3-near-verb', 'pop3-near-verb']],
    ['no number', [USER, PASS, 'RETR', 'TOP 1'], ['pop3-number-missing', 'pop3-lines-missing']],
    ['no such number', [USER, PASS, 'RETR 1'], ['pop3-no-such-number']],
    ['keys that send bytes', ['STAT\b\b'], ['backspace']],
  ])('POP3: %s', async (_name, lines, codes) => {
    expect(await codesFor(lines, 'pop3')).toEqual(codes);
  });

  const LOGIN = 'a1 LOGIN bob@harbor.example builder';
  test.each<[string, string[], string[]]>([
    ['nothing wrong', [LOGIN, 'a2 SELECT INBOX', 'a3 FETCH 1:* FLAGS', 'a4 UID SEARCH ALL', 'a5 LOGOUT'], []],
    ['no tag', ['CAPABILITY'], ['imap-tag-missing']],
    ['before the login', ['a1 SELECT INBOX'], ['imap-log-in-first']],
    ['no mailbox open', [LOGIN, 'a2 FETCH 1 FLAGS'], ['imap-select-first']],
    ['a word of another protocol', ['USER bob'], ['imap-other-protocol']],
    ['a word that means another', [LOGIN, 'a2 SELCT INBOX', 'a3 QUIT'], ['imap-near-command', 'imap-near-command']],
    ['fetching nothing in particular', [LOGIN, 'a2 SELECT INBOX', 'a3 FETCH 1'], ['imap-fetch-what']],
    ['deleting a letter by DELETE', [LOGIN, 'a2 SELECT INBOX', 'a3 DELETE 1'], ['imap-delete-folder']],
  ])('IMAP: %s', async (_name, lines, codes) => {
    expect(await codesFor(lines, 'imap')).toEqual(codes);
  });
});

describe('a mistake is named', () => {
  test.each<[string, string[], string[]]>([
    ['nothing wrong', [HELO, MAIL, RCPT, 'DATA', 'Subject: x', '', 'Hi.', '.', 'QUIT'], []],
    ['address without brackets', [HELO, 'MAIL FROM:me@visitor.example'], ['missing-brackets']],
    ['header lines before DATA', [HELO, MAIL, RCPT, 'Subject: hello'], ['header-as-command']],
    ['RCPT before MAIL', [HELO, RCPT], ['rcpt-before-mail']],
    ['MAIL before HELO', [MAIL], ['mail-before-helo']],
    ['MAIL twice', [HELO, MAIL, MAIL], ['nested-mail']],
    ['DATA without a recipient', [HELO, MAIL, 'DATA'], ['data-before-rcpt']],
    ['backspace bytes', ['HELP\b\bO visitor.example'], ['backspace']],
    ['a misspelt verb', ['HALO visitor.example'], ['near-verb']],
    ['a word that is no verb', ['XYZZY'], ['unknown-verb']],
    [
      'a lone dot inside the body',
      [HELO, MAIL, RCPT, 'DATA', 'Subject: x', '', 'A dot:', '.', 'Wasn’t that the end?'.replace('’', "'"), 'QUIT'],
      ['text-after-dot'],
    ],
    [
      'space after the colon, which the server forgives',
      [HELO, 'MAIL FROM: <me@visitor.example>'],
      ['space-before-path'],
    ],
  ])('%s', async (_what, lines, codes) => expect(await codesFor(lines)).toEqual(codes));
});

test('a line that ends in LF alone', async () => {
  const talk = await WireTalk.open(lab.door('mx1', 25));
  await talk.reply();
  talk.raw('HELO visitor.example\n');
  await lab.seen('wire.line', (event) => event.data.from === 'client');
  await talk.close();
  const { items } = lab.events.reduce(foldFeedback, noFeedback);
  expect(
    Object.values(items)
      .flat()
      .map((item) => item.code),
  ).toEqual(['bare-lf']);
});

test('EHLO forgotten after STARTTLS, and no word about the password', async () => {
  const talk = await WireTalk.open(lab.door('submit', 587));
  await talk.reply();
  await talk.say('EHLO laptop.campus.example');
  await talk.say('STARTTLS');
  await talk.secure('submit.campus.example');
  await talk.say('MAIL FROM:<alice@campus.example>');
  await talk.say('EHLO laptop.campus.example');
  await talk.say('AUTH PLAIN AGFsaWNlQGNhbXB1cy5leGFtcGxlAHdvbmRlcmxhbmQ=');
  await talk.say('QUIT');
  await talk.close();
  await lab.lab.settled();
  const { items } = lab.events.reduce(foldFeedback, noFeedback);
  expect(
    Object.values(items)
      .flat()
      .map((item) => item.code),
  ).toEqual(['ehlo-after-starttls']);
  expect(JSON.stringify(items)).not.toContain('AGFsaWNl');
});

test('programs that know what they do get none', async () => {
  await lab.letter(['bob@harbor.example', 'dave@forwarder.example']);
  expect(lab.events.reduce(foldFeedback, noFeedback).items).toEqual({});
});

describe('a whole letter', () => {
  test.each<[string, string, string[]]>([
    ['fine', 'Subject: x\r\n\r\nHi.\r\n.\r\n', []],
    ['empty', '\r\n.\r\n', []],
    ['no blank line', 'Subject: x\r\nHi there\r\n.\r\n', ['no-blank-line']],
    ['header under the blank line', '\r\nSubject: x\r\n.\r\n', ['header-after-blank']],
    ['bare LF', 'Subject: x\n\nHi\n.\r\n', ['bare-lf-in-letter', 'letter-unended']],
    ['backspace', 'Subject: x\b\r\n\r\nHi\r\n.\r\n', ['backspace-in-letter']],
    ['never ended', 'Subject: x\r\n\r\nHi\r\n', ['letter-unended']],
    ['a dot in company', 'Subject: x\r\n\r\nbye.\r\n', ['dot-not-alone']],
  ])('%s', (_what, bytes, codes) => {
    const found = feedbackOnLetter(bytes);
    // A letter whose lines all end in LF has its lone dot in company, too.
    expect(found.map((one) => one.code)).toEqual(expect.arrayContaining(codes.slice(0, 1)));
    expect(found).toHaveLength(codes.length);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), (bytes) => void feedbackOnLetter(bytes)));
  });
});

test('every code has a sentence', () => {
  for (const code of Object.keys(FEEDBACK_RFC)) expect(lessonsEn).toHaveProperty([`feedback.${code}`]);
});
