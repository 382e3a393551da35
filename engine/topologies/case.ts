// The two domains with more people at Campus, and two places outside where somebody may sit with a stolen password. It
// shows: letters in one name, from five places, of which some are honest. Counterpart: two-domains.ts; lessons/case/ makes
// the letters. Rule: each person of a case has a password here, or the honest letters couldn't be sent.

import type { TopologyInput } from '../../contract/topology.ts';
import { a, desk, type HostInput, ptr } from './parts.ts';
import { twoDomains } from './two-domains.ts';

type RecordInput = NonNullable<NonNullable<NonNullable<HostInput['zones']>[string]>['records']>[number];

const look = { organisation: 'internet', colour: 'bot' } as const;
const places: HostInput[] = [
  desk('cafe.provider.example', { label: 'Ca', address: '198.51.100.141', pattern: 'ring', ...look }),
  desk('hotel.provider.example', { label: 'Ht', address: '198.51.100.142', pattern: 'grid', ...look }),
];

const records: Readonly<Record<string, RecordInput[]>> = {
  'provider.example': [a('cafe', '198.51.100.141'), a('hotel', '198.51.100.142')],
  '100.51.198.in-addr.arpa': [ptr('141', 'cafe.provider.example.'), ptr('142', 'hotel.provider.example.')],
};

function withPlaces(host: HostInput): HostInput {
  if (host.zones) {
    const zones = Object.entries(host.zones).map(([name, zone]) => {
      const more = records[name];
      return [name, more ? { ...zone, records: [...(zone.records ?? []), ...more] } : zone] as const;
    });
    return { ...host, zones: Object.fromEntries(zones) };
  }
  if (host.name !== 'lists.forwarder.example' || !host.mta) return host;
  const aliases = { ...host.mta.aliases, 'erin@forwarder.example': ['carol@harbor.example'] };
  return { ...host, mta: { ...host.mta, aliases } };
}

const person = (name: string, password: string) => ({
  address: `${name}@campus.example`,
  password,
  host: 'relay.campus.example',
  submitsAt: 'submit.campus.example',
});

export const caseLab: TopologyInput = {
  ...twoDomains,
  name: 'case',
  title: 'A case',
  hosts: [...twoDomains.hosts.map(withPlaces), ...places],
  users: [
    ...(twoDomains.users ?? []),
    person('dean', 'mortarboard'),
    person('provost', 'lectern'),
    person('rector', 'chain-of-office'),
    person('dora', 'explorer'),
    person('egon', 'spores'),
  ],
};
