// Framing keeps every octet, doesn't depend on chunks, and knows where passwords stand. Dialogs are written as lists
// of 'C...' and 'S...' pieces; a frame reads as kind, text and, behind `|`, the secret inside it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { framerFor, type Frame, type FramedProtocol } from '../../mail/framing.ts';
import { byteText } from './arbitrary.ts';

type Turn = readonly ['C' | 'S', string];

function run(protocol: FramedProtocol, turns: readonly Turn[], chunk = Infinity): { client: Frame[]; server: Frame[] } {
  const framer = framerFor(protocol);
  const client: Frame[] = [];
  const server: Frame[] = [];
  for (const [side, text] of turns) {
    for (let at = 0; at < text.length; at += chunk) {
      const bytes = fromByteString(text.slice(at, at + chunk));
      if (side === 'C') client.push(...framer.fromClient(bytes));
      else server.push(...framer.fromServer(bytes));
    }
  }
  const rest = framer.end();
  return { client: [...client, ...rest.client], server: [...server, ...rest.server] };
}

const show = (frame: Frame): string => {
  const text = toByteString(frame.bytes);
  const secret = frame.secret ? `|${text.slice(frame.secret.start, frame.secret.end)}` : '';
  return `${frame.bulk ?? frame.kind} ${text.trimEnd()}${secret}`;
};
const shown = (protocol: FramedProtocol, turns: readonly Turn[], side: 'client' | 'server' = 'client'): string[] =>
  run(protocol, turns)[side].map(show);

const SMTP_PIECES = [
  'DATA\r\n',
  '354 go\r\n',
  '.\r\n',
  '\r\n.',
  'AUTH PLAIN x\r\n',
  '334 \r\n',
  '235 ok\r\n',
  'BDAT 5\r\n',
  '250 CHUNKING\r\n',
  '.',
];

const PIECES: Record<Exclude<FramedProtocol, 'raw'>, string[]> = {
  smtp: SMTP_PIECES,
  lmtp: SMTP_PIECES,
  pop3: ['RETR 1\r\n', '+OK\r\n', '-ERR\r\n', '.\r\n', 'LIST\r\n', 'PASS x\r\n', 'AUTH PLAIN\r\n', '+ \r\n'],
  imap: ['a LOGIN b ', '{3}\r\n', '{2+}\r\n', '+ \r\n', 'a OK\r\n', '* 1 FETCH ', 'a AUTHENTICATE PLAIN\r\n', '"'],
};

for (const protocol of ['smtp', 'pop3', 'imap'] as const) {
  const turns = fc.array(fc.tuple(fc.constantFrom('C' as const, 'S' as const), byteText(...PIECES[protocol])), {
    maxLength: 8,
  });
  describe(protocol, () => {
    test('frames joined are the stream', () => {
      fc.assert(
        fc.property(turns, fc.integer({ min: 1, max: 20 }), (dialog, chunk) => {
          const { client, server } = run(protocol, dialog, chunk);
          const sent = (side: 'C' | 'S') => dialog.flatMap(([from, text]) => (from === side ? [text] : [])).join('');
          const joined = (frames: Frame[]) => frames.map((frame) => toByteString(frame.bytes)).join('');
          expect(joined(client)).toBe(sent('C'));
          expect(joined(server)).toBe(sent('S'));
          for (const { secret, bytes } of [...client, ...server]) {
            if (secret) expect(secret.start >= 0 && secret.start < secret.end && secret.end <= bytes.length).toBe(true);
          }
        }),
      );
    });
    test('chunks make no difference', () => {
      fc.assert(
        fc.property(turns, fc.integer({ min: 1, max: 20 }), (dialog, chunk) => {
          const { client, server } = run(protocol, dialog, chunk);
          const whole = run(protocol, dialog);
          expect([client.map(show), server.map(show)]).toEqual([whole.client.map(show), whole.server.map(show)]);
        }),
      );
    });
  });
}

