// What a Maildir holds on disk. Counterpart: maildir.ts. Rule: names are believed where they are ours; only a file that
// something else put here is read, and gets a name of ours.

import type { Disk } from '../world.ts';
import { baseName, foreignStem, type InfoSeparator, type LetterName, parseLetterName } from './letter-name.ts';
import type { KeywordTable } from './keyword-table.ts';
import type { Letter } from './mailbox.ts';

export interface MaildirEntry {
  letter: Letter;
  /** `new/...` or `cur/...`. */
  file: string;
}

export interface Found {
  directory: 'new' | 'cur';
  name: string;
}

/** Where a Maildir is, and the mark that its uids have in file names. */
export interface MaildirPlace {
  disk: Disk;
  path: string;
  mark: string;
  keywords: KeywordTable;
  separator: InfoSeparator;
}

/** Lists new/ and cur/ in order of uid and empties tmp/. `floor`: no uid below it may be given again. */
export function readMaildir(place: MaildirPlace, floor: number): { entries: MaildirEntry[]; uidNext: number } {
  const { disk, path, mark, keywords } = place;
  // Nothing in tmp/ was acknowledged to anyone.
  for (const name of disk.now.list(`${path}/tmp`)) disk.now.remove(`${path}/tmp/${name}`);

  const entries = new Map<number, MaildirEntry>();
  const foreign: Found[] = [];
  for (const found of inOrder(listMaildir(place))) {
    const parsed = parseLetterName(found.name, keywords);
    const { uid, octets } = parsed;
    // A copied file has the uid of its original: the second one is a letter of its own.
    const ours = uid !== undefined && isUid(uid) && parsed.mark === mark && octets !== undefined && !entries.has(uid);
    if (ours) entries.set(uid, entry(found, parsed, uid, octets));
    else foreign.push(found);
  }

  let uidNext = Math.max(floor, 1);
  for (const uid of entries.keys()) uidNext = Math.max(uidNext, uid + 1);
  for (const found of inOrder(foreign)) {
    const adopted = adopt(place, found, uidNext);
    if (!adopted) continue;
    entries.set(uidNext, adopted);
    uidNext += 1;
  }
  return { entries: [...entries.values()].toSorted((a, b) => a.letter.uid - b.letter.uid), uidNext };
}

/** Every letter's file, in no order. */
export function listMaildir({ disk, path }: MaildirPlace): Found[] {
  return (['cur', 'new'] as const).flatMap((directory) =>
    disk.now
      .list(`${path}/${directory}`)
      // A name with a dot in front is no letter (maildir(5)).
      .filter((name) => !name.startsWith('.'))
      .map((name) => ({ directory, name })),
  );
}

/** By directory and name, which is by time. */
export function inOrder(found: readonly Found[]): Found[] {
  const key = ({ directory, name }: Found) => directory + name;
  return found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Gives a foreign file a uid and a name that says so. An empty one is left alone: somebody is writing it. */
export function adopt(
  { disk, path, mark, keywords }: MaildirPlace,
  found: Found,
  uid: number,
): MaildirEntry | undefined {
  const parsed = parseLetterName(found.name, keywords);
  const octets = disk.now.read(`${path}/${found.directory}/${found.name}`).length;
  if (octets === 0) return undefined;
  const base = baseName(foreignStem(parsed.base), octets, uid, mark);
  const name = `${base}${found.name.slice(parsed.base.length)}`;
  disk.now.rename(`${path}/${found.directory}/${found.name}`, `${path}/${found.directory}/${name}`);
  return entry({ ...found, name }, { ...parsed, base }, uid, octets);
}

function entry({ directory, name }: Found, parsed: LetterName, uid: number, octets: number): MaildirEntry {
  return {
    letter: {
      uid,
      file: parsed.base,
      octets,
      received_ms: parsed.received_ms,
      flags: parsed.flags,
      recent: directory === 'new',
    },
    file: `${directory}/${name}`,
  };
}

/** RFC 3501 section 9, nz-number; the highest is left free, because the next uid must be one as well. */
function isUid(uid: number): boolean {
  return uid > 0 && uid < 2 ** 32 - 1;
}
