// Labs of any shape for the map's tests. Counterpart: contract/topology.ts. Rule: made through the schema, so that they
// could be real.

import fc from 'fast-check';

import { type Topology, type TopologyInput, topologySchema } from '../../../contract/topology.ts';

type HostInput = TopologyInput['hosts'][number];

const KINDS = ['desk', 'submit', 'relay', 'mail', 'mx', 'ns', 'visitor'] as const;
type Kind = (typeof KINDS)[number];

/** Labs of up to 30 hosts in up to five organisations, any mixture of roles. */
export const anyTopology: fc.Arbitrary<Topology> = fc
  .array(fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 5 })
  .filter((organisations) => organisations.flat().length <= 30)
  .map(labOf);

export function labOf(organisations: readonly (readonly Kind[])[]): Topology {
  let count = 0;
  const hosts: HostInput[] = organisations.flatMap((kinds, at) =>
    kinds.map((kind) => hostOf(kind, (count += 1), `org${at}`)),
  );
  const users = hosts
    .filter((host) => host.name.startsWith('mail'))
    .map((host, at) => ({ address: `user${at}@org.example`, password: 'x', host: host.name }));
  return topologySchema.parse({
    name: 'any',
    title: 'Any',
    startsAt: '2026-01-05T09:00:00Z',
    organisations: organisations.map((_, at) => ({ id: `org${at}`, title: `org${at}.example` })),
    hosts,
    users,
  });
}

function hostOf(kind: Kind, count: number, organisation: string): HostInput {
  const host = {
    name: `${kind}${count}.${organisation}.example`,
    label: 'Xx',
    address: `192.0.2.${count}`,
    organisation,
    colour: 'relay',
  };
  switch (kind) {
    case 'desk':
    case 'visitor':
      return { ...host, kind: 'end' };
    case 'ns':
      return { ...host, kind: 'dns' };
    case 'submit':
      return { ...host, kind: 'mail', listeners: [{ port: 587, protocol: 'submission' }], mta: {} };
    case 'relay':
      return { ...host, kind: 'mail', mta: { trustedNetworks: ['192.0.2.0/24'] } };
    case 'mx':
      return { ...host, kind: 'mail', mta: { relayDomains: ['org.example'] } };
    case 'mail':
      return { ...host, kind: 'mail', listeners: [{ port: 143, protocol: 'imap' }], mta: {} };
  }
}
