// The rows of a folder's list: which letters, in which order, how deep in a conversation. Counterpart: inbox-list.tsx draws
// them, inbox-desk.ts goes through them. Rule: pure; a search narrows, a conversation stands where its latest letter would.

import type { InboxLetter } from '../../contract/commands.ts';
import { type Thread, threadsOf } from '../../mail/threads.ts';

export const SORTS = ['date', 'from', 'subject', 'size'] as const;
export interface Sort {
  by: (typeof SORTS)[number];
  /** Largest, latest, or last of the alphabet first. */
  isDown: boolean;
}

export interface ListRow {
  letter: InboxLetter;
  /** 0 for what begins a conversation. */
  depth: number;
}

export interface Ordering {
  sort: Sort;
  isThreaded: boolean;
  /** What a search found; undefined: everything. */
  found: ReadonlySet<number> | undefined;
}

/** `letters`: newest first. */
export function rowsOf(letters: readonly InboxLetter[], { sort, isThreaded, found }: Ordering): ListRow[] {
  const wanted = found ? letters.filter(({ uid }) => found.has(uid)) : letters;
  // What was found is a list of letters: their conversations would show others.
  if (!isThreaded || found || sort.by !== 'date') {
    return wanted.toSorted(comparing(sort)).map((letter) => ({ letter, depth: 0 }));
  }
  const threads = threadsOf(wanted)
    .map(rowsOfThread)
    .map((rows) => ({ rows, latest_ms: Math.max(...rows.map(({ letter }) => letter.date_ms ?? 0)) }));
  const turn = sort.isDown ? -1 : 1;
  return threads.toSorted((one, other) => turn * (one.latest_ms - other.latest_ms)).flatMap(({ rows }) => rows);
}

/** Depth first; a place without a letter has no row, and what stands in it isn't deeper for it. */
function rowsOfThread(top: Thread<InboxLetter>): ListRow[] {
  const rows: ListRow[] = [];
  const stack = [{ thread: top, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { thread, depth } = next;
    if (thread.letter) rows.push({ letter: thread.letter, depth });
    const below = thread.letter ? depth + 1 : depth;
    for (const reply of thread.replies.toReversed()) stack.push({ thread: reply, depth: below });
  }
  return rows;
}

function comparing({ by, isDown }: Sort): (one: InboxLetter, other: InboxLetter) => number {
  const turn = isDown ? -1 : 1;
  const later = (one: InboxLetter, other: InboxLetter) =>
    (one.date_ms ?? 0) - (other.date_ms ?? 0) || one.uid - other.uid;
  const compare = {
    date: later,
    size: (one: InboxLetter, other: InboxLetter) => one.octets - other.octets || later(one, other),
    from: (one: InboxLetter, other: InboxLetter) => one.from.localeCompare(other.from) || -later(one, other),
    subject: (one: InboxLetter, other: InboxLetter) => one.subject.localeCompare(other.subject) || -later(one, other),
  }[by];
  return (one, other) => turn * compare(one, other);
}
