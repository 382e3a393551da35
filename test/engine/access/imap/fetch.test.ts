// What FETCH says of a letter: items, sections, structure, and whose octets they are (RFC 3501 sections 6.4.5 and 7.4.2).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imapMachine } from '../../../../engine/access/imap/machine.ts';
import type { MemoryMailbox } from '../../../../engine/store/memory.ts';
import { contextFor } from '../access-context.ts';
import { ENCODED, mailboxWith, PLAIN, ROUGH } from '../letters.ts';

interface Said {
  text: string;
  events: { type: string; data: unknown }[];
}

/** Logs in, selects INBOX, and returns what is said to the command alone. */
function ask(mailbox: MemoryMailbox, command: string): Said {
  const machine = imapMachine(contextFor(mailbox));
  machine.receive(Buffer.from('a LOGIN bob secret\r\nb SELECT INBOX\r\n'));
  const outputs = machine.receive(Buffer.from(`c ${command}\r\n`, 'latin1'));
  const bytes = outputs.flatMap((one) => (one.kind === 'reply' ? [Buffer.from(one.bytes)] : []));
  const events = outputs.flatMap((one) => (one.kind === 'event' ? [{ type: one.type, data: one.data }] : []));
  return { text: Buffer.concat(bytes).toString('latin1'), events };
}

/** The octets of a section; undefined for NIL. */
function section(mailbox: MemoryMailbox, number: number, name: string): string | undefined {
  const { text } = ask(mailbox, `FETCH ${number} (BODY.PEEK[${name}])`);
  const literal = /^\* \d+ FETCH \(BODY\[[^\]]*\](?:<\d+>)? (?:\{(\d+)\}\r\n|NIL)/.exec(text);
  if (!literal) throw new Error(text);
  if (literal[1] === undefined) return undefined;
  const from = literal[0].length;
  return text.slice(from, from + Number(literal[1]));
}

const text = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');
const headerOf = (octets: Uint8Array): string => text(octets).slice(0, text(octets).indexOf('\r\n\r\n') + 4);
const bodyOf = (octets: Uint8Array): string => text(octets).slice(headerOf(octets).length);

describe('FETCH of sections', () => {
  const mailbox = mailboxWith();
  it.each<[number, string, string | undefined]>([
    [1, '', text(PLAIN)],
    [1, 'HEADER', headerOf(PLAIN)],
    [1, 'TEXT', bodyOf(PLAIN)],
    [1, '1', bodyOf(PLAIN)],
    [1, '1.MIME', headerOf(PLAIN)],
    [1, '1.1', undefined],
    [1, '2', undefined],
    [
      1,
      'HEADER.FIELDS (subject FROM)',
      'From: "Alice Example" <alice@campus.example>\r\nSubject: Lunch at noon\r\n\r\n',
    ],
    [1, 'HEADER.FIELDS (X-None)', '\r\n'],
    [
      1,
      'HEADER.FIELDS.NOT (Received To Date Message-ID Subject)',
      'From: "Alice Example" <alice@campus.example>\r\n\r\n',
    ],
    [3, '1.1', 'plain words'],
    [3, '1.2', '<p>html words</p>'],
    [3, '1.2.MIME', 'Content-Type: text/html; charset=us-ascii\r\n\r\n'],
    [3, '1.HEADER', undefined],
    [3, '2', 'JVBERi0xLjQK'],
    [3, '3', 'From: dave@forwarder.example\r\nSubject: Enclosed\r\n\r\nthe enclosed body'],
    [3, '3.HEADER', 'From: dave@forwarder.example\r\nSubject: Enclosed\r\n\r\n'],
    [3, '3.HEADER.FIELDS (SUBJECT)', 'Subject: Enclosed\r\n\r\n'],
    [3, '3.TEXT', 'the enclosed body'],
    [3, '3.1', 'the enclosed body'],
    [3, '3.2', undefined],
    [3, '4', undefined],
  ])('%i: BODY[%s]', (number, name, expected) => {
    expect(section(mailbox, number, name)).toBe(expected);
  });

  it('cuts what is asked for, and says where it begins', () => {
    expect(ask(mailbox, 'FETCH 1 BODY.PEEK[TEXT]<6.3>').text).toContain('* 1 FETCH (BODY[TEXT]<6> {3}\r\nBob)\r\n');
    expect(ask(mailbox, 'FETCH 1 BODY.PEEK[TEXT]<9999.3>').text).toContain('BODY[TEXT]<9999> {0}\r\n)');
  });

  it('gives whatever octets a letter has', () => {
    expect(section(mailboxWith([ROUGH]), 1, '')).toBe(text(ROUGH));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (octets) => {
        expect(section(mailboxWith([octets]), 1, '')).toBe(text(octets));
        const [header, body] = ['HEADER', 'TEXT'].map((name) => section(mailboxWith([octets]), 1, name) ?? '');
        expect(`${header}${body}`).toBe(text(octets));
      }),
    );
  });
});

