// Whatever is sent to a machine, it doesn't throw, doesn't say more than it may, and says the same however the octets
// are cut (property tests; fast-check prints the input that breaks one).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imapMachine } from '../../../engine/access/imap/machine.ts';
import type { AccessContext, AccessMachine, Output } from '../../../engine/access/machine.ts';
import { pop3Machine } from '../../../engine/access/pop3/machine.ts';
import { contextFor } from './access-context.ts';
import { mailboxWith } from './letters.ts';

const MACHINES: readonly [string, (context: AccessContext) => AccessMachine, string[], string[]][] = [
  [
    'POP3',
    pop3Machine,
    [
      'USER bob',
      'PASS secret',
      'STAT',
      'LIST',
      'UIDL',
      'RETR',
      'TOP',
      'DELE',
      'RSET',
      'QUIT',
      'CAPA',
      'STLS',
      'AUTH',
      'PLAIN',
    ],
    ['1', '2', '3', '4', ' ', '  ', '\r\n', '\n', '*', 'x', '-1', 'AGJvYgBzZWNyZXQ='],
  ],
  [
    'IMAP',
    imapMachine,
    [
      'a LOGIN bob secret\r\nb SELECT INBOX\r\n',
      'c FETCH ',
      'd UID FETCH ',
      'e STORE ',
      'f SEARCH ',
      'g APPEND INBOX ',
      'h COPY ',
      'i EXPUNGE',
      'j IDLE',
      'DONE',
      'k STATUS INBOX ',
      'l LIST "" ',
      'm STARTTLS',
      'n AUTHENTICATE ',
      'o CLOSE',
      'LOGOUT',
    ],
    [
      '1',
      '2:*',
      '*',
      ',',
      ' ',
      '\r\n',
      '\n',
      '(',
      ')',
      '[',
      ']',
      '<0.5>',
      '{3}',
      '{3+}',
      '{0+}',
      '"',
      '\\',
      '\\Seen',
      'FLAGS',
      '+FLAGS',
      'BODY',
      '.PEEK',
      '[1.2.HEADER.FIELDS (From)]',
      '[]',
      'BODYSTRUCTURE',
      'ENVELOPE',
      'ALL',
      'NOT',
      'OR',
      'UID',
      'SUBJECT x',
      'BODY y',
      'CHARSET UTF-8 ',
      'INBOX',
      'PLAIN',
      'LOGIN',
      '=',
      'Ym9i',
      'MESSAGES',
    ],
  ],
];

function transcript(outputs: readonly Output[]): string {
  return outputs
    .map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString('latin1') : `<${JSON.stringify(one)}>`))
    .join('');
}

/** Everything said to the octets, in pieces of at most `chunk`. */
function talk(make: (context: AccessContext) => AccessMachine, octets: Uint8Array, chunk: number): string {
  const machine = make(contextFor(mailboxWith(), { startTls: true }));
  const outputs = machine.greet();
  for (let at = 0; at < octets.length; at += chunk) outputs.push(...machine.receive(octets.subarray(at, at + chunk)));
  machine.closed();
  outputs.push(...machine.receive(Buffer.from('NOOP\r\n')), ...machine.changed());
  return transcript(outputs);
}

describe.each(MACHINES)('%s', (_name, make, commands, words) => {
  const noise = fc.uint8Array({ maxLength: 600 });
  const sentence = fc
    .array(fc.oneof(fc.constantFrom(...commands), fc.constantFrom(...words), fc.constantFrom(...words)), {
      maxLength: 60,
    })
    .map((pieces) => Buffer.from(pieces.join('')));
  const typed = fc
    .array(fc.tuple(fc.constantFrom(...commands), fc.array(fc.constantFrom(...words), { maxLength: 6 })), {
      maxLength: 12,
    })
    .map((lines) =>
      Buffer.from(`${commands[0]}\r\n${lines.map(([verb, rest]) => `${verb}${rest.join('')}\r\n`).join('')}`),
    );
  const input = fc.oneof(noise, sentence, typed);

  it('takes anything, cut anywhere, and says the same', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 1, max: 50 }), (octets, chunk) => {
        const said = talk(make, octets, octets.length || 1);
        expect(talk(make, octets, chunk)).toBe(said);
        expect(said.length).toBeLessThan(200_000);
      }),
      { numRuns: 400 },
    );
  });

  it('ends every line that it says with CRLF', () => {
    fc.assert(
      fc.property(input, (octets) => {
        const replies = talk(make, octets, octets.length || 1).replace(/<\{.*?\}>/g, '');
        expect(replies.endsWith('\r\n')).toBe(true);
      }),
    );
  });

  it('holds no more than a line of what has no end', () => {
    const machine = make(contextFor(mailboxWith()));
    const outputs: Output[] = [];
    const piece = new Uint8Array(16_384).fill(120);
    for (let count = 0; count < 1000; count += 1) outputs.push(...machine.receive(piece));
    expect(outputs.map(({ kind }) => kind)).toEqual(['reply', 'close']);
  });
});

describe('a letter or a line made to hurt', () => {
  const deep = (levels: number): Uint8Array => {
    const open = Array.from(
      { length: levels },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
    );
    return Buffer.from(`Subject: deep\r\n${open.join('')}Content-Type: text/plain\r\n\r\nbottom\r\n`);
  };
  const session = (letters: readonly Uint8Array[]): AccessMachine => {
    const machine = imapMachine(contextFor(mailboxWith(letters)));
    machine.greet();
    machine.receive(Buffer.from('a LOGIN bob secret\r\nb SELECT INBOX\r\n'));
    return machine;
  };
  const ask = (machine: AccessMachine, line: string): string => transcript(machine.receive(Buffer.from(`${line}\r\n`)));

  it('may be nested a thousand deep', () => {
    const machine = session([deep(1000)]);
    expect(ask(machine, 'c FETCH 1 (BODYSTRUCTURE BODY ENVELOPE)')).toContain('c OK');
    expect(ask(machine, 'd SEARCH TEXT bottom')).toContain('d OK');
    expect(ask(machine, `e FETCH 1 BODY[${'1.'.repeat(30)}1]`)).toContain('e OK');
    expect(ask(machine, `f FETCH 1 BODY[${'1.'.repeat(500)}1]`)).toContain('f BAD');
  });

  it.each([
    ['a search nested without end', `SEARCH ${'('.repeat(20_000)}`],
    ['a NOT of NOTs', `SEARCH ${'NOT '.repeat(5000)}ALL`],
    ['parentheses that nobody closes', 'FETCH 1 (FLAGS (UID'],
    ['a NUL', 'SELECT "a\0b"'],
    ['a set of everything, many times', `FETCH ${'1:*,'.repeat(12_000)}1 UID`],
    ['a pattern of wildcards', `LIST "" "${'%*'.repeat(20_000)}"`],
  ])('is answered: %s', (_name, command) => {
    expect(ask(session([]), `c ${command}`)).toMatch(/^(\* .*\r\n)*(c (BAD|NO|OK) .*|\* BYE .*)\r\n/);
  });

  it('ends the session when it is a line of 10 MB or a literal that nobody asked for', () => {
    for (const text of ['x'.repeat(10 * 1024 * 1024), 'c SELECT {4294967295+}\r\n']) {
      const said = transcript(session([]).receive(Buffer.from(text)));
      expect(said).toMatch(/^\* BYE .*<\{"kind":"close"\}>$/s);
    }
  });
});
