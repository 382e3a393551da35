// What a mailbox file holds: where each letter begins and ends, and what was noted of it. Counterpart: mbox.ts, mbox-entry.ts.
// Rule: a letter begins at a line `From ` behind a blank one; what stands before the first, and the letter in which UW's
// programs keep their numbers, stays where it is.

import { fromLineDate, fromMboxText, type MboxQuoting } from '../../mail/mbox.ts';
import { type MboxStatus, splitStatus } from '../../mail/mbox-status.ts';
import { STORE_LIMITS } from './limits.ts';
import { type Flag, isKeywordName } from './mailbox.ts';
import { FLAG_LETTERS, partsOf } from './mbox-entry.ts';

/** A letter in the file. */
export interface MboxEntry {
  at: number;
  length: number;
  /** As it is served, with CRLF. */
  octets: number;
  received_ms: number;
  flags: ReadonlySet<Flag>;
  recent: boolean;
  uid?: number;
}

export interface MboxContents {
  entries: MboxEntry[];
  /** What stands before the first letter. */
  preamble: number;
  base?: { validity: number; last: number };
}

/** c-client's letter about its folder: it says `X-IMAP: <validity> <last uid>`. */
const INTERNAL_DATA = /^Subject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA$/m;
const INTERNAL_BASE = /^X-IMAP: (\d{1,10}) (\d{1,10})\b/m;

export function readMbox(file: Buffer, quoting: MboxQuoting): MboxContents {
  const starts = entryStarts(file);
  const contents: MboxContents = { entries: [], preamble: starts[0] ?? file.length };
  for (const [index, at] of starts.entries()) {
    const end = starts[index + 1] ?? file.length;
    const text = file.toString('latin1', at, end);
    const { line, header, body } = partsOf(text);
    const internal = index === 0 && INTERNAL_DATA.test(header) ? INTERNAL_BASE.exec(header) : undefined;
    if (internal) {
      contents.preamble = end;
      contents.base = { validity: Number(internal[1]), last: Number(internal[2]) };
      continue;
    }
    const { status, own } = splitStatus(header);
    if (status.base) contents.base ??= status.base;
    contents.entries.push({
      at,
      length: end - at,
      octets: fromMboxText(own + body, quoting).length,
      received_ms: fromLineDate(line) ?? 0,
      flags: flagsOf(status),
      recent: !status.letters.includes('O'),
      ...(status.uid === undefined ? {} : { uid: status.uid }),
    });
  }
  return contents;
}

function entryStarts(file: Buffer): number[] {
  const starts: number[] = [];
  if (file.toString('latin1', 0, 5) === 'From ') starts.push(0);
  for (let at = file.indexOf('\nFrom '); at >= 0; at = file.indexOf('\nFrom ', at + 1)) {
    const before = file[at - 1] === 0x0d ? at - 2 : at - 1;
    // Behind a blank line, or behind nothing but line ends.
    if (at === 0 || before < 0 || file[before] === 0x0a) starts.push(at + 1);
  }
  return starts;
}

/** The entries whose uids count, in order of uid: of no other numbering, and not too high to be ours. */
export function trustedEntries(
  { entries, base }: MboxContents,
  validity: number,
  floor: number,
): [number, MboxEntry][] {
  const trusted = new Map<number, MboxEntry>();
  for (const entry of base === undefined || base.validity === validity ? entries : []) {
    const { uid = 0 } = entry;
    if (uid > 0 && uid < floor + STORE_LIMITS.uidLeap && !trusted.has(uid)) trusted.set(uid, entry);
  }
  return [...trusted].toSorted(([a], [b]) => a - b);
}

function flagsOf({ letters, keywords }: MboxStatus): Set<Flag> {
  const known = keywords.filter(isKeywordName).slice(0, STORE_LIMITS.keywords);
  return new Set([
    ...FLAG_LETTERS.filter(([letter]) => letters.includes(letter)).map(([, flag]) => flag),
    ...known.map((name): Flag => `=${name}`),
  ]);
}
