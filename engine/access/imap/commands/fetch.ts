// FETCH and UID FETCH (RFC 3501 section 6.4.5). Counterpart: ../fetch/ knows each item. Rule: what is asked for is sent
// in the order of asking, bodies as literals of the very octets; reading a body without PEEK sets \Seen.

import type { ByteString } from '../../../../mail/bytes.ts';
import { formatImapDate } from '../../../../mail/date.ts';
import { type Letter, StoreError } from '../../../store/mailbox.ts';
import { ACCESS_LIMITS } from '../../limits.ts';
import { type ImapCommand, no, ok } from '../command.ts';
import { formatEnvelope } from '../fetch/envelope.ts';
import { type FetchItem, parseFetchItems } from '../fetch/items.ts';
import { sectionOctets } from '../fetch/section.ts';
import { formatStructure } from '../fetch/structure.ts';
import { type ImapSession, unlessGone } from '../session.ts';
import { SELECTED } from '../states.ts';
import { parseLetters } from '../targets.ts';
import type { Numbered } from '../view.ts';
import { flagList } from '../write.ts';

type Piece = ByteString | Uint8Array;

export const fetch: ImapCommand = {
  name: 'FETCH',
  states: SELECTED,
  uid: true,
  keepsNumbers: true,
  run(session, args, { uid }) {
    const targets = parseLetters(session.view, args, uid);
    args.space();
    const asked = parseFetchItems(args);
    args.end();
    // UID FETCH always tells the uid (RFC 3501 section 6.4.8).
    const items: FetchItem[] = uid && !asked.some(({ kind }) => kind === 'UID') ? [{ kind: 'UID' }, ...asked] : asked;
    let sent = 0;
    let gone = 0;
    for (const target of targets) {
      const pieces = unlessGone(session.view, target.uid, () => fetchLetter(session, target, items));
      if (!pieces) {
        gone += 1;
        continue;
      }
      sent += pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (sent > ACCESS_LIMITS.transferOctets) return no('Too much for one FETCH; ask for fewer at a time.', 'LIMIT');
      session.untagged(`${target.number} FETCH (`, ...pieces, ')');
      tellFetched(session, target, items);
    }
    if (gone > 0) return ok('Some messages are no longer here.', 'EXPUNGEISSUED');
    return ok('Fetch completed.');
  },
};

/** The response's inside, or undefined when the letter was removed. Throws StoreError when it can't be read. */
function fetchLetter(session: ImapSession, target: Numbered, asked: readonly FetchItem[]): Piece[] | undefined {
  const { view } = session;
  const before = view.letter(target.uid);
  if (!before) return undefined;
  const reads = asked.some((item) => item.kind === 'section' && !item.peek);
  const sees = reads && !view.readOnly && !before.flags.has('Seen');
  if (sees) {
    session.load(target.uid)?.octets(); // what can't be read isn't seen
    view.setFlags(target.uid, new Set([...before.flags, 'Seen']));
  }
  const letter = view.letter(target.uid) ?? before;
  const flagsAsked = asked.some(({ kind }) => kind === 'FLAGS');
  const items: readonly FetchItem[] = sees && !flagsAsked ? [...asked, { kind: 'FLAGS' }] : asked;
  return items.flatMap((item, index) => {
    const pieces = itemPieces(session, target, letter, item);
    return index === 0 ? pieces : [' ', ...pieces];
  });
}

function itemPieces(session: ImapSession, target: Numbered, letter: Letter, item: FetchItem): Piece[] {
  const loaded = () => session.load(target.uid) ?? missing();
  switch (item.kind) {
    case 'UID':
      return [`UID ${target.uid}`];
    case 'FLAGS':
      return [`FLAGS ${flagList(letter.flags, target.recent)}`];
    case 'INTERNALDATE':
      return [`INTERNALDATE "${formatImapDate(letter.received_ms)}"`];
    case 'RFC822.SIZE':
      return [`RFC822.SIZE ${letter.octets}`];
    case 'ENVELOPE':
      return [`ENVELOPE ${formatEnvelope(loaded().fields())}`];
    case 'structure':
      return [`${item.label} ${formatStructure(loaded().tree(), item.label === 'BODYSTRUCTURE')}`];
    case 'section': {
      const whole = sectionOctets(loaded(), item.section);
      if (!whole) return [`${item.label} NIL`];
      const { from, length } = item.partial ?? { from: 0, length: whole.length };
      const octets = whole.subarray(from, from + length);
      return [`${item.label} {${octets.length}}\r\n`, octets];
    }
  }
}

/** A letter counts as fetched with its whole text, and once, also when it is read in pieces. */
function tellFetched(session: ImapSession, { uid }: Numbered, items: readonly FetchItem[]): void {
  const whole = items.some((item) => {
    if (item.kind !== 'section' || (item.partial?.from ?? 0) > 0) return false;
    const { path, text } = item.section;
    return path.length === 0 && (text === undefined || text === 'TEXT');
  });
  if (whole) session.out.event('imap.fetched', { mailbox: session.view.mailbox.name, uid });
}

function missing(): never {
  throw new StoreError('the letter was removed while it was read');
}
