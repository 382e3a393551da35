// IMAP as conversations (RFC 3501 and the extensions it offers): states, login, mailboxes, news.
import { describe, expect, it } from 'vitest';
import { imapMachine } from '../../../../engine/access/imap/machine.ts';
import { contextFor } from '../access-context.ts';
import { converse, type DialogueOptions } from '../dialogue.ts';
import { ENCODED, mailboxWith, PLAIN, START_MS } from '../letters.ts';

const BASE = 'IMAP4rev1 LITERAL+ SASL-IR ID ENABLE IDLE';
const BEFORE = `CAPABILITY ${BASE} AUTH=PLAIN AUTH=LOGIN AUTH=CRAM-MD5`;
const AFTER = `CAPABILITY ${BASE} NAMESPACE UNSELECT UIDPLUS CHILDREN SPECIAL-USE MOVE`;
const GREETING = `S: * OK [${BEFORE}] mail.harbor.example IMAP server ready`;
const LOGIN = `${GREETING}
  C: a LOGIN bob secret
  S: a OK [${AFTER}] Logged in`;
const FLAGS = '(\\Answered \\Flagged \\Deleted \\Seen \\Draft)';
const PERMANENT = FLAGS.replace(')', ' \\*)');
const select = (messages: number, recent: number, next = messages + 1): string => `
  C: s SELECT inbox
  S: * FLAGS ${FLAGS}
  S: * OK [PERMANENTFLAGS ${PERMANENT}] Flags permitted.
  S: * ${messages} EXISTS
  S: * ${recent} RECENT
  ${messages > 0 ? 'S: * OK [UNSEEN 1] First unseen.' : ''}
  S: * OK [UIDVALIDITY 77] UIDs valid
  S: * OK [UIDNEXT ${next}] Predicted next UID
  S: s OK [READ-WRITE] Select completed.`;

const talk = (script: string, options?: DialogueOptions, mailbox = mailboxWith()): void =>
  converse(imapMachine(contextFor(mailbox)), script, options);

