// Words and places that several challenges draw from: the people of the two domains, matters for letters, zones. Counterpart:
// engine/topologies/two-domains.ts, which the tests hold them to. Rule: only what two challenges need.

export const HARBOR_PEOPLE = [
  { name: 'bob', shown: 'Bob', password: 'builder' },
  { name: 'carol', shown: 'Carol', password: 'christmas' },
] as const;

export const MATTERS = [
  ...(['Rehearsal', 'Two keys', 'The old boat', 'A bill', 'Sunday', 'Minutes'] as const),
  ...(['Room 14', 'Lost coat', 'Seating plan', 'Tide table', 'A question', 'Spare parts'] as const),
] as const;

/** Domains that nobody has. */
export const NOWHERE = ['shop.example', 'palace.example', 'orchard.example', 'quarry.example'] as const;

interface ZoneRecordInput {
  name: string;
  type: 'A' | 'MX' | 'TXT';
  [value: string]: string | number;
}

/** A zone of the lab's name server; answers are kept for a minute. */
export function zoneOf(...records: ZoneRecordInput[]) {
  return {
    ttl: 60,
    soa: { primary: 'ns.example.', mailbox: 'hostmaster.ns.example.', negative_s: 60 },
    records: [{ name: '@', type: 'NS', target: 'ns.example.' }, ...records],
  } as never;
}

export const CAMPUS_HOSTS: readonly ZoneRecordInput[] = [
  { name: '@', type: 'MX', preference: 10, exchange: 'relay.campus.example.' },
  { name: 'laptop', type: 'A', address: '192.0.2.10' },
  { name: 'submit', type: 'A', address: '192.0.2.25' },
  { name: 'relay', type: 'A', address: '192.0.2.26' },
];
