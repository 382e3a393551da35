// POP3 as conversations (RFC 1939 and its extensions).
import { describe, expect, it } from 'vitest';
import { pop3Machine } from '../../../../engine/access/pop3/machine.ts';
import { accountOf, contextFor } from '../access-context.ts';
import { converse } from '../dialogue.ts';
import { ENCODED, mailboxWith, MULTIPART, PLAIN, ROUGH } from '../letters.ts';

const GREETING = 'S: +OK mail.harbor.example POP3 server ready';
const LOGIN = `${GREETING}
  C: USER bob
  S: +OK
  C: PASS secret
  S: +OK Logged in.`;
const [one, two, three] = [PLAIN, ENCODED, MULTIPART].map((octets) => octets.length) as [number, number, number];

describe('POP3', () => {
  it('goes from login to quit, and removes at QUIT only', () => {
    const mailbox = mailboxWith();
    converse(
      pop3Machine(contextFor(mailbox)),
      `${LOGIN}
      C: STAT
      S: +OK 3 ${one + two + three}
      C: LIST
      S: +OK 3 messages:
      S: 1 ${one}
      S: 2 ${two}
      S: 3 ${three}
      S: .
      C: LIST 2
      S: +OK 2 ${two}
      C: UIDL 1
      S~ \\+OK 1 \\d+\\.1\\.memory
      C: DELE 1
      S: +OK Marked to be deleted.
      C: RETR 1
      S: -ERR Message is deleted.
      C: STAT
      S: +OK 2 ${two + three}
      C: LIST
      S: +OK 2 messages:
      S: 2 ${two}
      S: 3 ${three}
      S: .
      C: RSET
      S: +OK
      C: STAT
      S: +OK 3 ${one + two + three}
      C: dele 3
      S: +OK Marked to be deleted.
      C: NOOP
      S: +OK
      # not before QUIT
      = nothing is removed yet
      C: QUIT
      S: +OK Logging out, messages deleted.
      ! close`,
      { actions: { 'nothing is removed yet': () => expect(mailbox.letters()).toHaveLength(3) } },
    );
    expect(mailbox.letters().map(({ uid }) => uid)).toEqual([1, 2]);
  });

  it('removes nothing when the connection breaks', () => {
    const mailbox = mailboxWith();
    const machine = pop3Machine(contextFor(mailbox));
    converse(machine, `${LOGIN}\nC: DELE 1\nS: +OK Marked to be deleted.`);
    machine.closed();
    expect(mailbox.letters()).toHaveLength(3);
    expect(machine.receive(Buffer.from('QUIT\r\n'))).toEqual([]);
  });

  it('doubles dots, and sends what is stored', () => {
    converse(
      pop3Machine(contextFor(mailboxWith([PLAIN]))),
      `${LOGIN}
      C: TOP 1 3
      S: +OK
      S: Received: from relay.campus.example ([192.0.2.26])
      S: \tby mx1.harbor.example with ESMTP id ABC123;
      S: \tMon, 5 Jan 2026 09:00:00 +0000
      S: From: "Alice Example" <alice@campus.example>
      S: To: bob@harbor.example, Carol <carol@harbor.example>
      S: Subject: Lunch at noon
      S: Date: Mon, 5 Jan 2026 08:59:58 +0000
      S: Message-ID: <1@campus.example>
      S:
      S: Hello Bob,
      S: ..a line with a dot
      S: ...two dots
      S: .
      C: TOP 1 0
      S~ \\+OK
      ${Buffer.from(PLAIN)
        .toString()
        .split('\r\n')
        .slice(0, 9)
        .map((line) => `S: ${line}`)
        .join('\n')}
      S: .`,
    );
  });

  it('ends a letter without a line end with one', () => {
    const machine = pop3Machine(contextFor(mailboxWith([ROUGH])));
    machine.receive(Buffer.from('USER bob\r\nPASS secret\r\n'));
    const said = machine
      .receive(Buffer.from('RETR 1\r\n'))
      .flatMap((one) => (one.kind === 'reply' ? [...one.bytes] : []));
    const stuffed = Buffer.from('Subject: caf\xe9\r\n\r\none\n..two\r\nthree \x00\xff\r\n.\r\n', 'latin1');
    expect(Buffer.from(said)).toEqual(Buffer.concat([Buffer.from(`+OK ${ROUGH.length} octets\r\n`), stuffed]));
  });

  it.each([
    ['FOO', '-ERR Unknown command.'],
    ['', '-ERR Unknown command.'],
    ['USER', '-ERR USER is not allowed in the TRANSACTION state.'],
    ['RETR', '-ERR Invalid message number:'],
    ['RETR one', '-ERR Invalid message number: one'],
    ['RETR 1 2', '-ERR Invalid message number: 1 2'],
    ['RETR 0', "-ERR There's no message 0."],
    ['RETR 4', "-ERR There's no message 4."],
    ['DELE -1', '-ERR Invalid message number: -1'],
    ['LIST 99999999999', '-ERR Invalid message number: 99999999999'],
    ['TOP 1', '-ERR Usage: TOP msg n'],
    ['TOP 1 x', '-ERR Usage: TOP msg n'],
    ['STLS', '-ERR STLS is not allowed in the TRANSACTION state.'],
  ])('answers %j in a transaction', (line, answer) => {
    converse(pop3Machine(contextFor(mailboxWith())), `${LOGIN}\nC: ${line}\nS: ${answer}`);
  });

  it('says that a letter is gone which another session removed', () => {
    const mailbox = mailboxWith();
    converse(
      pop3Machine(contextFor(mailbox)),
      `${LOGIN}
      = another session removes 2
      C: RETR 2
      S: -ERR Message is gone or can't be read.
      C: DELE 2
      S: +OK Marked to be deleted.
      C: QUIT
      S: +OK Logging out.
      ! close`,
      { actions: { 'another session removes 2': () => mailbox.remove(2) } },
    );
    expect(mailbox.letters()).toHaveLength(2);
  });

  it('answers commands sent ahead, in order', () => {
    converse(
      pop3Machine(contextFor(mailboxWith())),
      `${GREETING}
      C> USER bob\\r\\nPASS secret\\r\\nSTAT\\r\\nQUIT\\r\\nSTAT\\r\\n
      S: +OK
      S: +OK Logged in.
      S: +OK 3 ${one + two + three}
      S: +OK Logging out.
      ! close`,
    );
  });
});

