// Logs that are one log: nobody pauses for the same microseconds as somebody else, ten times in a row. Counterpart: main.ts.
// Rule: pure; it says who shares what, not who had it from whom.

import type { LabEvent } from '../contract/events.ts';
import { MARK_LIMITS } from './limits.ts';

/** Groups of names whose runs share a stretch of inputs at the same intervals. */
export function alike(runs: readonly { name: string; events: readonly LabEvent[] }[]): string[][] {
  const owners = new Map<string, Set<string>>();
  for (const { name, events } of runs) {
    for (const stretch of stretches(events)) owners.set(stretch, (owners.get(stretch) ?? new Set()).add(name));
  }
  const groups: Set<string>[] = [];
  for (const shared of owners.values()) {
    if (shared.size < 2) continue;
    const known = groups.find((group) => [...shared].some((name) => group.has(name)));
    if (known) for (const name of shared) known.add(name);
    else groups.push(new Set(shared));
  }
  return groups.map((group) => [...group].toSorted());
}

/** Every stretch of so many intervals between inputs. */
function stretches(events: readonly LabEvent[]): string[] {
  const times = events.flatMap(({ type, mono_us }) => (type.startsWith('input.') ? [mono_us] : []));
  const pauses = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  return pauses
    .slice(MARK_LIMITS.sameIntervals - 1)
    .map((_, at) => pauses.slice(at, at + MARK_LIMITS.sameIntervals).join(' '));
}