describe('IMAP login', () => {
  it('takes an atom, a quoted string, a literal, a literal that doesn’t wait', () => {
    talk(`${GREETING}\nC: a LOGIN "bob" "secret"\nS: a OK [${AFTER}] Logged in`);
    talk(`${GREETING}\nC: a LOGIN {3}\nS: + OK\nC: bob {6}\nS: + OK\nC: secret\nS: a OK [${AFTER}] Logged in`);
    talk(`${GREETING}\nC> a LOGIN {3+}\\r\\nbob {6+}\\r\\nsecret\\r\\n\nS: a OK [${AFTER}] Logged in`);
  });

  it('leaves events', () => {
    talk(
      `${GREETING}
      C: a LOGIN bob wrong
      ! event auth.failed {"mechanism":"LOGIN","login":"bob","problem":"credentials"}
      ! event imap.login {"login":"bob","accepted":false}
      S: a NO [AUTHENTICATIONFAILED] Authentication failed.
      C: b AUTHENTICATE PLAIN ####
      S: b BAD Error in IMAP command AUTHENTICATE: there is more than the command takes.
      C: c AUTHENTICATE PLAIN abc
      ! event auth.failed {"mechanism":"PLAIN","problem":"malformed"}
      ! event imap.login {"login":"","accepted":false}
      S: c NO [AUTHENTICATIONFAILED] Authentication failed.
      C: d LOGIN bob secret
      ! event auth.succeeded {"mechanism":"LOGIN","login":"bob"}
      ! event imap.login {"login":"bob","accepted":true}
      S: d OK [${AFTER}] Logged in
      C: e EXAMINE INBOX
      S: * FLAGS ${FLAGS}
      S: * OK [PERMANENTFLAGS ()] Read-only mailbox.
      S: * 3 EXISTS
      S: * 3 RECENT
      S: * OK [UNSEEN 1] First unseen.
      S: * OK [UIDVALIDITY 77] UIDs valid
      S: * OK [UIDNEXT 4] Predicted next UID
      ! event imap.selected {"mailbox":"bob@harbor.example","messages":3,"readOnly":true}
      S: e OK [READ-ONLY] Examine completed.`,
      { events: true },
    );
  });

  it('authenticates with and without an initial response, and lets the client give up', () => {
    talk(`${GREETING}\nC: a AUTHENTICATE PLAIN AGJvYgBzZWNyZXQ=\nS: a OK [${AFTER}] Logged in`);
    talk(`${GREETING}\nC: a AUTHENTICATE PLAIN\nS: +\nC: AGJvYgBzZWNyZXQ=\nS: a OK [${AFTER}] Logged in`);
    talk(
      `${GREETING}
      C: a AUTHENTICATE LOGIN
      S: + VXNlcm5hbWU6
      C: *
      S: a BAD Authentication aborted by client.
      C: b AUTHENTICATE login
      S: + VXNlcm5hbWU6
      C: Ym9i
      S: + UGFzc3dvcmQ6
      C: c2VjcmV0
      S: b OK [${AFTER}] Logged in
      C: c AUTHENTICATE PLAIN
      S: c BAD Error in IMAP command: AUTHENTICATE is not for those who are logged in already.`,
    );
  });

  it('asks for TLS first, and forgets what was typed before it', () => {
    converse(
      imapMachine(contextFor(mailboxWith(), { startTls: true, plaintextLogin: false })),
      `S: * OK [CAPABILITY ${BASE} STARTTLS AUTH=CRAM-MD5 LOGINDISABLED] mail.harbor.example IMAP server ready
      C: a LOGIN bob secret
      S: a NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.
      C> b STARTTLS\\r\\nc LOGIN mallory x\\r\\n
      S: b OK Begin TLS negotiation now.
      ! startTls
      C: d NOOP
      = secured
      C: e CAPABILITY
      S: * ${BEFORE}
      S: e OK Capability completed.
      C: f STARTTLS
      S: f BAD TLS is already active.
      C: g LOGIN bob secret
      S: g OK [${AFTER}] Logged in`,
    );
  });
});

