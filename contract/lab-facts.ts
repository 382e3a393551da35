// What a check of a lesson has to know of a lab. Counterpart: engine/labs/lab-facts.ts reads it off the shipped labs, because
// lessons know no engine. Rule: names only; what a lesson changes in a lab isn't known here.

import type { TopologyName } from './topologies.ts';
import type { Protocol } from './topology.ts';

export interface HostFacts {
  name: string;
  /** What it listens for, on which port. */
  services: readonly { port: number; protocol: Protocol }[];
}

export interface LabFacts {
  hosts: readonly HostFacts[];
  mailboxes: readonly string[];
  policies: readonly string[];
}

export type FactsOf = (topology: TopologyName) => LabFacts;
