// Which command a reply answers, in the three protocols: what holds are set on.

import { expect, test } from 'vitest';

import { VerbTracker } from '../../mail/verb-tracker.ts';
import type { Frame } from '../../mail/framing.ts';

/** `C: ` and `S: ` lines; `C* ` and `S* ` are bulk. Answers the verb of each. */
function verbs(tagged: boolean, ...lines: string[]): string[] {
  const tracker = new VerbTracker(tagged, true);
  return lines.map((line) => {
    const bytes = Buffer.from(`${line.slice(3)}\r\n`);
    const frame: Frame = line[1] === '*' ? { kind: 'bulk', bytes } : { kind: 'line', bytes, text: bytes.toString() };
    return tracker.next(line.startsWith('C') ? 'client' : 'server', frame);
  });
}

test('IMAP: the greeting answers the connection, and untagged lines belong to the command', () => {
  const told = verbs(
    true,
    ...['S: * OK ready', 'C: a1 SELECT INBOX', 'S: * 3 EXISTS', 'S: a1 OK done', 'C: a2 UID FETCH 7 BODY[]'],
    ...['S: * 1 FETCH (BODY[] {5}', 'S* hello', 'S: )', 'S: a2 OK done', 'C: a3 NOOP', 'S: a3 OK done'],
  );
  expect(told).toEqual('CONNECT SELECT SELECT SELECT FETCH FETCH FETCH FETCH FETCH NOOP NOOP'.split(' '));
});

test('IMAP: a literal, an answer to a challenge and DONE go on with their command', () => {
  const told = verbs(
    true,
    ...['S: * OK ready', 'C: a1 LOGIN bob {7}', 'S: + OK', 'C* builder', 'C: ', 'S: a1 OK in'],
    ...[
      'C: a2 IDLE',
      'S: + idling',
      'S: * 2 EXISTS',
      'C: DONE',
      'S: a2 OK done',
      'C: a3 LOGOUT',
      'S: * BYE',
      'S: a3 OK',
    ],
  );
  expect(told).toEqual(
    'CONNECT LOGIN LOGIN LOGIN LOGIN LOGIN IDLE IDLE IDLE IDLE IDLE LOGOUT LOGOUT LOGOUT'.split(' '),
  );
});

test('POP3 and SMTP: one answer a command, in their order', () => {
  expect(verbs(false, 'S: +OK', 'C: STAT', 'C: RETR 1', 'S: +OK 1 9', 'S: +OK', 'S* hi')).toEqual(
    'CONNECT STAT RETR STAT RETR'.split(' ').concat(''),
  );
  expect(verbs(false, 'S: 220 hi', 'C: EHLO x', 'S: 250-a', 'S: 250 b', 'C: QUIT', 'S: 221 bye')).toEqual(
    'CONNECT EHLO EHLO EHLO QUIT QUIT'.split(' '),
  );
});

test('LMTP: the final dot has an answer for each recipient that was accepted', () => {
  const tracker = new VerbTracker(false, true, true);
  const client = (text: string) => tracker.next('client', { kind: text === '' ? 'bulk' : 'line', text });
  const server = (text: string) => tracker.next('server', { kind: 'line', text });
  server('220 hi');
  for (const [said, answer] of [
    ['MAIL FROM:<a@b>', '250 ok'],
    ['RCPT TO:<c@d>', '250 ok'],
    ['RCPT TO:<e@d>', '550 no'],
    ['RCPT TO:<f@d>', '250 ok'],
    ['DATA', '354 go'],
  ] as const) {
    client(said);
    server(answer);
  }
  client('');
  client('QUIT');
  expect([server('250 c'), server('452 f'), server('221 bye')]).toEqual(['.', '.', 'QUIT']);
});
