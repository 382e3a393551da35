// Zones with one of everything that a name server treats in its own way. Counterpart: the tests of the authority and
// the comparison with BIND. Rule: what both sides load is this data and nothing else.

import type { Zone, ZoneRecord } from '../../../contract/topology.ts';
import type { ZoneData } from '../../../engine/dns/zone-data.ts';
import { buildZone } from '../../../engine/dns/zone-data.ts';

/** A zone with usual times; `parts` overrides them. */
export function zoneOf(records: ZoneRecord[], parts: Partial<Zone['soa']> & { ttl?: number } = {}): Zone {
  const { ttl = 3600, ...soa } = parts;
  return {
    ttl,
    soa: {
      primary: 'ns.example.',
      mailbox: 'hostmaster.ns.example.',
      serial: 1,
      refresh_s: 7200,
      retry_s: 900,
      expire_s: 1_209_600,
      negative_s: 300,
      ...soa,
    },
    records,
  };
}

const a = (name: string, address: string): ZoneRecord => ({ name, type: 'A', address });
const mx = (name: string, preference: number, exchange: string): ZoneRecord => ({
  name,
  type: 'MX',
  preference,
  exchange,
});
const cname = (name: string, target: string): ZoneRecord => ({ name, type: 'CNAME', target });
const ns = (name: string, target: string): ZoneRecord => ({ name, type: 'NS', target });
const ptr = (name: string, target: string): ZoneRecord => ({ name, type: 'PTR', target });
const txt = (name: string, text: string | string[]): ZoneRecord => ({ name, type: 'TXT', text });

const harbor = zoneOf([
  ns('@', 'ns.example.'),
  ns('@', 'ns2'),
  a('ns2', '203.0.113.53'),
  mx('@', 10, 'mx1'),
  mx('@', 20, 'mx2'),
  txt('@', 'v=spf1 ip4:203.0.113.0/24 -all'),
  a('mx1', '203.0.113.25'),
  { name: 'mx1', type: 'AAAA', address: '2001:db8::25' },
  { name: 'six', type: 'AAAA', address: '2001:db8:0:1:0:0:0:1' },
  { name: 'six', type: 'AAAA', address: '2001:db8:0:1:1:1:0:1' },
  { name: 'six', type: 'AAAA', address: '::ffff:192.0.2.1' },
  { ...a('mx2', '203.0.113.26'), ttl: 60 },
  mx('nomail', 0, '.'),
  mx('far', 10, 'relay.campus.example.'),
  cname('www', 'mx1'),
  cname('away', 'relay.campus.example.'),
  cname('out', 'www.elsewhere.test.'),
  cname('dead', 'nothing'),
  cname('nodata', 'b.a.ent'),
  cname('loop1', 'loop2'),
  cname('loop2', 'loop1'),
  cname('toloop', 'loop1'),
  cname('self', 'self'),
  a('b.a.ent', '203.0.113.1'),
  a('*.wild', '203.0.113.2'),
  mx('*.wild', 10, 'mx1'),
  txt('x.wild', 'x'),
  txt('z.y.wild', 'z'),
  cname('*.cwild', 'mx1'),
  ns('sub', 'ns.sub'),
  ns('sub', 'ns.example.'),
  a('ns.sub', '203.0.113.99'),
  cname('tosub', 'www.sub'),
  txt('big', 'k'.repeat(2048)),
  txt('middle', 'm'.repeat(800)),
  txt('strings', ['one ', '', 'a "quoted" \\ back; é']),
  txt('_dmarc', 'v=DMARC1; p=reject'),
  ...Array.from({ length: 60 }, (_, index) => a('many', `10.1.1.${index + 1}`)),
  ...Array.from({ length: 21 }, (_, index) => cname(`c${index}`, `c${index + 1}`)),
  a('c21', '203.0.113.3'),
  ...[380, 400, 410, 430, 450].map((octets) => txt(`t${octets}`, 'q'.repeat(octets))),
]);

const campus = zoneOf(
  [
    ns('@', 'ns.example.'),
    mx('@', 10, 'relay'),
    a('relay', '192.0.2.26'),
    txt('relay', 'v=spf1 a -all'),
    ns('dept', 'ns.example.'),
    cname('todept', 'www.dept'),
  ],
  { negative_s: 7200 },
);

export const exampleZones: Record<string, Zone> = {
  'harbor.example': harbor,
  'campus.example': campus,
  'dept.campus.example': zoneOf([ns('@', 'ns.example.'), a('www', '192.0.2.80'), cname('up', 'relay.campus.example.')]),
  '113.0.203.in-addr.arpa': zoneOf([
    ns('@', 'ns.example.'),
    ptr('25', 'mx1.harbor.example.'),
    ptr('26', 'mx2.harbor.example.'),
  ]),
};

export function exampleZoneData(): ZoneData[] {
  return Object.entries(exampleZones).map(([name, zone]) => buildZone(name, zone));
}
