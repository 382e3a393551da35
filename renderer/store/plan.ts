// Who is who in the lab: its topology without what is switched while it runs. Counterpart: hosts.ts names the hosts of it.
// Rule: one object for as long as nothing else changed, whichever moment it is read from; a moment of the past comes with
// a topology of its own, and what shows hosts isn't drawn again for that.

import type { Topology } from '../../contract/topology.ts';
import { SCREEN_LIMITS } from './limits.ts';

const planFor = new WeakMap<Topology, Topology>();
/** By what stands in them, the latest last. */
const plans = new Map<string, Topology>();

export function planOf(topology: Topology | undefined): Topology | undefined {
  if (!topology) return undefined;
  const known = planFor.get(topology);
  if (known) return known;
  const plan = { ...topology, hosts: topology.hosts.map((host) => ({ ...host, policies: {} })) };
  const shared = share(JSON.stringify(plan), plan);
  planFor.set(topology, shared);
  return shared;
}

function share(told: string, plan: Topology): Topology {
  const shared = plans.get(told) ?? plan;
  plans.delete(told);
  plans.set(told, shared);
  const [oldest] = plans.keys();
  if (plans.size > SCREEN_LIMITS.plans && oldest !== undefined) plans.delete(oldest);
  return shared;
}
