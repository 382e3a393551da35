// What the Inbox shows. Counterpart: inbox-desk.ts changes it. Rule: plain values; what the server said, what the person
// chose, and nothing that follows from them.

import type { InboxFolder, InboxLetter } from '../../contract/commands.ts';
import type { Draft } from './draft.ts';
import type { ShownLetter } from './shown-letter.ts';
import type { InboxChoices } from './inbox-choices.ts';
import { type ListRow, rowsOf } from './list-order.ts';

export interface Search {
  text: string;
  in: 'text' | 'from' | 'to' | 'subject';
  unread: boolean;
  flagged: boolean;
}

/** A move that can be taken back. */
export interface Undo {
  count: number;
  /** Where the letters are now, and where they were. */
  folder: string;
  uids: number[];
  back: string;
}

/** What became of the letter that was sent last. */
export interface Sent {
  conn: string;
  reply: string;
  copy: { folder: string } | { problem: string } | undefined;
}

export interface InboxState {
  choices: InboxChoices;
  /** Whose mail the person chose to see. */
  reader: string | undefined;
  /** Whose mail is open; '' before anybody's was. */
  address: string;
  folder: string;
  /** Undefined until the server has answered. */
  folders: readonly InboxFolder[] | undefined;
  letters: readonly InboxLetter[] | undefined;
  /** Letters in the folder; not all of many are listed. */
  total: number;
  /** The connection, for who wants to see it. */
  conn: string;
  failure: string;
  isAsking: boolean;
  /** The letter that is read. */
  shown: number | undefined;
  /** What was read of it. */
  open: { octets: string; letter: ShownLetter } | undefined;
  /** Letters that were picked, for what is done to several. */
  marked: ReadonlySet<number>;
  found: { search: Search; uids: ReadonlySet<number>; sent: string | undefined } | undefined;
  undo: Undo | undefined;
  sent: Sent | undefined;
  /** A letter that is being written; it stays until it is sent or thrown away. */
  draft: (Draft & { id: number }) | undefined;
  /** It stands where letters are read. */
  isWriting: boolean;
  /** What the sheet with the folders is for. */
  moving: 'move' | 'copy';
}

/** A mailbox that was just opened. */
export const CLOSED = {
  folder: 'INBOX',
  folders: undefined,
  letters: undefined,
  total: 0,
  conn: '',
  failure: '',
  isAsking: false,
  shown: undefined,
  open: undefined,
  marked: new Set<number>(),
  found: undefined,
  undo: undefined,
} satisfies Partial<InboxState>;

export function shownRows({ letters, choices, found }: InboxState): ListRow[] {
  const { sort, isThreaded } = choices;
  return rowsOf(letters ?? [], { sort, isThreaded, found: found?.uids });
}

/** What an act is done to: what was picked, or else what is read. */
export function targetsOf({ marked, shown }: InboxState): number[] {
  return marked.size > 0 ? [...marked] : shown === undefined ? [] : [shown];
}

export function openFolder({ folders, folder }: InboxState): InboxFolder | undefined {
  return folders?.find(({ path }) => path === folder);
}