describe('FETCH of items', () => {
  it('answers FULL, in the order asked', () => {
    expect(ask(mailboxWith(), 'FETCH 1 FULL').text).toBe(
      '* 1 FETCH (FLAGS (\\Recent) INTERNALDATE " 5-Jan-2026 09:00:00 +0000" RFC822.SIZE ' +
        `${PLAIN.length} ENVELOPE ("Mon, 5 Jan 2026 08:59:58 +0000" "Lunch at noon" ` +
        '(("Alice Example" NIL "alice" "campus.example")) (("Alice Example" NIL "alice" "campus.example")) ' +
        '(("Alice Example" NIL "alice" "campus.example")) ' +
        '((NIL NIL "bob" "harbor.example")("Carol" NIL "carol" "harbor.example")) NIL NIL NIL "<1@campus.example>") ' +
        `BODY ("TEXT" "PLAIN" NIL NIL NIL "7BIT" ${bodyOf(PLAIN).length} 5))\r\nc OK Fetch completed.\r\n`,
    );
  });

  it('tells the structure with what belongs to it', () => {
    expect(ask(mailboxWith(), 'UID FETCH 3 BODYSTRUCTURE').text).toBe(
      '* 3 FETCH (UID 3 BODYSTRUCTURE ((' +
        '("TEXT" "PLAIN" ("CHARSET" "us-ascii") NIL NIL "7BIT" 11 0 NIL NIL NIL NIL)' +
        '("TEXT" "HTML" ("CHARSET" "us-ascii") NIL NIL "7BIT" 17 0 NIL NIL NIL NIL)' +
        ' "ALTERNATIVE" ("BOUNDARY" "inner") NIL NIL NIL)' +
        '("APPLICATION" "PDF" ("NAME" "report.pdf") "<pdf@campus.example>" "the report" "BASE64" 12 NIL ' +
        '("ATTACHMENT" ("FILENAME" "report.pdf")) NIL NIL)' +
        '("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 68 (NIL "Enclosed" ' +
        '((NIL NIL "dave" "forwarder.example")) ((NIL NIL "dave" "forwarder.example")) ' +
        '((NIL NIL "dave" "forwarder.example")) NIL NIL NIL NIL NIL) ' +
        '("TEXT" "PLAIN" NIL NIL NIL "7BIT" 17 0 NIL NIL NIL NIL) 3 NIL NIL NIL NIL)' +
        ' "MIXED" ("BOUNDARY" "outer") NIL NIL NIL))\r\nc OK Fetch completed.\r\n',
    );
  });

  it.each<[string, string, string]>([
    [
      'a file name beyond ASCII (RFC 2231)',
      "Content-Type: image/png; name*=utf-8''K%C3%B6ln.png",
      '("IMAGE" "PNG" ("NAME" "=?UTF-8?Q?K=C3=B6ln=2Epng?=") NIL NIL "7BIT" 3 NIL NIL NIL NIL)',
    ],
    [
      'a multipart without parts',
      'Content-Type: multipart/mixed; boundary=x',
      '("TEXT" "PLAIN" ("BOUNDARY" "x") NIL NIL "7BIT" 3 1 NIL NIL NIL NIL)',
    ],
    [
      'an encoded message/rfc822',
      'Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64',
      '("APPLICATION" "OCTET-STREAM" NIL NIL NIL "BASE64" 3 NIL NIL NIL NIL)',
    ],
    [
      'octets in a description',
      'Content-Description: caf\xe9',
      '("TEXT" "PLAIN" NIL NIL {4}\r\ncaf\xe9 "7BIT" 3 1 NIL NIL NIL NIL)',
    ],
  ])('finds a form for %s', (_, header, expected) => {
    const letter = Buffer.from(`${header}\r\n\r\nx\r\n`, 'latin1');
    expect(ask(mailboxWith([letter]), 'FETCH 1 BODYSTRUCTURE').text).toContain(`BODYSTRUCTURE ${expected})\r\n`);
  });

  it('sends a header that no quoted string can hold as a literal', () => {
    expect(ask(mailboxWith([ROUGH]), 'FETCH 1 ENVELOPE').text).toBe(
      '* 1 FETCH (ENVELOPE (NIL {4}\r\ncaf\xe9 NIL NIL NIL NIL NIL NIL NIL NIL))\r\nc OK Fetch completed.\r\n',
    );
    expect(ask(mailboxWith(), 'FETCH 3 ENVELOPE').text).toContain('"With \\"quotes\\" and a \\\\ in it"');
  });

  it('knows an author without a host, and none at all', () => {
    const letter = Buffer.from('From: root\r\nTo: undisclosed-recipients:;\r\n\r\n');
    expect(ask(mailboxWith([letter]), 'FETCH 1 ENVELOPE').text).toContain('((NIL NIL "root" ""))');
  });
});