describe('IMAP mailboxes', () => {
  it('has an INBOX from the beginning, and says what it can', () => {
    talk(`${LOGIN}
      C: a LIST "" ""
      S: * LIST (\\Noselect) "/" ""
      S: a OK List completed.
      C: b LIST "" *
      S: * LIST (\\HasNoChildren) "/" INBOX
      S: b OK List completed.
      C: c LIST "in" "%x"
      S: * LIST (\\HasNoChildren) "/" INBOX
      S: c OK List completed.
      C: d LIST "" "Sent*"
      S: d OK List completed.
      C: e LSUB "" "*"
      S: * LSUB () "/" INBOX
      S: e OK Lsub completed.
      C: g SELECT Sent
      S: g NO [NONEXISTENT] Mailbox doesn't exist: Sent
      C: h STATUS inbox (MESSAGES UNSEEN UIDNEXT UIDVALIDITY RECENT)
      S: * STATUS INBOX (MESSAGES 3 UNSEEN 3 UIDNEXT 4 UIDVALIDITY 77 RECENT 3)
      S: h OK Status completed.
      C: i NAMESPACE
      S: * NAMESPACE (("" "/")) NIL NIL
      S: i OK Namespace completed.
      C: j SUBSCRIBE INBOX
      S: j OK Subscribe completed.
      C: k ID ("name" "test" "os" NIL)
      S: * ID ("name" "Posthorn")
      S: k OK ID completed.
      C: l ENABLE CONDSTORE
      S: * ENABLED
      S: l OK Enabled.
      C: m FETCH 1 FLAGS
      S: m BAD Error in IMAP command: no mailbox selected.
      C: n LOGOUT
      S: * BYE Logging out
      S: n OK Logout completed.
      ! close`);
  });

  it('shows a letter as recent to the first session only', () => {
    const mailbox = mailboxWith([PLAIN]);
    talk(
      `${LOGIN}${select(1, 1)}\nC: f FETCH 1 FLAGS\nS: * 1 FETCH (FLAGS (\\Recent))\nS: f OK Fetch completed.`,
      {},
      mailbox,
    );
    talk(`${LOGIN}${select(1, 0)}\nC: f FETCH 1 FLAGS\nS: * 1 FETCH (FLAGS ())\nS: f OK Fetch completed.`, {}, mailbox);
  });

  it('stores, expunges and closes', () => {
    const mailbox = mailboxWith();
    talk(
      `${LOGIN}${select(3, 3)}
      C: a STORE 1:2 +FLAGS (\\Deleted \\Seen $Junk)
      S: * 1 FETCH (FLAGS (\\Deleted \\Seen $Junk \\Recent))
      S: * 2 FETCH (FLAGS (\\Deleted \\Seen $Junk \\Recent))
      S: a OK Store completed.
      C: b UID STORE 2 -FLAGS.SILENT \\Deleted
      S: b OK Store completed.
      C: c UID STORE 2 FLAGS ()
      S: * 2 FETCH (UID 2 FLAGS (\\Recent))
      S: c OK Store completed.
      C: d STORE 3 +FLAGS.SILENT (\\Deleted)
      S: d OK Store completed.
      C: e UID EXPUNGE 2:3
      S: * 3 EXPUNGE
      S: e OK Expunge completed.
      C: f EXPUNGE
      S: * 1 EXPUNGE
      S: f OK Expunge completed.
      C: g STORE 1 FLAGS \\Recent
      S: g BAD Error in IMAP command STORE: \\Recent is no flag that a client can set.
      C: h STORE 1 +FLAGS (\\Deleted)
      S: * 1 FETCH (FLAGS (\\Deleted \\Recent))
      S: h OK Store completed.
      C: i CLOSE
      S: i OK Close completed.
      C: j CHECK
      S: j BAD Error in IMAP command: no mailbox selected.`,
      {},
      mailbox,
    );
    expect(mailbox.letters()).toEqual([]);
  });

  it('changes nothing in a mailbox opened read-only', () => {
    const mailbox = mailboxWith([PLAIN]);
    mailbox.setFlags(1, new Set(['Deleted']));
    const machine = imapMachine(contextFor(mailbox));
    machine.receive(Buffer.from('a LOGIN bob secret\r\nb EXAMINE INBOX\r\n'));
    const said = machine.receive(
      Buffer.from('c FETCH 1 RFC822\r\nd STORE 1 +FLAGS (\\Seen)\r\ne EXPUNGE\r\nf CLOSE\r\n'),
    );
    const text = said.map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString() : '')).join('');
    expect(text).toContain('d NO [READ-ONLY]');
    expect(text).toContain('e NO [READ-ONLY]');
    expect(mailbox.letters().map(({ flags, recent }) => [[...flags], recent])).toEqual([[['Deleted'], true]]);
  });

  it('appends with flags and a date, and copies', () => {
    const mailbox = mailboxWith([PLAIN]);
    talk(
      `${LOGIN}${select(1, 1)}
      C: a APPEND INBOX (\\Seen \\Draft) " 1-Feb-2025 10:00:00 +0100" {14}
      S: + OK
      C> Subject: x\\r\\n\\r\\n\\r\\n
      S: * 2 EXISTS
      S: * 2 RECENT
      S: a OK [APPENDUID 77 2] Append completed.
      C: b FETCH 2 (INTERNALDATE FLAGS RFC822.SIZE)
      S: * 2 FETCH (INTERNALDATE " 1-Feb-2025 09:00:00 +0000" FLAGS (\\Seen \\Draft \\Recent) RFC822.SIZE 14)
      S: b OK Fetch completed.
      C: c COPY 1:2 INBOX
      S: * 4 EXISTS
      S: * 4 RECENT
      S: c OK [COPYUID 77 1:2 3:4] Copy completed.
      C: d COPY 1 Archive
      S: d NO [TRYCREATE] Mailbox doesn't exist: Archive
      C: e APPEND Sent {3+}
      C> abc\\r\\n
      S: e NO [TRYCREATE] Mailbox doesn't exist: Sent
      C: f APPEND INBOX "yesterday" {1+}
      C> a\\r\\n
      S: f BAD Error in IMAP command APPEND: a date-time looks like " 5-Jan-2026 09:00:00 +0000".`,
      {},
      mailbox,
    );
  });
});

