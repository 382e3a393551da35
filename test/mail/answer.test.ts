// Yes, no, and whether an answer is over: SMTP, POP3 and IMAP by the same measure.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { answerClass, type AnswerProtocol, endsAnswer, isChallenge, isRefusal } from '../../mail/answer.ts';

it.each<[AnswerProtocol, string, number, 'ends' | 'goes on']>([
  ['smtp', '250 2.1.5 Ok\r\n', 2, 'ends'],
  ['smtp', '250-SIZE 1000\r\n', 2, 'goes on'],
  ['lmtp', '354 End data with <CR><LF>.<CR><LF>\r\n', 3, 'ends'],
  ['submission', '334 \r\n', 3, 'goes on'],
  ['smtp', '451-4.7.1 Come back later\r\n', 4, 'goes on'],
  ['smtp', '550\r\n', 5, 'ends'],
  ['smtp', '5500 letters', 0, 'ends'],
  ['smtp', '-ERR no', 0, 'ends'],
  ['pop3', '+OK 0 0\r\n', 2, 'ends'],
  ['pop3', '-ERR [IN-USE] locked\r\n', 5, 'ends'],
  ['pop3', '+ \r\n', 0, 'goes on'],
  ['pop3', '550 is my size', 0, 'ends'],
  ['imap', '* OK [CAPABILITY IMAP4rev1] ready\r\n', 2, 'goes on'],
  ['imap', '* PREAUTH at home\r\n', 2, 'goes on'],
  ['imap', 'a1 OK done\r\n', 2, 'ends'],
  ['imap', 'a1 NO [TRYCREATE] no such mailbox\r\n', 5, 'ends'],
  ['imap', '* BAD what?\r\n', 5, 'goes on'],
  ['imap', '* BYE logging out\r\n', 0, 'goes on'],
  ['imap', '+ go on\r\n', 0, 'goes on'],
  ['raw', '-ERR no', 5, 'ends'],
  ['raw', '421 busy', 4, 'ends'],
])('%s: %j', (protocol, line, said, end) => {
  expect(answerClass(line, protocol)).toBe(said);
  expect(isRefusal(line, protocol)).toBe(said >= 4);
  expect(endsAnswer(line, protocol)).toBe(end === 'ends');
});

it('never ends an answer with a line that asks for more', () => {
  const protocol = fc.constantFrom<AnswerProtocol>('smtp', 'submission', 'lmtp', 'pop3', 'imap', 'raw');
  const line = fc.oneof(fc.string(), fc.constantFrom('334 VXNlcg==', '+ ', '+', '+ idling', '334-'));
  fc.assert(
    fc.property(protocol, line, (spoken, text) => {
      expect(isChallenge(text, spoken) && endsAnswer(text, spoken)).toBe(false);
    }),
  );
});
