// A mailbox as POP3, IMAP and the delivery agent see it, whatever it is kept in.
// Counterpart: maildir.ts, memory.ts; access/ reads through it. Rule: the list is in memory and
// reading is synchronous, because the protocol machines that use it are.

import type { FileWork } from '../../contract/file-work.ts';
import { STORE_LIMITS } from './limits.ts';
import type { Disposable } from '../disposable.ts';

/** IMAP's system flags, without the backslash (RFC 9051 section 2.3.2), and keywords: `=` and the name. */
export type Flag = 'Seen' | 'Answered' | 'Flagged' | 'Deleted' | 'Draft' | `=${string}`;

export interface Letter {
  /** Unique in the mailbox and only ever growing (RFC 9051 section 2.3.1.1). */
  readonly uid: number;
  /** Base name of the file, without its info part; also POP3's unique-id. */
  readonly file: string;
  readonly octets: number;
  /** Lab time of delivery. */
  readonly received_ms: number;
  readonly flags: ReadonlySet<Flag>;
  /** Not yet seen by any session (IMAP's \Recent, a Maildir's new/). */
  readonly recent: boolean;
}

/** How a letter came: by the delivery agent, by a client (APPEND, COPY), or somebody put its file there. */
export type Arrival = 'delivered' | 'appended' | 'found';

/** `work`: what it took, where that isn't always the same. */
export interface Delivered {
  uid: number;
  file: string;
  work?: FileWork;
}

export type MailboxChange =
  | { kind: 'added'; uid: number; how: Arrival }
  | { kind: 'removed'; uid: number }
  | { kind: 'flags'; uid: number }
  /** The mailbox itself was removed: nothing can be asked of it any more. */
  | { kind: 'closed' };

/** Names of keywords, in order. */
export function keywordNames(flags: Iterable<Flag>): string[] {
  return [...flags].flatMap((flag) => (flag.startsWith('=') ? [flag.slice(1)] : [])).toSorted();
}

/** An atom of IMAP that is short enough. */
export function isKeywordName(name: string): boolean {
  return /^[!#$&'+,\-./0-9:;<=>?@A-Z^_`a-z|~]+$/.test(name) && name.length <= STORE_LIMITS.keyword;
}

/** The keywords that letters have, as many as a mailbox may have. */
export function keywordsIn(letters: readonly Letter[]): string[] {
  const names = new Set(letters.flatMap(({ flags }) => (flags.size === 0 ? [] : keywordNames(flags))));
  return [...names].toSorted();
}

/** A flag as people read it. */
export const flagName = (flag: Flag): string => flag.replace(/^=/, '');

export interface Mailbox {
  /** Name in events: the address of its owner, and behind a slash the folder. */
  readonly name: string;
  readonly uidValidity: number;
  readonly uidNext: number;
  /** Of all its letters. */
  readonly octets: number;
  /** Its folder was deleted. */
  readonly closed: boolean;
  /** In order of uid. */
  letters(): readonly Letter[];
  letter(uid: number): Letter | undefined;
  /** Those that its letters have, or had. */
  keywords(): readonly string[];
  /** The letter's octets. Throws StoreError when the file is gone. */
  read(uid: number): Uint8Array;
  setFlags(uid: number, flags: ReadonlySet<Flag>): void;
  remove(uid: number): void;
  /** Marks letters as seen by a session: they stop being recent. */
  settle(uids: readonly number[]): void;
  /** IMAP APPEND: stores octets as a letter, returns its uid. */
  append(octets: Uint8Array, flags: ReadonlySet<Flag>, received_ms: number): number;
  /**
   * The delivery agent's way in. When the promise resolves the letter is stored and in the list; when it rejects it is
   * in neither, and the sender should keep it. `received_ms` is lab time; whole seconds are kept. `above`: fields that
   * come on top of it, as a piece of their own, so that a large letter isn't copied for them.
   */
  deliver(octets: Uint8Array, received_ms: number, above?: Uint8Array): Promise<Delivered>;
  /** Takes in what something else did to the files: other programs use them too. */
  refresh(): void;
  /**
   * A client's command is done: what it changed is on disk when this returns. Throws StoreError when it can't be. Letters
   * in one file are written once for all that a command did.
   */
  sync(): void;
  /** Whoever had it open has gone: what could wait is written. */
  rest(): void;
  /** As `refresh`, by itself and at once, until disposed. */
  watch(): Disposable;
  /** Its files are about to go, or to be another's: nothing can be asked of it any more. */
  close(): void;
  onChange(listener: (change: MailboxChange) => void): Disposable;
}

export class StoreError extends Error {
  override name = 'StoreError';
}

export function sameFlags(a: ReadonlySet<Flag>, b: ReadonlySet<Flag>): boolean {
  return a.size === b.size && [...a].every((flag) => b.has(flag));
}