describe('POP3 login', () => {
  it('leaves events, and doesn’t say what was wrong', () => {
    converse(
      pop3Machine(contextFor(mailboxWith())),
      `${GREETING}
      C: PASS secret
      S: -ERR No username given.
      C: USER nobody
      S: +OK
      C: PASS secret
      ! event auth.failed {"mechanism":"USER","login":"nobody","problem":"credentials"}
      ! event pop3.login {"login":"nobody","accepted":false}
      S: -ERR [AUTH] Authentication failed.
      C: USER bob@harbor.example
      S: +OK
      C: PASS secret
      ! event auth.succeeded {"mechanism":"USER","login":"bob@harbor.example"}
      ! event pop3.login {"login":"bob@harbor.example","accepted":true}
      S: +OK Logged in.
      C: DELE 2
      S: +OK Marked to be deleted.
      C: RETR 3
      ! event pop3.retrieved {"uid":"1767610800.3.memory","octets":${three}}
      S: +OK ${three} octets
      ${Buffer.from(MULTIPART)
        .toString()
        .trimEnd()
        .split('\r\n')
        .map((line) => `S: ${line}`)
        .join('\n')}
      S: .
      C: QUIT
      ! event pop3.committed {"removed":["1767607200.2.memory"]}
      S: +OK Logging out, messages deleted.
      ! close`,
      { events: true },
    );
  });

  it('takes a password with spaces', () => {
    const mailbox = mailboxWith();
    const context = contextFor(mailbox, {
      authenticate: (_, proof) => (proof(' a  b ') ? accountOf(mailbox) : undefined),
    });
    converse(pop3Machine(context), `${GREETING}\nC: USER bob\nS: +OK\nC> PASS  a  b \\r\\n\nS: +OK Logged in.`);
  });

  it('takes AUTH PLAIN at once or asked for, and AUTH LOGIN', () => {
    const machine = () => pop3Machine(contextFor(mailboxWith()));
    converse(machine(), `${GREETING}\nC: AUTH PLAIN AGJvYgBzZWNyZXQ=\nS: +OK Logged in.`);
    converse(machine(), `${GREETING}\nC: AUTH PLAIN\nS: +\nC: AGJvYgBzZWNyZXQ=\nS: +OK Logged in.`);
    converse(
      machine(),
      `${GREETING}
      C: AUTH LOGIN
      S: + VXNlcm5hbWU6
      C: Ym9i
      S: + UGFzc3dvcmQ6
      C: *
      S: -ERR Authentication aborted by client.
      C: AUTH GSSAPI
      S: -ERR Unsupported authentication mechanism.`,
    );
  });

  it('refuses passwords in the clear where TLS is asked for', () => {
    converse(
      pop3Machine(contextFor(mailboxWith(), { startTls: true, plaintextLogin: false })),
      `${GREETING}
      C: CAPA
      S: +OK Capability list follows
      S: TOP
      S: UIDL
      S: RESP-CODES
      S: AUTH-RESP-CODE
      S: PIPELINING
      S: STLS
      S: SASL CRAM-MD5
      S: IMPLEMENTATION Posthorn
      S: .
      C: USER bob
      ! event auth.failed {"mechanism":"USER","login":"bob","problem":"tls required"}
      S: -ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.
      # what was sent behind STLS in the clear counts for nothing
      C> STLS\\r\\nUSER mallory\\r\\n
      S: +OK Begin TLS negotiation now.
      ! startTls
      = secured
      C: PASS secret
      S: -ERR No username given.
      C: CAPA
      S: +OK Capability list follows
      S: TOP
      S: UIDL
      S: RESP-CODES
      S: AUTH-RESP-CODE
      S: PIPELINING
      S: USER
      S: SASL PLAIN LOGIN CRAM-MD5
      S: IMPLEMENTATION Posthorn
      S: .
      C: STLS
      S: -ERR TLS is already active.`,
      { events: true },
    );
  });
});

describe('a POP3 client that misbehaves', () => {
  it('is sent away after a line that is too long', () => {
    const said = `${GREETING}\nC: ${'x'.repeat(2049)}\nS: -ERR Input line too long.\n! close\nC: QUIT`;
    converse(pop3Machine(contextFor(mailboxWith())), said);
    converse(pop3Machine(contextFor(mailboxWith())), said, { chunk: 100 });
  });

  it('is sent away after twenty bad commands in a row', () => {
    converse(
      pop3Machine(contextFor(mailboxWith())),
      `${GREETING}
      ${'C: HELO\nS: -ERR Unknown command.\n'.repeat(19)}
      C: USER bob
      S: +OK
      ${'C: HELO\nS: -ERR Unknown command.\n'.repeat(20)}
      S: -ERR Too many bad commands.
      ! close`,
    );
  });

  it('is sent away after ten wrong passwords', () => {
    converse(
      pop3Machine(contextFor(mailboxWith())),
      `${GREETING}
      ${'C: USER bob\nS: +OK\nC: PASS x\nS: -ERR [AUTH] Authentication failed.\n'.repeat(10)}
      S: -ERR Too many failed logins.
      ! close`,
    );
  });
});
