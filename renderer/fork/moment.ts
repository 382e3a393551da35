// From which moment on a setting is another one, and what the settings were then. Counterpart: moment-field.tsx asks. Rule:
// pure; the settings are those of the log, not of now.

import { setAt } from '../../contract/fold/patch-topology.ts';
import type { Seq } from '../../contract/ids.ts';
import { cloneJson } from '../../contract/clone.ts';
import type { Topology } from '../../contract/topology.ts';
import type { History } from '../store/history.ts';

/** The topology right after event `after`; undefined where the beginning isn't kept any more. */
export function topologyAt(history: History, after: Seq): Topology | undefined {
  const begun = history.event(history.first);
  if (begun?.type !== 'lab.opened') return undefined;
  const topology = cloneJson(begun.data.topology);
  for (let seq = begun.seq + 1; seq <= after; seq += 1) {
    const event = history.event(seq);
    if (event?.type !== 'config.changed') continue;
    const host = topology.hosts.find(({ name }) => name === event.host);
    if (host) setAt(host, event.data.path, event.data.after);
  }
  return topology;
}