/** Whether a response is what RFC 3501 section 9 can read: strings closed, literals whole, parentheses in pairs. */
function wellFormed(response: string): boolean {
  let depth = 0;
  for (let at = 0; at < response.length;) {
    const rest = response.slice(at);
    const literal = /^\{(\d+)\}\r\n/.exec(rest);
    const token = literal ?? /^"(?:[^"\\\r\n]|\\["\\])*"|^[()]|^[A-Z0-9*.]+|^ /.exec(rest);
    if (!token) return false;
    at += token[0].length + Number(literal?.[1] ?? 0);
    if (token[0] === '(') depth += 1;
    if (token[0] === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

describe('FETCH of a letter by somebody hostile', () => {
  const pieces = fc.constantFrom(
    'From: ',
    'To: ',
    'Sender: ',
    'Subject: ',
    'Content-Type: ',
    'Content-Disposition: ',
    'Content-ID: ',

    'Content-Transfer-Encoding: ',
    'Content-Language: ',
    'Message-ID: ',
    'multipart/mixed; boundary=b',
    '--b',
    '--b--',

    'message/rfc822',
    'text/plain',
    '; name=',
    "; filename*=utf-8''%C3%B6",
    'base64',
    'a@b',
    '<a@b>',
    'x',
    '\xff',
    '\xdf',

    '"',
    '\\',
    '(',
    ')',
    '{3}',
    ',',
    ':',
    ';',
    '\r\n',
    '\r\n',
    '\r\n ',
    '\n',
    '\r',
    '\0',
    '\t',
    '%',
    '=?utf-8?q?=FF?=',
  );
  it('is still a response that a client can read', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const mailbox = mailboxWith([Buffer.from(`${parts.join('')}\r\n`, 'latin1')]);
        const [response = ''] = ask(mailbox, 'FETCH 1 (ENVELOPE BODY BODYSTRUCTURE)').text.split(
          '\r\nc OK Fetch completed.',
        );
        expect(response).toSatisfy(wellFormed);
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading', () => {
  it.each<[string, boolean, boolean]>([
    ['BODY[]', true, true],
    ['RFC822', true, true],
    ['RFC822.TEXT', true, true],
    ['BODY[TEXT]', true, true],
    ['BODY[]<0.10>', true, true],
    ['BODY[]<10.10>', true, false],
    ['BODY[1]', true, false],
    ['BODY[HEADER]', true, false],
    ['BODY.PEEK[]', false, true],
    ['BODY.PEEK[HEADER]', false, false],
    ['RFC822.HEADER', false, false],
    ['BODY', false, false],
    ['ALL', false, false],
  ])('%s: seen %s, fetched %s', (item, seen, fetched) => {
    const mailbox = mailboxWith([PLAIN]);
    const said = ask(mailbox, `FETCH 1 ${item}`);
    expect(mailbox.letters()[0]?.flags.has('Seen')).toBe(seen);
    expect(said.text.includes('FLAGS (\\Seen \\Recent)')).toBe(seen);
    expect(said.events).toEqual(
      fetched ? [{ type: 'imap.fetched', data: { mailbox: 'bob@harbor.example', uid: 1 } }] : [],
    );
  });

  it('serves 5,000 letters in one command', () => {
    const mailbox = mailboxWith(Array.from({ length: 5000 }, () => ENCODED));
    const said = ask(mailbox, 'UID FETCH 1:* (FLAGS ENVELOPE RFC822.SIZE)').text;
    expect(said.split('\r\n')).toHaveLength(5002);
    expect(ask(mailbox, 'UID SEARCH SUBJECT "gr\xc3\xbc\xc3\x9fe" UID 4999:*').text).toBe(
      '* SEARCH 4999 5000\r\nc OK Search completed.\r\n',
    );
  });
});
