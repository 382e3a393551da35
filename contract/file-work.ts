// What an action did to the files of a mailbox: the steps, and the sums of all of them. Counterpart: engine/store/
// file-tally.ts notes it, the host sheet shows it, lessons count it. Rule: bounded, however large the mailbox; sums count
// what the list of steps leaves out.
//
//   deleting message 3 of 500 and EXPUNGE    Maildir   removed 1
//                                            mbox      rewritten 1, written 1,203,552 octets

import type { EventData, LabEvent } from './events.ts';

export type FileAct = 'read' | 'created' | 'appended' | 'rewritten' | 'renamed' | 'removed';

export interface FileStep {
  act: FileAct;
  /** Below the directory of the account. */
  file: string;
  /** Read or written. */
  octets?: number;
  /** The new name. */
  to?: string;
}

export interface FileWork {
  /** The first of them. */
  steps: FileStep[];
  /** How many of each; an absent one didn't happen. */
  count: Partial<Record<FileAct, number>>;
  /** Octets, of all steps. */
  read: number;
  written: number;
}

/** What was done, for whom, by which action: `deliver`, `IMAP STORE`, `POP3 QUIT`. */
export interface FileDoing extends FileWork {
  mailbox: string;
  action: string;
}

/**
 * What an event tells of files; undefined when it tells nothing of them. A delivery into a Maildir is always the same, so
 * its event doesn't repeat it; every other one says what it did.
 */
export function fileDoingOf(event: LabEvent): FileDoing | undefined {
  if (event.type === 'store.files') return event.data;
  if (event.type !== 'store.delivered') return undefined;
  const { mailbox, work } = event.data;
  return { mailbox, action: 'deliver', ...(work ?? intoMaildir(event.data)) };
}

/** Written whole where nobody looks, then moved to where it is seen. */
function intoMaildir({ file, octets }: EventData['store.delivered']): FileWork {
  const tmp = `tmp/${file.replace(/,S=\d+,U=[\d.]+$/, '')}`;
  return {
    steps: [
      { act: 'created', file: tmp, octets },
      { act: 'renamed', file: tmp, to: `new/${file}` },
    ],
    count: { created: 1, renamed: 1 },
    read: 0,
    written: octets,
  };
}
