// What was done to the files of each host's mailboxes, newest last, and all of it together. Counterpart: contract/
// file-work.ts reads it out of events, host/file-work.tsx shows it. Rule: a host's list is replaced, never changed.

import { type FileDoing, fileDoingOf } from '../../contract/file-work.ts';
import type { LabEvent } from '../../contract/events.ts';
import type { HostName, Seq } from '../../contract/ids.ts';
import { SCREEN_LIMITS } from './limits.ts';

export interface ShownDoing {
  seq: Seq;
  at_ms: number;
  doing: FileDoing;
}

export interface HostDoings {
  shown: readonly ShownDoing[];
  /** Of all, also those that aren't kept. */
  actions: number;
  read: number;
  written: number;
}

export type FileDoings = Map<HostName, HostDoings>;

const NONE: HostDoings = { shown: [], actions: 0, read: 0, written: 0 };

/** Applies `event` in place. */
export function foldFileDoings(doings: FileDoings, event: LabEvent): void {
  if (event.type === 'lab.opened') doings.clear();
  const doing = fileDoingOf(event);
  if (!doing) return;
  const { shown, actions, read, written } = doings.get(event.host) ?? NONE;
  doings.set(event.host, {
    shown: [...shown.slice(1 - SCREEN_LIMITS.fileDoings), { seq: event.seq, at_ms: event.at_ms, doing }],
    actions: actions + 1,
    read: read + doing.read,
    written: written + doing.written,
  });
}
