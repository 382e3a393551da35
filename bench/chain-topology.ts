// The lab of the chain: four mail servers in a row, as data. Counterpart: engine-chain.ts opens it,
// bare-chain.ts is its floor. Rule: what a real relay does it does too (names are looked up, connections
// to the next hop reused); no policy, and no TLS and no password either, since the floor has none, but on
// the full path.
//
//   client -> a -> b -> c -> d, which has the mailbox
//           587  25   25   25    the full path: STARTTLS everywhere, AUTH at the submission port

import type { TopologyInput } from '../contract/topology.ts';

const NETWORK = '192.0.2';
const NAME_SERVER = `${NETWORK}.53`;
const SMTP = 25;
const SUBMISSION = 587;
const HOPS = ['a', 'b', 'c', 'd'] as const;

export const CHAIN_SENDER = 'alice@client.example';
export const CHAIN_RECIPIENT = 'bob@d.example';
export const CHAIN_PASSWORD = 'bench';
export const CHAIN_SEED = 1;
/** Longer than any measurement. */
const REUSE_S = 600;

type HostInput = TopologyInput['hosts'][number];

const nameOf = (hop: string): string => `${hop}.example`;
const addressOf = (hop: string): string => `${NETWORK}.${10 + HOPS.findIndex((one) => one === hop)}`;

function mailHost(hop: string, next: string | undefined, isSecured: boolean): HostInput {
  const tls = isSecured ? 'starttls' : 'none';
  return {
    name: nameOf(hop),
    label: hop.toUpperCase(),
    address: addressOf(hop),
    organisation: 'chain',
    colour: 'relay',
    kind: 'mail',
    resolver: NAME_SERVER,
    listeners: [
      { port: SMTP, protocol: 'smtp', tls },
      { port: SUBMISSION, protocol: 'submission', tls },
    ],
    mta: {
      trustedNetworks: [`${NETWORK}.0/24`],
      localDomains: next === undefined ? [nameOf(hop)] : [],
      routes: next === undefined ? {} : { '*': { to: nameOf(next) } },
      outboundTls: isSecured ? 'may' : 'none',
      outboundPipelining: isSecured,
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

/** The way that a letter has in earnest: STARTTLS and AUTH at the first hop, STARTTLS from hop to hop. */
export const fullPathTopology: TopologyInput = topology(true);

export const chainTopology: TopologyInput = topology(false);

function topology(isSecured: boolean): TopologyInput {
  return {
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
      ...HOPS.map((hop, at) => mailHost(hop, HOPS[at + 1], isSecured)),
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
    users: [{ address: CHAIN_RECIPIENT, password: CHAIN_PASSWORD, host: nameOf('d'), submitsAt: nameOf('a') }],
    doors: [{ as: 'client.example', host: nameOf('a'), port: isSecured ? SUBMISSION : SMTP, local: 0 }],
  };
}
