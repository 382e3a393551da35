// A letter as a mail program shows it: words, quotes, attachments, and what can't be read.

import { expect, test } from 'vitest';

import { toByteString } from '../../../mail/bytes.ts';
import { answerTo, passedOn, passedOnWhole, resumed } from '../../../renderer/inbox/draft.ts';
import { shownLetter } from '../../../renderer/inbox/shown-letter.ts';

const lines = (...all: string[]) => all.join('\r\n');

const MIXED = lines(
  'From: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?= <a@b.example>',
  'To: bob@harbor.example, Carol <carol@harbor.example>',
  'Cc: dora@x.example',
  'Subject: A hat',
  'Message-ID: <two@b.example>',
  'References: <one@b.example>',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=windows-1251; format=flowed',
  '',
  '\xcf\xf0\xe8\xe2\xe5\xf2 ',
  'all',
  '> before',
  '--b',
  'Content-Type: text/plain; name="=?utf-8?Q?na=C3=AFve.txt?="',
  'Content-Disposition: attachment',
  '',
  'inside',
  '--b',
  'Content-Type: message/rfc822',
  '',
  'Subject: Older',
  '',
  'old words',
  '--b--',
  '',
);

test('words in any character set, quotes by their depth, everything else attached', () => {
  const shown = shownLetter(MIXED);
  expect(shown.from).toBe('日本 <a@b.example>');
  expect(shown.pieces).toEqual([
    { depth: 0, text: 'Привет all' },
    { depth: 1, text: 'before' },
  ]);
  expect(shown.attachments.map(({ name, type }) => [name, type])).toEqual([
    ['naïve.txt', 'text/plain'],
    ['Older.eml', 'message/rfc822'],
  ]);
  expect(shown.problems).toEqual([]);
});

test('an answer to all names the letters before it, and nobody twice', () => {
  const source = { letter: shownLetter(MIXED), address: 'bob@harbor.example', folder: 'INBOX', uid: 7 };
  expect(answerTo(source, true)).toMatchObject({
    from: 'bob@harbor.example',
    to: 'a@b.example',
    cc: 'carol@harbor.example, dora@x.example',
    subject: 'Re: A hat',
    inReplyTo: '<two@b.example>',
    references: ['<one@b.example>', '<two@b.example>'],
    answers: { folder: 'INBOX', uid: 7 },
  });
  expect(answerTo(source)).not.toHaveProperty('cc');
});

test('a letter is passed on in words with what hung on it, or whole, or gone on with', () => {
  const source = { letter: shownLetter(MIXED), address: 'bob@harbor.example', folder: 'INBOX', uid: 7 };
  const words = passedOn(source, MIXED);
  expect(words.subject).toBe('Fwd: A hat');
  expect(words.attachments?.map(({ name, base64 }) => [name, atob(base64)])).toEqual([
    ['naïve.txt', 'inside'],
    ['Older.eml', lines('Subject: Older', '', 'old words')],
  ]);
  const [whole] = passedOnWhole(source, MIXED).attachments ?? [];
  expect([whole?.name, whole?.type, atob(whole?.base64 ?? '')]).toEqual(['A hat.eml', 'message/rfc822', MIXED]);
  expect(resumed(source, MIXED)).toMatchObject({ to: 'bob@harbor.example, carol@harbor.example', kept: 7 });
});

test('what is hostile or broken is bounded, and said', () => {
  const parts = '--b\r\n\r\nx\r\n'.repeat(10_000);
  expect(shownLetter(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`).problems).toEqual(['too many']);
  expect(shownLetter('Content-Type: message/rfc822\r\n\r\n'.repeat(1000)).problems).toEqual(['too deep']);
  expect(shownLetter('Content-Type: multipart/mixed\r\n\r\nwords').problems).toEqual(['no boundary']);
  const odd = shownLetter('Content-Type: text/plain; charset=x-none\r\n\r\nGr\xc3\xbc\xc3\x9fe\x1b[31m');
  expect([odd.text, odd.unknownCharset]).toEqual(['Grüße^[[31m', 'x-none']);
  const octets = toByteString(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256));
  expect(() => shownLetter(octets)).not.toThrow();
});
