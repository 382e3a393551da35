// The chain with every defence on at its last hop, which trusts nobody: what all the checks together cost a letter.
// Counterpart: chain-topology.ts is the same chain without. Rule: whatever policy there is, it is on; only what would
// refuse or delay the bench's own letters is set so wide that it is asked and lets them pass.

import type { TopologyInput } from '../contract/topology.ts';
import { POLICIES } from '../engine/policy/index.ts';
import { CHAIN_RECIPIENT, chainTopology } from './chain-topology.ts';

const MOST = 100_000;

/** Settings beside `enabled`, by policy. */
const WIDE: Readonly<Record<string, Record<string, unknown>>> = {
  'rate-limit': { connections: MOST, letters: MOST, recipients: MOST },
  'greet-pause': { pause_s: 0.1 },
  'mailbox-full': { quota_octets: 1_000_000_000 },
  dnsbl: { zone: 'dnsbl.example*2, dnswl.example*-2', testEntry: true, received: 'all' },
  helo: { unknownHost: true },
  greylisting: { delay_s: 0, autoWhitelist: 0 },
  challenge: { known: 'example' },
  'content-checks': { header: '/^Subject: .*lottery/ REJECT', body: '/^(buy|sell) now/ REJECT' },
};

const [, lastHop = ''] = CHAIN_RECIPIENT.split('@');

export const defendedTopology: TopologyInput = {
  ...chainTopology,
  hosts: chainTopology.hosts.map((host) => {
    if (host.name === lastHop) return { ...host, mta: { ...host.mta, trustedNetworks: [] }, policies: policies() };
    const example = host.zones?.['example'];
    if (!host.zones || !example) return host;
    // The sender's domain exists and says who sends for it, or the letters would be refused.
    const client = [
      { name: 'client', type: 'A' as const, address: '192.0.2.100' },
      { name: 'client', type: 'TXT' as const, text: 'v=spf1 ip4:192.0.2.0/24 -all' },
    ];
    return {
      ...host,
      zones: { ...host.zones, example: { ...example, records: [...(example.records ?? []), ...client] } },
    };
  }),
};

function policies(): Record<string, Record<string, unknown>> {
  return Object.fromEntries(POLICIES.map(({ name }) => [name, { enabled: true, ...WIDE[name] }]));
}