describe('IMAP news', () => {
  const actions = (mailbox: ReturnType<typeof mailboxWith>): Record<string, () => void> => ({
    'a letter arrives': () => void mailbox.append(ENCODED, new Set(), START_MS),
    'another session removes 1': () => mailbox.remove(1),
    'another session flags 2': () => mailbox.setFlags(2, new Set(['Flagged'])),
  });

  it('waits for the next command, and keeps numbers through FETCH, STORE and SEARCH', () => {
    const mailbox = mailboxWith();
    talk(
      `${LOGIN}${select(3, 3)}
      = a letter arrives
      = another session removes 1
      = another session flags 2
      C: a FETCH 2 UID
      S: * 2 FETCH (UID 2)
      S: * 4 EXISTS
      S: * 4 RECENT
      S: * 2 FETCH (FLAGS (\\Flagged \\Recent))
      S: a OK Fetch completed.
      C: b FETCH 1:2 (UID FLAGS)
      S: * 2 FETCH (UID 2 FLAGS (\\Flagged \\Recent))
      S: b OK [EXPUNGEISSUED] Some messages are no longer here.
      C: c SEARCH ALL
      S: * SEARCH 2 3 4
      S: c OK Search completed.
      C: d NOOP
      S: * 1 EXPUNGE
      S: d OK NOOP completed.
      C: e UID SEARCH ALL
      S: * SEARCH 2 3 4
      S: e OK Search completed.`,
      { actions: actions(mailbox) },
      mailbox,
    );
  });

  it('is told at once while the client idles', () => {
    const mailbox = mailboxWith();
    talk(
      `${LOGIN}${select(3, 3)}
      C: i IDLE
      ! event imap.idle {"mailbox":"bob@harbor.example"}
      S: + idling
      = a letter arrives
      S: * 4 EXISTS
      S: * 4 RECENT
      = another session flags 2
      S: * 2 FETCH (FLAGS (\\Flagged \\Recent))
      = another session removes 1
      S: * 1 EXPUNGE
      C: DONE
      S: i OK Idle completed.
      = a letter arrives
      C: j IDLE
      ! event imap.idle {"mailbox":"bob@harbor.example"}
      S: + idling
      S: * 4 EXISTS
      S: * 4 RECENT
      C: k NOOP
      S: j BAD Expected DONE.`
        .replace(
          /C: a LOGIN bob secret/,
          '$&\n! event auth.succeeded {"mechanism":"LOGIN","login":"bob"}\n! event imap.login {"login":"bob","accepted":true}',
        )
        .replace(/S: s OK/, '! event imap.selected {"mailbox":"bob@harbor.example","messages":3,"readOnly":false}\n$&'),
      { actions: actions(mailbox), events: true },
      mailbox,
    );
  });

  it('never shows an old letter as new, also when the mailbox was emptied', () => {
    const mailbox = mailboxWith([PLAIN]);
    talk(
      `${LOGIN}${select(1, 1)}
      = another session removes 1
      C: a NOOP
      S: * 1 EXPUNGE
      S: a OK NOOP completed.
      C: b FETCH 1:* FLAGS
      S: b OK Fetch completed.
      = a letter arrives
      C: c NOOP
      S: * 1 EXISTS
      S: * 1 RECENT
      S: c OK NOOP completed.`,
      { actions: actions(mailbox) },
      mailbox,
    );
  });
});

