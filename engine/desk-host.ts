// The machine at which a user of the lab sits. Counterpart: mua.ts, inbox/: mail programs run there. Rule: users of an
// organisation sit at its end host.

import type { Host, Topology, User } from '../contract/topology.ts';

/** Undefined when the user's organisation has no end host. */
export function deskOf(topology: Topology, user: User): Host | undefined {
  const home = topology.hosts.find((host) => host.name === user.host);
  return topology.hosts.find((host) => host.kind === 'end' && host.organisation === home?.organisation);
}
