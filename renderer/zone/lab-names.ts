// Every name that the lab's zones have, with the types of its records. Counterpart: findings.ts looks up in it. Rule: what
// is published by a policy isn't in a zone that somebody wrote, and so not here.

import type { Topology } from '../../contract/topology.ts';
import { absoluteName } from '../../mail/dns/name.ts';

/** Types of records by name, in lower case and without final dot. */
export type LabNames = ReadonlyMap<string, ReadonlySet<string>>;

export function labNames({ hosts }: Topology): LabNames {
  const names = new Map<string, Set<string>>();
  for (const { zones } of hosts) {
    for (const [origin, { records }] of Object.entries(zones)) {
      for (const { name, type } of records) {
        const full = absoluteName(name, origin);
        names.set(full, (names.get(full) ?? new Set()).add(type));
      }
    }
  }
  return names;
}
