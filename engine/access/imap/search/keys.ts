// What a SEARCH asks for, read into a tree of keys (RFC 3501 section 6.4.4). Counterpart: match.ts asks each letter.
// Rule: bounded in depth and number; words come out as text in lower case, ready to compare.

import { parseDate } from '../../../../mail/date.ts';
import type { Flag } from '../../../store/mailbox.ts';
import { ACCESS_LIMITS } from '../../limits.ts';
import { type Scanner, SyntaxProblem } from '../scanner.ts';
import { parseSequenceSet, type SequenceSet } from '../sequence-set.ts';

export type SearchKey =
  | { kind: 'all' | 'new' | 'old' | 'recent' }
  | { kind: 'flag'; flag: Flag; set: boolean }
  /** In small letters. */
  | { kind: 'keyword'; name: string; set: boolean }
  | { kind: 'set'; set: SequenceSet; uid: boolean }
  | { kind: 'size'; than: 'larger' | 'smaller'; octets: number }
  /** `day`: days since 1970. */
  | { kind: 'date'; of: 'received' | 'sent'; compare: 'before' | 'on' | 'since'; day: number }
  | { kind: 'header'; name: string; words: string }
  | { kind: 'body' | 'text'; words: string }
  | { kind: 'not'; key: SearchKey }
  | { kind: 'or'; keys: readonly [SearchKey, SearchKey] }
  | { kind: 'and'; keys: readonly SearchKey[] };

/** How a client's octets become words. */
type Decode = (octets: string) => string;

type Reader = (scanner: Scanner, next: () => SearchKey, words: () => string) => SearchKey;

const flag =
  (name: Flag, set: boolean): Reader =>
  () => ({ kind: 'flag', flag: name, set });
const simple =
  (kind: 'all' | 'new' | 'old' | 'recent'): Reader =>
  () => ({ kind });
const header =
  (name: string): Reader =>
  (_scanner, _next, words) => ({ kind: 'header', name, words: words() });
const content =
  (kind: 'body' | 'text'): Reader =>
  (_scanner, _next, words) => ({ kind, words: words() });
const size =
  (than: 'larger' | 'smaller'): Reader =>
  (scanner) => ({ kind: 'size', than, octets: spaced(scanner, () => scanner.number()) });
const date =
  (of: 'received' | 'sent', compare: 'before' | 'on' | 'since'): Reader =>
  (scanner) => ({ kind: 'date', of, compare, day: spaced(scanner, () => parseDay(scanner)) });
const keyword =
  (set: boolean): Reader =>
  (scanner) => ({ kind: 'keyword', name: spaced(scanner, () => scanner.atom()).toLowerCase(), set });

/** Every key of RFC 3501 section 6.4.4 but the sequence set, which has no name. */
const READERS: Readonly<Record<string, Reader>> = {
  ALL: simple('all'),
  ANSWERED: flag('Answered', true),
  BCC: header('bcc'),
  BEFORE: date('received', 'before'),
  BODY: content('body'),
  CC: header('cc'),
  DELETED: flag('Deleted', true),
  DRAFT: flag('Draft', true),
  FLAGGED: flag('Flagged', true),
  FROM: header('from'),
  HEADER: (scanner, _next, words) => {
    const name = spaced(scanner, () => scanner.astring()).toLowerCase();
    return { kind: 'header', name, words: words() };
  },
  KEYWORD: keyword(true),
  LARGER: size('larger'),
  NEW: simple('new'),
  NOT: (scanner, next) => ({ kind: 'not', key: spaced(scanner, next) }),
  OLD: simple('old'),
  ON: date('received', 'on'),
  OR: (scanner, next) => ({ kind: 'or', keys: [spaced(scanner, next), spaced(scanner, next)] }),
  RECENT: simple('recent'),
  SEEN: flag('Seen', true),
  SENTBEFORE: date('sent', 'before'),
  SENTON: date('sent', 'on'),
  SENTSINCE: date('sent', 'since'),
  SINCE: date('received', 'since'),
  SMALLER: size('smaller'),
  SUBJECT: header('subject'),
  TEXT: content('text'),
  TO: header('to'),
  UID: (scanner) => ({ kind: 'set', set: spaced(scanner, () => parseSequenceSet(scanner)), uid: true }),
  UNANSWERED: flag('Answered', false),
  UNDELETED: flag('Deleted', false),
  UNDRAFT: flag('Draft', false),
  UNFLAGGED: flag('Flagged', false),
  UNKEYWORD: keyword(false),
  UNSEEN: flag('Seen', false),
};

/** Keys separated by spaces, all of which must fit. `decode`: by the charset of the command. */
export function parseSearchKeys(scanner: Scanner, decode: Decode): SearchKey {
  let keys = 0;
  const words = (): string => spaced(scanner, () => decode(scanner.astring())).toLowerCase();
  const read = (depth: number): SearchKey => {
    keys += 1;
    if (keys > ACCESS_LIMITS.searchKeys || depth > ACCESS_LIMITS.searchDepth) {
      throw new SyntaxProblem('the search has too many keys, or too many inside each other');
    }
    const next = (): SearchKey => read(depth + 1);
    if (scanner.sees('(')) return { kind: 'and', keys: scanner.list(next, 1) };
    if (/[\d*]/.test(scanner.peek())) return { kind: 'set', set: parseSequenceSet(scanner), uid: false };
    const name = scanner.keyword();
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (!reader) throw new SyntaxProblem(`${name.slice(0, 32)} is no search key`);
    return reader(scanner, next, words);
  };
  const all = [read(0)];
  while (scanner.optional(' ')) all.push(read(0));
  return { kind: 'and', keys: all };
}

function spaced<T>(scanner: Scanner, item: () => T): T {
  scanner.space();
  return item();
}

/** RFC 3501 section 9, date: `1-Feb-1994`, quoted or not. */
function parseDay(scanner: Scanner): number {
  const text = scanner.astring();
  const epoch_ms = /^\d{1,2}-[A-Za-z]{3}-\d{4}$/.test(text) ? parseDate(`${text} 00:00:00 +0000`) : undefined;
  if (epoch_ms === undefined) throw new SyntaxProblem('a date to search looks like 5-Jan-2026');
  return Math.floor(epoch_ms / 86_400_000);
}
