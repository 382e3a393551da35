// File names of a Maildir: `<seconds>.<unique>.<host>,S=<octets>,U=<uid>` and, in cur/, the info part
// `:2,<flags>`. Counterpart: maildir.ts. Rule: everything that IMAP must remember of a letter stands
// in its name, so no index can disagree with the files.
//
//   1794000000.K7Q2M9XA.mail.harbor.example,S=1204,U=17:2,FS
//   |          |        |                   |      |    | '- flagged, seen
//   seconds    unique   host                octets uid  info (`;2,` on Windows)
//
// In a folder the uid has a mark behind it, the folder's validity (`U=17.1794000003`): a file that a person moves from
// one folder into another must not bring a uid along that was used there once.

import type { KeywordTable } from './keyword-table.ts';
import type { Flag } from './mailbox.ts';

/** The colon of Maildir is no character of a Windows file name (it names a stream), so there it is a semicolon. */
export type InfoSeparator = ':' | ';';

/** Info letters as Maildir's inventor chose them; written in this, ASCII, order. */
const FLAG_LETTERS = [
  ['D', 'Draft'],
  ['F', 'Flagged'],
  ['R', 'Answered'],
  ['S', 'Seen'],
  ['T', 'Deleted'],
] as const satisfies readonly (readonly [string, Flag])[];

export interface LetterName {
  /** Without the info part. */
  base: string;
  /** Absent when the file was put here by something else than Posthorn. */
  octets?: number;
  uid?: number;
  /** Behind the uid; empty in an INBOX. */
  mark: string;
  received_ms: number;
  flags: ReadonlySet<Flag>;
}

/** The name in tmp/, where the letter has no uid yet. Whole seconds: that is what a reader takes out of it again. */
export function uniqueName(received_ms: number, unique: string, host: string): string {
  return `${Math.floor(received_ms / 1000)}.${unique}.${host.replace(/[^A-Za-z0-9.-]/g, '_')}`;
}

/** The name in new/. */
export function baseName(unique: string, octets: number, uid: number, mark: string): string {
  return `${unique},S=${octets},U=${uid}${mark}`;
}

/** The name in cur/. */
export function withInfo(
  base: string,
  flags: ReadonlySet<Flag>,
  { separator, keywords }: { separator: InfoSeparator; keywords: Pick<KeywordTable, 'lettersOf'> },
): string {
  const letters = FLAG_LETTERS.filter(([, flag]) => flags.has(flag)).map(([letter]) => letter);
  return `${base}${separator}2,${letters.join('')}${keywords.lettersOf(flags)}`;
}

/** Reads either separator: a lab directory may come from another system. Unknown info letters are ignored. */
export function parseLetterName(name: string, keywords?: Pick<KeywordTable, 'flagsOf'>): LetterName {
  const info = /[:;]2,([A-Za-z]*)$/.exec(name);
  const base = info ? name.slice(0, info.index) : name;
  const octets = /,S=(\d{1,15})(?=,|$)/.exec(base)?.[1];
  const [, uid, mark = ''] = /,U=(\d{1,10})(\.\d{1,10})?(?=,|$)/.exec(base) ?? [];
  const seconds = /^-?\d{1,12}(?=\.)/.exec(base)?.[0];
  return {
    base,
    ...(octets === undefined ? {} : { octets: Number(octets) }),
    ...(uid === undefined ? {} : { uid: Number(uid) }),
    mark,
    received_ms: Number(seconds ?? 0) * 1000,
    flags: new Set([
      ...FLAG_LETTERS.filter(([letter]) => info?.[1]?.includes(letter)).map(([, flag]) => flag),
      ...(keywords?.flagsOf(info?.[1]?.replace(/[A-Z]/g, '') ?? '') ?? []),
    ]),
  };
}

/** The uid in a name and nothing else, because a large directory has thousands of names; NaN when there is none. */
export function uidIn(name: string): number {
  const at = name.lastIndexOf(',U=');
  return at < 0 ? Number.NaN : Number.parseInt(name.slice(at + 3, at + 13), 10);
}

/** What stands in front of our own parts: a foreign file keeps its name when it gets a uid. */
export function foreignStem(base: string): string {
  return base.replace(/,[SU]=[\d.]*(?=,|$)/g, '');
}