describe('SMTP', () => {
  test('message data is one frame from the 354 to the dot', () => {
    const dialog: Turn[] = [
      ['C', 'MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n'],
      ['S', '250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n354 End data\r\n'],
      ['C', 'Subject: x\r\n\r\n..dot\r\n.\r\nQUIT\r\n'],
    ];
    expect(shown('smtp', dialog)).toEqual([
      'line MAIL FROM:<a@b>',
      'line RCPT TO:<c@d>',
      'line DATA',
      'mailData Subject: x\r\n\r\n..dot\r\n.',
      'line QUIT',
    ]);
  });

  test('an empty message is a lone dot', () => {
    expect(
      shown('smtp', [
        ['C', 'DATA\r\n'],
        ['S', '354 go\r\n'],
        ['C', '.\r\nRSET\r\n'],
      ]),
    ).toEqual(['line DATA', 'mailData .', 'line RSET']);
  });

  test('a refused DATA and an early talker stay lines', () => {
    expect(
      shown('smtp', [
        ['C', 'DATA\r\nSubject: x\r\n'],
        ['S', '554 5.5.1 Error: no valid recipients\r\n'],
        ['C', '.\r\n'],
      ]),
    ).toEqual(['line DATA', 'line Subject: x', 'line .']);
  });

  test('a 354 that answers no DATA changes nothing', () => {
    expect(
      shown('smtp', [
        ['C', 'NOOP\r\n'],
        ['S', '354 go\r\n'],
        ['C', 'NOOP\r\n'],
      ]),
    ).toEqual(['line NOOP', 'line NOOP']);
  });

  test('bare line feeds around a dot end nothing', () => {
    expect(
      shown('smtp', [
        ['C', 'DATA\r\n'],
        ['S', '354 go\r\n'],
        ['C', 'a\n.\nMAIL FROM:<x@y>\r\n.\r\n'],
      ]),
    ).toHaveLength(2);
  });

  test.each(['\n.\r\n', '\n.\n'])(
    'to a reader of bare line feeds %j ends the letter, and the next one waits for no 354',
    (end) => {
      const frames = (chunk: number) => {
        const framer = framerFor('smtp', { endsAtBareLf: true });
        const said = `a${end}MAIL FROM:<x@y>\r\nDATA\r\nb\r\n.\r\nQUIT\r\n`;
        framer.fromClient(fromByteString('DATA\r\n'));
        framer.fromServer(fromByteString('354 go\r\n'));
        const pieces = Array.from({ length: Math.ceil(said.length / chunk) }, (_, at) =>
          said.slice(at * chunk, (at + 1) * chunk),
        );
        return pieces
          .flatMap((piece) => framer.fromClient(fromByteString(piece)))
          .map(({ kind, bytes }) => [kind, toByteString(bytes)]);
      };
      const wanted = [
        ['bulk', `a${end}`],
        ['line', 'MAIL FROM:<x@y>\r\n'],
        ['line', 'DATA\r\n'],
        ['bulk', 'b\r\n.\r\n'],
        ['line', 'QUIT\r\n'],
      ];
      for (const chunk of [1, 2, 3, 5, 100]) expect(frames(chunk)).toEqual(wanted);
    },
  );

  test('credentials are secret, the giving-up star is not', () => {
    const dialog: Turn[] = [
      ['C', 'AUTH PLAIN AGJvYgBzZWNyZXQ=\r\n'],
      ['S', '535 5.7.8 Error\r\n'],
      ['C', 'auth login\r\n'],
      ['S', '334 VXNlcm5hbWU6\r\n'],
      ['C', 'Ym9i\r\n'],
      ['S', '334 UGFzc3dvcmQ6\r\n'],
      ['C', '*\r\n'],
      ['S', '501 5.7.0 Authentication aborted\r\n'],
      ['C', 'QUIT\r\n'],
    ];
    expect(shown('smtp', dialog)).toEqual([
      'line AUTH PLAIN AGJvYgBzZWNyZXQ=|AGJvYgBzZWNyZXQ=',
      'line auth login',
      'line Ym9i|Ym9i',
      'line *',
      'line QUIT',
    ]);
  });

  test('BDAT counts its octets at a server that offered CHUNKING', () => {
    expect(
      shown('smtp', [
        ['S', '250-mx\r\n250 CHUNKING\r\n'],
        ['C', 'BDAT 7 LAST\r\nab\r\ncd\nQUIT\r\n'],
      ]),
    ).toEqual(['line BDAT 7 LAST', 'mailData ab\r\ncd', 'line QUIT']);
  });

  test('huge data comes in pieces of a mebibyte, a huge line in pieces of 8 KiB', () => {
    const data = 'x'.repeat(2_500_000);
    const { client } = run(
      'smtp',
      [
        ['C', 'DATA\r\n'],
        ['S', '354 go\r\n'],
        ['C', `${data}\r\n.\r\n${'y'.repeat(20_000)}\r\n`],
      ],
      65_536,
    );
    expect(client.map((frame) => `${frame.kind} ${frame.bytes.length}`)).toEqual([
      'line 6',
      'bulk 1048576',
      'bulk 1048576',
      `bulk ${2_500_005 - 2 * 1_048_576}`,
      'line 8192',
      'line 8192',
      'line 3618',
    ]);
  });

  test('a password longer than a frame is secret in all its pieces', () => {
    const { client } = run('smtp', [['C', `AUTH PLAIN ${'x'.repeat(10_000)}\r\n`]]);
    expect(client.map((frame) => frame.secret)).toEqual([
      { start: 11, end: 8192 },
      { start: 0, end: 1819 },
    ]);
  });

  test('a chunk that is used again by its socket changes no frame', () => {
    const framer = framerFor('smtp');
    const chunk = fromByteString('NOO');
    framer.fromClient(chunk);
    chunk.fill(0);
    expect(framer.fromClient(fromByteString('P\r\n')).map(show)).toEqual(['line NOOP']);
  });
});

