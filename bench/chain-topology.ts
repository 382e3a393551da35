// The lab of the chain: four mail servers in a row, as data. Counterpart: engine-chain.ts opens it,
// bare-chain.ts is its floor. Rule: what a real relay does it does too (names are looked up, connections
// to the next hop reused); no policy, no TLS and no password, since the floor has none.
//
//   client -> a -> b -> c -> d, which has the mailbox

import type { TopologyInput } from '../contract/topology.ts';

const NETWORK = '192.0.2';
const NAME_SERVER = `${NETWORK}.53`;
const HOPS = ['a', 'b', 'c', 'd'] as const;

export const CHAIN_SENDER = 'alice@client.example';
export const CHAIN_RECIPIENT = 'bob@d.example';
/** Longer than any measurement. */
const REUSE_S = 600;

type HostInput = TopologyInput['hosts'][number];

const nameOf = (hop: string): string => `${hop}.example`;
const addressOf = (hop: string): string => `${NETWORK}.${10 + HOPS.findIndex((one) => one === hop)}`;

function mailHost(hop: string, next: string | undefined): HostInput {
  return {
    name: nameOf(hop),
    label: hop.toUpperCase(),
    address: addressOf(hop),
    organisation: 'chain',
    colour: 'relay',
    kind: 'mail',
    resolver: NAME_SERVER,
    listeners: [{ port: 25, protocol: 'smtp' }],
    mta: {
      trustedNetworks: [`${NETWORK}.0/24`],
      localDomains: next === undefined ? [nameOf(hop)] : [],
      routes: next === undefined ? {} : { '*': { to: nameOf(next) } },
      queue: { connectionReuse_s: REUSE_S },
    },
  };
}

function zones(): NonNullable<HostInput['zones']> {
  const soa = { primary: 'ns.example.', mailbox: 'hostmaster.ns.example.' };
  const ns = { name: '@', type: 'NS' as const, target: 'ns.example.' };
  return {
    example: {
      soa,
      records: [
        ns,
        { name: 'ns', type: 'A', address: NAME_SERVER },
        ...HOPS.map((hop) => ({ name: hop, type: 'A' as const, address: addressOf(hop) })),
      ],
    },
    '2.0.192.in-addr.arpa': {
      soa,
      records: [
        ns,
        ...HOPS.map((hop) => ({
          name: addressOf(hop).split('.').at(-1) ?? '',
          type: 'PTR' as const,
          target: `${nameOf(hop)}.`,
        })),
      ],
    },
  };
}

export const chainTopology: TopologyInput = {
  name: 'bench-chain',
  title: 'Four hops in a row',
  startsAt: '2026-01-05T09:00:00Z',
  organisations: [{ id: 'chain', title: 'The chain' }],
  hosts: [
    {
      name: 'client.example',
      label: 'Cl',
      address: `${NETWORK}.100`,
      organisation: 'chain',
      colour: 'laptop',
      kind: 'end',
      resolver: NAME_SERVER,
    },
    ...HOPS.map((hop, at) => mailHost(hop, HOPS[at + 1])),
    {
      name: 'ns.example',
      label: 'Ns',
      address: NAME_SERVER,
      organisation: 'chain',
      colour: 'ns',
      kind: 'dns',
      zones: zones(),
    },
  ],
  users: [{ address: CHAIN_RECIPIENT, password: 'bench', host: nameOf('d') }],
  doors: [{ as: 'client.example', host: nameOf('a'), port: 25, local: 0 }],
};
