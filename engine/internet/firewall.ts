// A provider's firewall: what its customers send to some ports of other people's hosts is dropped without a word, as
// many do with port 25, so that a customer's infected computer sends no spam. Counterpart: internet.ts dials through
// it. Rule: pure; inside the provider's own network everything passes.

import type { Topology } from '../../contract/topology.ts';
import { inNetwork } from '../../mail/dns/network.ts';

export type Firewall = Topology['firewalls'][number];

/** The firewall that drops what `from` says to (`to`, `port`). */
export function firewallBetween(
  firewalls: readonly Firewall[],
  from: string,
  to: { address: string; port: number },
): Firewall | undefined {
  return firewalls.find(
    ({ network, blockedPorts }) =>
      blockedPorts.includes(to.port) && inNetwork(from, network) && !inNetwork(to.address, network),
  );
}
