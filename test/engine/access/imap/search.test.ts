// Every key of SEARCH against the same three letters (RFC 3501 section 6.4.4).
import { describe, expect, it } from 'vitest';
import { imapMachine } from '../../../../engine/access/imap/machine.ts';
import { contextFor } from '../access-context.ts';
import { ENCODED, mailboxWith, MULTIPART, PLAIN, START_MS } from '../letters.ts';

const DAY_MS = 86_400_000;

/** 1 plain, seen and flagged; 2 encoded, answered, a day later; 3 multipart, new, two days later, uid 5. */
function search(keys: string): string {
  const mailbox = mailboxWith([]);
  mailbox.append(PLAIN, new Set(['Seen', 'Flagged']), START_MS);
  mailbox.append(ENCODED, new Set(['Answered']), START_MS + DAY_MS);
  for (const uid of [mailbox.append(PLAIN, new Set(), 0), mailbox.append(PLAIN, new Set(), 0)]) mailbox.remove(uid);
  mailbox.settle([1, 2]);
  mailbox.append(MULTIPART, new Set(['Draft']), START_MS + 2 * DAY_MS);
  const machine = imapMachine(contextFor(mailbox));
  machine.receive(Buffer.from('a LOGIN bob secret\r\nb SELECT INBOX\r\n'));
  const said = machine.receive(Buffer.from(`c ${keys}\r\n`));
  const text = said.map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString() : '')).join('');
  return /^\* SEARCH ?([\d ]*)\r\nc OK/.exec(text)?.[1] ?? text;
}

describe('SEARCH', () => {
  it.each([
    ['ALL', '1 2 3'],
    ['1:2', '1 2'],
    ['*', '3'],
    ['2:*', '2 3'],
    ['UID 5', '3'],
    ['UID 3:4', ''],
    ['SEEN', '1'],
    ['UNSEEN', '2 3'],
    ['ANSWERED', '2'],
    ['UNANSWERED', '1 3'],
    ['FLAGGED', '1'],
    ['UNFLAGGED', '2 3'],
    ['DELETED', ''],
    ['UNDELETED', '1 2 3'],
    ['DRAFT', '3'],
    ['UNDRAFT', '1 2'],
    ['RECENT', '3'],
    ['OLD', '1 2'],
    ['NEW', '3'],
    ['KEYWORD $Junk', ''],
    ['UNKEYWORD $Junk', '1 2 3'],
    [`LARGER ${ENCODED.length}`, '1 3'],
    [`SMALLER ${MULTIPART.length}`, '1 2'],
    ['ON 5-Jan-2026', '1'],
    ['SINCE 6-Jan-2026', '2 3'],
    ['BEFORE "6-Jan-2026"', '1'],
    ['SENTON 4-Jan-2026', '2'],
    ['SENTBEFORE 5-Jan-2026', '2'],
    ['SENTSINCE 5-Jan-2026', '1 3'],
    ['SUBJECT lunch', '1'],
    ['SUBJECT "Grüße aus"', '2'],
    ['CHARSET UTF-8 SUBJECT "KÖLN"', '2'],
    ['FROM "Zoë"', '2'],
    ['TO carol', '1'],
    ['CC carol', ''],
    ['BCC carol', ''],
    ['HEADER Message-ID 3@campus', '3'],
    ['HEADER Received ""', '1'],
    ['HEADER X-None ""', ''],
    ['BODY "langer Satz"', '2'],
    ['BODY "html words"', '3'],
    ['BODY lunch', ''],
    ['TEXT lunch', '1'],
    ['TEXT "enclosed body"', '3'],
    ['NOT SEEN', '2 3'],
    ['NOT NOT SEEN', '1'],
    ['OR SEEN ANSWERED', '1 2'],
    ['OR (SEEN FLAGGED) (NOT (OR SEEN ANSWERED))', '1 3'],
    ['UNSEEN UNANSWERED', '3'],
    ['seen subject LUNCH', '1'],
  ])('%s', (keys, expected) => {
    expect(search(`SEARCH ${keys}`)).toBe(expected);
  });

  it('tells uids after UID', () => {
    expect(search('UID SEARCH 2:3')).toBe('2 5');
  });

  it('takes a literal', () => {
    expect(search('SEARCH CHARSET UTF-8 SUBJECT {7+}\r\nGrüße')).toBe('2');
  });

  it.each(['', 'NOT', 'OR SEEN', '()', '(SEEN', 'LARGER x', 'ON 1-Foo-2026', 'SUBJECT', 'SEEN  DRAFT', 'COLOUR red'])(
    'refuses %j',
    (keys) => {
      expect(search(`SEARCH ${keys}`)).toMatch(/^c BAD /);
    },
  );

  it('has bounds', () => {
    expect(search(`SEARCH ${'NOT '.repeat(33)}ALL`)).toMatch(/^c BAD .*too many/);
    expect(search(`SEARCH ${'('.repeat(40)}ALL${')'.repeat(40)}`)).toMatch(/^c BAD .*too many/);
    expect(search(`SEARCH${' ALL'.repeat(257)}`)).toMatch(/^c BAD .*too many/);
  });
});
