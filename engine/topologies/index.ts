// The shipped labs. Adding one: a file, a line here, and its name in contract/topologies.ts.

import type { TopologyName } from '../../contract/topologies.ts';
import type { TopologyInput } from '../../contract/topology.ts';
import { caseLab } from './case.ts';
import { corporate } from './corporate.ts';
import { crowd } from './crowd.ts';
import { failOver } from './fail-over.ts';
import { house } from './house.ts';
import { lists } from './lists.ts';
import { locks } from './locks.ts';
import { openRelay1995 } from './open-relay-1995.ts';
import { smarthost } from './smarthost.ts';
import { tables } from './tables.ts';
import { twoDomains } from './two-domains.ts';

const SHIPPED: Record<TopologyName, TopologyInput> = {
  'two-domains': twoDomains,
  smarthost,
  'fail-over': failOver,
  corporate,
  case: caseLab,
  crowd,
  house,
  lists,
  locks,
  tables,
  'open-relay-1995': openRelay1995,
};

/** By name; names come from outside, too. */
export const TOPOLOGIES: Readonly<Record<string, TopologyInput>> = SHIPPED;
