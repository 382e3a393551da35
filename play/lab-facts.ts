// The shipped labs as checks of lessons want them. Counterpart: lessons/lab-facts.ts.

import type { TopologyName } from '../contract/topologies.ts';
import { POLICIES } from '../engine/policy/index.ts';
import type { LabFacts } from '../lessons/lab-facts.ts';
import { shippedTopology } from './quiet-lab.ts';

export function factsOf(name: TopologyName): LabFacts {
  const { hosts, users } = shippedTopology(name);
  return {
    hosts: hosts.map(({ name: host, listeners }) => ({
      name: host,
      services: listeners.map(({ port, protocol }) => ({ port, protocol })),
    })),
    mailboxes: users.map(({ address }) => address),
    policies: POLICIES.map((policy) => policy.name),
  };
}
