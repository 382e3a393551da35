// What a Maildir holds when it is opened. Counterpart: maildir.ts. Rule: names are believed; only a
// file that something else put here is read, and gets a name of ours.

import type { Disk } from '../world.ts';
import { baseName, foreignStem, type LetterName, parseLetterName } from './letter-name.ts';
import type { Letter } from './mailbox.ts';

export interface MaildirEntry {
  letter: Letter;
  /** `new/...` or `cur/...`. */
  file: string;
}

interface Found {
  directory: 'new' | 'cur';
  name: string;
  parsed: LetterName;
}

/** Lists new/ and cur/ in order of uid and empties tmp/. `floor`: no uid below it may be given again. */
export async function readMaildir(
  disk: Disk,
  path: string,
  floor: number,
): Promise<{ entries: MaildirEntry[]; uidNext: number }> {
  // Nothing in tmp/ was acknowledged to anyone.
  for (const name of await disk.list(`${path}/tmp`)) await disk.remove(`${path}/tmp/${name}`);

  const entries = new Map<number, MaildirEntry>();
  const foreign: Found[] = [];
  for (const found of await listAll(disk, path)) {
    const { uid, octets } = found.parsed;
    // A copied file has the uid of its original: the second one is a letter of its own.
    if (uid === undefined || !isUid(uid) || octets === undefined || entries.has(uid)) foreign.push(found);
    else entries.set(uid, entry(found, uid, octets));
  }

  let uidNext = Math.max(floor, 1);
  for (const uid of entries.keys()) uidNext = Math.max(uidNext, uid + 1);
  for (const found of foreign) {
    entries.set(uidNext, await adopt(disk, path, found, uidNext));
    uidNext += 1;
  }
  return { entries: [...entries.values()].toSorted((a, b) => a.letter.uid - b.letter.uid), uidNext };
}

async function listAll(disk: Disk, path: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const directory of ['cur', 'new'] as const) {
    for (const name of await disk.list(`${path}/${directory}`)) {
      // A name with a dot in front is no letter (maildir(5)).
      if (!name.startsWith('.')) found.push({ directory, name, parsed: parseLetterName(name) });
    }
  }
  return found;
}

async function adopt(disk: Disk, path: string, found: Found, uid: number): Promise<MaildirEntry> {
  const octets = (await disk.read(`${path}/${found.directory}/${found.name}`)).length;
  const base = baseName(foreignStem(found.parsed.base), octets, uid);
  const name = `${base}${found.name.slice(found.parsed.base.length)}`;
  await disk.rename(`${path}/${found.directory}/${found.name}`, `${path}/${found.directory}/${name}`);
  return entry({ ...found, name, parsed: { ...found.parsed, base } }, uid, octets);
}

function entry({ directory, name, parsed }: Found, uid: number, octets: number): MaildirEntry {
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
