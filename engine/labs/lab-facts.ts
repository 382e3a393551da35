// The shipped labs as checks of lessons want them. Counterpart: contract/lab-facts.ts.

import type { LabFacts } from '../../contract/lab-facts.ts';
import { TOPOLOGY_NAMES, type TopologyName } from '../../contract/topologies.ts';
import { soundTopology } from '../open-lab.ts';
import { POLICIES } from '../policy/index.ts';
import { TOPOLOGIES } from '../topologies/index.ts';

export function factsOf(name: TopologyName): LabFacts {
  const { hosts, users } = soundTopology(structuredClone(TOPOLOGIES[name]), name);
  return {
    hosts: hosts.map(({ name: host, listeners }) => ({
      name: host,
      services: listeners.map(({ port, protocol }) => ({ port, protocol })),
    })),
    mailboxes: users.map(({ address }) => address),
    policies: POLICIES.map((policy) => policy.name),
  };
}

/** Those of every shipped lab. */
export function factsOfAll(): Record<TopologyName, LabFacts> {
  return Object.fromEntries(TOPOLOGY_NAMES.map((name) => [name, factsOf(name)])) as Record<TopologyName, LabFacts>;
}
