// The name of a session's file. Counterpart: main.ts of this screen. Rule: it says which lab and when, in characters
// that every system takes.

import type { BenchState } from '../store/bench-store.ts';

/** `two-domains 2026-11-22 0142.posthorn`; the time is the real one, in UTC. */
export function sessionFileName({ moment }: BenchState, now_ms: number): string {
  return `${moment.lab.topology?.name ?? 'lab'} ${fileTime(now_ms)}.posthorn`;
}

/** `2026-11-22 0142` */
export function fileTime(now_ms: number): string {
  return new Date(now_ms).toISOString().slice(0, 16).replace('T', ' ').replace(':', '');
}
