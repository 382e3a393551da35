// Commands are read as a recorded Postfix 3.7 with strict envelopes read them; its answers stand in the tables.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../../mail/smtp/command.ts';
import { formatReplyLines } from '../../../mail/smtp/replies.ts';
import { byteText } from '../arbitrary.ts';

const answerTo = (line: string): string => {
  const command = parseCommand(line);
  return command.verb === 'bad' ? formatReplyLines(command.reply).trimEnd() : command.verb;
};
const slipsOf = (line: string): string[] => parseCommand(line).slips.map((slip) => slip.code);

test('never throws, and a bad command has a whole reply', () => {
  const line = byteText(
    'MAIL FROM:',
    'RCPT TO:',
    '<',
    '>',
    '"',
    '@',
    '\\',
    ':',
    'SIZE=',
    'AUTH ',
    'BDAT ',
    '__proto__',
  );
  fc.assert(
    fc.property(line, (text) => {
      expect(answerTo(text)).toMatch(/^[A-Za-z]+$|^[45]\d\d /);
    }),
  );
});

test.each([
  ['EHLO', '501 Syntax: EHLO hostname'],
  ['HELO ', '501 Syntax: HELO hostname'],
  ['EHLO out.sender.test', 'EHLO'],
  ['ehlo two words', 'EHLO'],
  ['MAIL FROM:<a@sender.test>', 'MAIL'],
  ['mail from:<>', 'MAIL'],
  ['MAIL FROM: <a@sender.test>', 'MAIL'],
  ['MAIL FROM:a@sender.test', '501 5.1.7 Bad sender address syntax'],
  ['MAIL FROM:<a@sender.test', '501 5.1.7 Bad sender address syntax'],
  ['MAIL FROM:<a b@sender.test>', '501 5.1.7 Bad sender address syntax'],
  ['MAIL FROM:<a@send..er.test>', '501 5.1.7 Bad sender address syntax'],
  ['MAIL FROM:<@sender.test>', '501 5.1.7 Bad sender address syntax'],
  ['MAIL FROM:Ann <a@sender.test>', '501 5.1.7 Bad sender address syntax'],
  ['MAIL FROM <a@sender.test>', '501 5.5.4 Syntax: MAIL FROM:<address>'],
  ['MAIL FROM:', '501 5.5.4 Syntax: MAIL FROM:<address>'],
  ['MAIL', '501 5.5.4 Syntax: MAIL FROM:<address>'],
  ['MAIL FROM:<a@sender.test> FOO=1', '555 5.5.4 Unsupported option: FOO=1'],
  ['MAIL FROM:<a@sender.test> SIZE=99999999', 'MAIL'],
  ['MAIL FROM:<a@sender.test> SIZE=big', '501 5.5.4 Bad message size syntax'],
  ['MAIL FROM:<a@sender.test> BODY=8BITMIME', 'MAIL'],
  ['MAIL FROM:<a@sender.test> BODY=BINARYMIME', '555 5.5.4 Unsupported option: BODY=BINARYMIME'],
  ['MAIL FROM:<a@sender.test> RET=ALL', '501 5.5.4 Bad RET parameter syntax'],
  ['MAIL FROM:<a@sender.test> RET=FULL RET=FULL', '501 5.5.4 Bad RET parameter syntax'],
  ['MAIL FROM:<a@sender.test> ENVID=a+b', '501 5.5.4 Bad ENVID parameter syntax'],
  ['MAIL FROM:<a@sender.test> SMTPUTF8', 'MAIL'],
  ['RCPT TO:<bob>', 'RCPT'],
  ['RCPT TO:<"x@elsewhere.test"@example.test>', 'RCPT'],
  ['RCPT TO:<a@[127.0.0.1]>', 'RCPT'],
  ['RCPT TO:<a@[127.0.0.999]>', '501 5.1.3 Bad recipient address syntax'],
  ['RCPT TO:<>', '501 5.1.3 Bad recipient address syntax'],
  ['RCPT TO:bob@example.test', '501 5.1.3 Bad recipient address syntax'],
  ['RCPT <bob@example.test>', '501 5.5.4 Syntax: RCPT TO:<address>'],
  ['RCPT TO:<bob@example.test> NOTIFY=NEVER,SUCCESS', '501 5.5.4 Error: Bad NOTIFY parameter syntax'],
  ['RCPT TO:<bob@example.test> NOTIFY=SUCCESS,DELAY', 'RCPT'],
  ['RCPT TO:<bob@example.test> ORCPT=bob', '501 5.5.4 Error: Bad ORCPT parameter syntax'],
  ['DATA x', '501 5.5.4 Syntax: DATA'],
  ['RSET x', '501 5.5.4 Syntax: RSET'],
  ['STARTTLS now', '501 5.5.4 Syntax: STARTTLS'],
  ['QUIT x', 'QUIT'],
  ['NOOP x', 'NOOP'],
  ['VRFY', '501 5.5.4 Syntax: VRFY address'],
  ['VRFY bob', 'VRFY'],
  ['ETRN', '500 Syntax: ETRN domain'],
  ['AUTH', '501 5.5.4 Syntax: AUTH mechanism'],
  ['BDAT many', '501 5.5.4 Syntax: BDAT count [LAST]'],
  ['', '500 5.5.2 Error: bad syntax'],
  ['FOO bar', 'unknown'],
  ['MAILFROM:<a@sender.test>', 'unknown'],
  ['constructor', 'unknown'],
  [`EHLO ${'x'.repeat(3000)}`, '500 5.5.2 Error: line too long'],
])('%s', (line, answer) => expect(answerTo(line)).toBe(answer));

describe('what a command carries', () => {
  test('a path keeps its text and loses its source route and needless quotes', () => {
    expect(parseCommand('RCPT TO:<@example.test,@b.test:x@elsewhere.test>')).toMatchObject({
      forwardPath: { address: 'x@elsewhere.test', sourceRoute: ['example.test', 'b.test'] },
    });
    expect(parseCommand('RCPT TO:<"bob"@example.test>')).toMatchObject({
      forwardPath: { text: '"bob"@example.test', address: 'bob@example.test' },
    });
    expect(parseCommand('MAIL FROM:<"a b>"@c.test> size=5')).toMatchObject({
      reversePath: { address: '"a b>"@c.test' },
      parameters: [{ keyword: 'SIZE', value: '5', text: 'size=5' }],
    });
  });
  test('AUTH and BDAT', () => {
    expect(parseCommand('auth plain AGE=')).toMatchObject({ mechanism: 'PLAIN', initial: 'AGE=' });
    expect(parseCommand('BDAT 12 last')).toMatchObject({ octets: 12, last: true });
  });
  test('an accepted command still names its slip', () => {
    expect(slipsOf('MAIL FROM: <a@b.test>')).toEqual(['space-before-path']);
    expect(slipsOf('MAIL FROM:<a@b.test>')).toEqual([]);
  });
});