describe('an IMAP client that types something wrong', () => {
  it.each([
    ['', undefined],
    ['x', 'x BAD Error in IMAP command: an argument is missing.'],
    ['(', '* BAD Error in IMAP command: a command begins with a tag.'],
    ['a FROB', 'a BAD Error in IMAP command: unknown command FROB.'],
    ['a UID LOGOUT', 'a BAD Error in IMAP command: unknown command UID LOGOUT.'],
    ['a NOOP x', 'a BAD Error in IMAP command NOOP: there is more than the command takes.'],
    ['a FETCH', 'a BAD Error in IMAP command FETCH: an argument is missing.'],
    ['a FETCH 4 FLAGS', 'a BAD Error in IMAP command FETCH: there is no message 4, only 3.'],
    [
      'a FETCH 0 FLAGS',
      'a BAD Error in IMAP command FETCH: a set is numbers, ranges like 2:4, and * for the last, with commas.',
    ],
    ['a FETCH 1 (FLAGS', "a BAD Error in IMAP command FETCH: ')' is missing."],
    ['a FETCH 1 BODY[', "a BAD Error in IMAP command FETCH: ']' is missing."],
    ['a FETCH 1 BODY[1.]', 'a BAD Error in IMAP command FETCH: the section ends with a dot.'],
    ['a FETCH 1 COLOUR', 'a BAD Error in IMAP command FETCH: COLOUR is nothing that FETCH knows.'],
    ['a SEARCH ON yesterday', 'a BAD Error in IMAP command SEARCH: a date to search looks like 5-Jan-2026.'],
    [
      'a SEARCH CHARSET KOI8-R ALL',
      'a NO [BADCHARSET (US-ASCII UTF-8 ISO-8859-1 ISO-8859-15 WINDOWS-1252)] Unknown charset.',
    ],
    ['a LOGIN bob secret', 'a BAD Error in IMAP command: LOGIN is not for those who are logged in already.'],
    [
      'a LIST "" "x',
      'a BAD Error in IMAP command LIST: the quoted string has no end, or what no quoted string may have.',
    ],
    ['a NOOP {99999999}', 'a NO [TOOBIG] The literal is larger than this server takes.'],
  ])('is told so: %j', (line, answer) => {
    talk(`${LOGIN}${select(3, 3)}\nC: ${line}\n${answer === undefined ? '' : `S: ${answer}`}`);
  });

  it('is sent away when the rest makes no sense any more, or goes on too long', () => {
    talk(`${GREETING}\nC: a NOOP {99999999+}\nS: * BYE Command too long.\n! close\nC: b NOOP`);
    talk(`${GREETING}\nC: ${'x'.repeat(70_000)}\nS: * BYE Command too long.\n! close`, { chunk: 1000 });
    talk(
      `${GREETING}\n${'C: a X\nS: a BAD Error in IMAP command: unknown command X.\n'.repeat(20)}S: * BYE Too many invalid commands.\n! close`,
    );
    talk(
      `${GREETING}\n${'C: a LOGIN x y\nS: a NO [AUTHENTICATIONFAILED] Authentication failed.\n'.repeat(10)}S: * BYE Too many failed logins.\n! close`,
    );
  });

  it('is one of fifty sessions of the same user at most', () => {
    const mailbox = mailboxWith();
    const enter = () => {
      const machine = imapMachine(contextFor(mailbox));
      const [answer] = machine.receive(Buffer.from('a LOGIN bob secret\r\n')).slice(-1);
      return { machine, text: answer?.kind === 'reply' ? Buffer.from(answer.bytes).toString() : '' };
    };
    const sessions = Array.from({ length: 50 }, enter);
    expect(enter().text).toBe('a NO [LIMIT] This user has too many connections open; close one first.\r\n');
    sessions[0]?.machine.closed();
    expect(enter().text).toContain('a OK');
  });

  it('may not send 25 MB before it has logged in', () => {
    talk(`${GREETING}\nC: a APPEND INBOX {20000}\nS: a NO [TOOBIG] The literal is larger than this server takes.`);
  });
});
