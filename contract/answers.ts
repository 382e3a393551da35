// The things that answers are made of: a letter in a queue, a lab on the shelf, a setting of a policy. Counterpart:
// commands.ts, which says which command answers what. Rule: plain data, as it goes through the bridge.

import type { Student } from './hand-in.ts';
import type { ActorSettings } from './actors.ts';
import type { ReplyText } from './events.ts';
import type { Listed } from './zone.ts';

/** A sender that could act in this lab. */
export interface ActorOffer {
  name: string;
  isHonest: boolean;
  isRunning: boolean;
  /** What it does if nothing else is said; absent where the lab has no place for it. */
  usual?: ActorSettings;
}

export interface QueueItem {
  host: string;
  queueId: string;
  message: string;
  reversePath: string;
  recipients: string[];
  octets: number;
  attempt: number;
  /** A person keeps it back. */
  held?: true;
  /** Lab time of the next attempt; absent while one is under way, or while it is held. */
  next_ms?: number;
  lastReply?: string;
}

/** What an address may be found in, in the order in which it is looked for; and where that ends. */
export type AddressTable =
  | ('recipient canonical' | 'canonical' | 'virtual')
  | ('srs' | 'relocated' | 'alias' | 'owner' | 'list' | 'include' | 'forward' | 'catch-all')
  | ('mailbox' | 'program' | 'file' | 'route' | 'unknown' | 'loop');

/** One table that an address goes through, at one host; `depth` says whose target it is. */
export interface AddressTestStep {
  depth: number;
  address: string;
  table: AddressTable;
  /** The addresses that it stands for; the mailbox; the next hop. */
  after: string[];
  /** Key of the table that fitted. */
  entry?: string;
  /** What it is called on the wire, when a generic map changes it. */
  called?: string;
  /** Mailbox that gets the letter as well. */
  keptIn?: string;
  /** Envelope sender of what a list sends. */
  sender?: string;
  reply?: ReplyText;
}

/** What a person's hand in a queue achieved. */
export interface QueueOperated {
  done: string[];
  refused: { queueId: string; problem: 'not here' | 'being delivered' | 'not on hold' | 'on hold' | 'disk fails' }[];
}

export interface StoredLetter {
  uid: number;
  file: string;
  octets: number;
  flags: string[];
  message?: string;
}

/** What a folder is for (RFC 6154). */
export type FolderUse = 'inbox' | 'archive' | 'drafts' | 'junk' | 'sent' | 'trash';

export interface InboxFolder {
  /** Its whole name, for a person. */
  path: string;
  /** The same as it is on the wire: modified UTF-7. */
  listed: string;
  /** The last level of it, and how many there are above. */
  name: string;
  depth: number;
  use?: FolderUse;
  /** False for a name that only stands above others. */
  selectable: boolean;
  total: number;
  unread: number;
}

/** A letter as its server lists it: from the letter's own header, which its writer made. */
export interface InboxLetter {
  uid: number;
  octets: number;
  flags: string[];
  from: string;
  to: string[];
  subject: string;
  date_ms?: number;
  messageId?: string;
  /** Message-IDs of the letters that it says it follows, the oldest first. */
  references: string[];
  /** POP3's unique-id. */
  unique?: string;
  /** It isn't on the server any more: the program has it. */
  kept?: true;
}

/** A lab of the person's, open or not. */
export interface LabEntry {
  id: string;
  name: string;
  /** Title of its topology, and its name; absent when its file can't be read. */
  topology?: string;
  kind?: string;
  /** Real time when it was last opened. */
  used_ms?: number;
  /** Whose it is, and for which exercise, where runs of it are handed in. */
  student?: Student;
  isOpen: boolean;
}

export interface HeldUnit {
  conn: string;
  from: 'client' | 'server';
  bytes: string;
  rule: string;
  /** The span of a password in it, as in `wire.line`. */
  secret?: { start: number; end: number };
}

export interface HostFile {
  name: string;
  isDir: boolean;
}

/** A setting of a policy: what a form asks for. */
export interface PolicySetting {
  key: string;
  kind: 'switch' | 'number' | 'text' | 'lines' | 'choice';
  /** What may be chosen. */
  options?: string[];
  /** What it is where nobody set it. */
  initial: unknown;
  least?: number;
  most?: number;
}

/** Something that a policy remembers. */
export interface PolicyRecord {
  /** Its name for `policy.forget` and `policy.admit`. */
  key: string;
  /** What it is about: addresses, networks. */
  about: string[];
  state: 'waiting' | 'passed' | 'trusted' | 'counted' | 'asked' | 'taught' | 'word';
  /** How often, for what is counted; how many words, for what was taught. */
  count?: number;
  /** In how many letters of each kind, and what that makes of a word. */
  learned?: { junk: number; other: number; probability?: number };
  /** Lab time of the first sight. */
  since_ms?: number;
  /** Lab time from which it is let through. */
  due_ms?: number;
  /** Lab time at which it is forgotten. */
  until_ms: number;
}

/** An answer of the DNS that a host remembers. */
export interface RememberedAnswer {
  host: string;
  /** Without final dot. */
  name: string;
  type: string;
  rcode: string;
  /** As in a zone file; empty: there is nothing of the kind. */
  data: string[];
  /** Lab time at which it is forgotten. */
  until_ms: number;
  /** Who asks now hears something else. */
  isOld: boolean;
}

export interface BlocklistEntry {
  address: string;
  answers: string[];
  text?: string;
  /** Who put it there and when, where that is known. */
  listed?: Listed;
}
