// The shipped labs. Adding one: a file, and a line here.

import type { TopologyInput } from '../../contract/topology.ts';
import { twoDomains } from './two-domains.ts';

export const TOPOLOGIES: Readonly<Record<string, TopologyInput>> = {
  'two-domains': twoDomains,
};
