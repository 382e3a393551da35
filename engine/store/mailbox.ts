// A mailbox as POP3, IMAP and the delivery agent see it, whatever it is kept in.
// Counterpart: maildir.ts, memory.ts; access/ reads through it. Rule: the list is in memory and
// reading is synchronous, because the protocol machines that use it are.

import type { Disposable } from '../disposable.ts';

/** IMAP's system flags, without the backslash (RFC 9051 section 2.3.2). */
export type Flag = 'Seen' | 'Answered' | 'Flagged' | 'Deleted' | 'Draft';

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

export type MailboxChange =
  | { kind: 'added'; uid: number }
  | { kind: 'removed'; uid: number }
  | { kind: 'flags'; uid: number };

export interface Mailbox {
  /** Name in events: the address of its owner. */
  readonly name: string;
  readonly uidValidity: number;
  readonly uidNext: number;
  /** In order of uid. */
  letters(): readonly Letter[];
  /** The letter's octets. Throws StoreError when the file is gone. */
  read(uid: number): Uint8Array;
  setFlags(uid: number, flags: ReadonlySet<Flag>): void;
  remove(uid: number): void;
  /** Marks letters as seen by a session: they stop being recent. */
  settle(uids: readonly number[]): void;
  /** IMAP APPEND: stores octets as a letter, returns its uid. */
  append(octets: Uint8Array, flags: ReadonlySet<Flag>, received_ms: number): number;
  onChange(listener: (change: MailboxChange) => void): Disposable;
}

export class StoreError extends Error {
  override name = 'StoreError';
}