describe('POP3', () => {
  test('RETR is one bulk, LIST is lines, pipelined answers keep their order', () => {
    const dialog: Turn[] = [
      ['S', '+OK ready\r\n'],
      ['C', 'LIST\r\nRETR 1\r\nRETR 9\r\nSTAT\r\n'],
      [
        'S',
        '+OK\r\n1 20\r\n.\r\n+OK 20 octets\r\nA: 1\r\n\r\n+OK not a status\r\n.\r\n-ERR no such message\r\n+OK 1 20\r\n',
      ],
    ];
    expect(shown('pop3', dialog, 'server')).toEqual([
      'line +OK ready',
      'line +OK',
      'line 1 20',
      'line .',
      'line +OK 20 octets',
      'multiline A: 1\r\n\r\n+OK not a status\r\n.',
      'line -ERR no such message',
      'line +OK 1 20',
    ]);
  });

  test('PASS takes the rest of its line, AUTH its continuation', () => {
    const dialog: Turn[] = [
      ['S', '+OK\r\n'],
      ['C', 'PASS two words\r\n'],
      ['S', '-ERR\r\n'],
      ['C', 'AUTH PLAIN\r\n'],
      ['S', '+ \r\n'],
      ['C', 'AGJvYg==\r\n'],
      ['S', '+OK\r\n'],
      ['C', 'PASS unfinished'],
    ];
    expect(shown('pop3', dialog)).toEqual([
      'line PASS two words|two words',
      'line AUTH PLAIN',
      'line AGJvYg==|AGJvYg==',
      'line PASS unfinished|unfinished',
    ]);
  });
});

describe('IMAP', () => {
  test.each<[string, Turn[], string[]]>([
    ['an atom', [['C', 'a LOGIN bob swordfish\r\n']], ['line a LOGIN bob swordfish|swordfish']],
    ['a quoted string', [['C', 'a login "b\\"ob" "two words"\r\n']], ['line a login "b\\"ob" "two words"|two words']],
    [
      'a literal that waits',
      [
        ['C', 'a LOGIN bob {5}\r\n'],
        ['S', '+ go\r\n'],
        ['C', 'se\r\nt\r\nb NOOP\r\n'],
      ],
      ['line a LOGIN bob {5}', 'literal se\r\nt|se\r\nt', 'line ', 'line b NOOP'],
    ],
    [
      'two literals that do not',
      [['C', 'a LOGIN {3+}\r\nbob {6+}\r\nsecret\r\nb NOOP\r\n']],
      ['line a LOGIN {3+}', 'literal bob', 'line  {6+}', 'literal secret|secret', 'line ', 'line b NOOP'],
    ],
    [
      'a literal user and an atom',
      [['C', 'a LOGIN {3+}\r\nbob secret\r\n']],
      ['line a LOGIN {3+}', 'literal bob', 'line  secret|secret'],
    ],
    [
      'AUTHENTICATE',
      [
        ['C', 'a AUTHENTICATE PLAIN\r\n'],
        ['S', '+ \r\n'],
        ['C', 'AGJvYg==\r\n'],
        ['S', 'a OK\r\n'],
        ['C', 'b NOOP\r\n'],
      ],
      ['line a AUTHENTICATE PLAIN', 'line AGJvYg==|AGJvYg==', 'line b NOOP'],
    ],
    [
      'an initial response',
      [['C', 'a AUTHENTICATE PLAIN AGJvYg==\r\n']],
      ['line a AUTHENTICATE PLAIN AGJvYg==|AGJvYg=='],
    ],
    [
      'a literal that was refused',
      [
        ['C', 'a APPEND x {5}\r\n'],
        ['S', 'a NO too big\r\n'],
        ['C', 'b NOOP\r\n'],
        ['S', '+ late\r\n'],
        ['C', 'c NOOP\r\n'],
      ],
      ['line a APPEND x {5}', 'line b NOOP', 'line c NOOP'],
    ],
  ])('%s', (_what, turns, frames) => {
    expect(shown('imap', turns)).toEqual(frames);
  });

  test("a server's literal is one bulk, and the response goes on after it", () => {
    expect(shown('imap', [['S', '* 1 FETCH (BODY[] {6}\r\nA: 1\r\n UID 7)\r\na OK done\r\n']], 'server')).toEqual([
      'line * 1 FETCH (BODY[] {6}',
      'literal A: 1',
      'line  UID 7)',
      'line a OK done',
    ]);
  });
});

test('raw bytes pass as they come, cut at a mebibyte', () => {
  const framer = framerFor('raw');
  expect(framer.fromServer(new Uint8Array(1_048_577)).map((frame) => [frame.bulk, frame.bytes.length])).toEqual([
    ['raw', 1_048_576],
    ['raw', 1],
  ]);
});
