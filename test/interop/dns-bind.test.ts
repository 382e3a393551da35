// Our name server and Debian's BIND, given the same zones and asked the same octets, must say the same: response code,
// flags, answer and authority. The additional section is each server's own choice.
// Counterpart: engine/dns/authority.ts, whose choices this file justifies.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PausableActivityClock } from '../../engine/world/activity-clock.ts';
import { TYPES } from '../../engine/dns/records.ts';
import { NameServer } from '../../engine/dns/server.ts';
import type { NameServerSockets } from '../../engine/dns/sockets.ts';
import { listen } from '../../engine/dns/sockets.ts';
import { exampleZoneData, exampleZones } from '../engine/dns/example-zones.ts';
import type { Named } from '../engine/dns/named.ts';
import { startNamed } from '../engine/dns/named.ts';
import { query } from '../engine/dns/query-octets.ts';
import type { QueryParts } from '../engine/dns/query-octets.ts';
import type { View } from '../engine/dns/raw-client.ts';
import { askTcp, askUdp, viewOf } from '../engine/dns/raw-client.ts';
import { missing, programPath } from '../support/programs.ts';

type Compared = Omit<View, 'additional'>;

describe.skipIf(missing('named'))('the name server beside BIND', () => {
  let named: Named;
  let ours: NameServerSockets;

  beforeAll(async () => {
    named = await startNamed(programPath('named'), exampleZones);
    const server = new NameServer({ zones: exampleZoneData() });
    ours = await listen(server, { port: 0, activity: new PausableActivityClock(undefined) });
  });

  afterAll(async () => {
    await ours?.close();
    await named?.stop();
  });

  async function both(octets: Uint8Array, transport: 'udp' | 'tcp'): Promise<{ bind: Compared; posthorn: Compared }> {
    const ask = transport === 'udp' ? askUdp : askTcp;
    const [bind, posthorn] = await Promise.all([ask(named.port, octets), ask(ours.port, octets)]);
    return { bind: compared(viewOf(bind)), posthorn: compared(viewOf(posthorn)) };
  }

  const names: [name: string, type: keyof typeof TYPES][] = [
    ['harbor.example', 'MX'],
    ['harbor.example', 'NS'],
    ['harbor.example', 'SOA'],
    ['harbor.example', 'TXT'],
    ['harbor.example', 'A'],
    ['harbor.example', 'ANY'],
    ['harbor.example', 'CAA'],
    ['harbor.example', 'RRSIG'],
    ['HARBOR.example', 'MX'],
    ['mx1.harbor.example', 'A'],
    ['Mx1.Harbor.EXAMPLE', 'A'],
    ['mx1.harbor.example', 'AAAA'],
    ['mx1.harbor.example', 'ANY'],
    ['six.harbor.example', 'AAAA'],
    ['mx2.harbor.example', 'A'],
    ['mx2.harbor.example', 'TXT'],
    ['nomail.harbor.example', 'MX'],
    ['far.harbor.example', 'MX'],
    ['strings.harbor.example', 'TXT'],
    ['_dmarc.harbor.example', 'TXT'],
    ['25.113.0.203.in-addr.arpa', 'PTR'],
    ['99.113.0.203.in-addr.arpa', 'PTR'],
    ['1.25.113.0.203.in-addr.arpa', 'PTR'],
    // CNAME: asked for itself, followed, out of the zone, to nothing, in circles, too long
    ['www.harbor.example', 'CNAME'],
    ['www.harbor.example', 'A'],
    ['www.harbor.example', 'MX'],
    ['www.harbor.example', 'ANY'],
    ['away.harbor.example', 'A'],
    ['out.harbor.example', 'A'],
    ['dead.harbor.example', 'A'],
    ['nodata.harbor.example', 'MX'],
    ['loop1.harbor.example', 'A'],
    ['toloop.harbor.example', 'A'],
    ['self.harbor.example', 'A'],
    ['self.harbor.example', 'CNAME'],
    ['c0.harbor.example', 'A'],
    ['c9.harbor.example', 'A'],
    ['c10.harbor.example', 'A'],
    ['c11.harbor.example', 'A'],
    ['x.www.harbor.example', 'A'],
    // names that aren't there, and names that only have others below them
    ['q.harbor.example', 'A'],
    ['q.harbor.example', 'ANY'],
    ['a.q.harbor.example', 'MX'],
    ['ent.harbor.example', 'A'],
    ['ent.harbor.example', 'ANY'],
    ['a.ent.harbor.example', 'TXT'],
    ['c.a.ent.harbor.example', 'TXT'],
    // wildcards
    ['foo.wild.harbor.example', 'A'],
    ['Foo.bar.Wild.harbor.example', 'A'],
    ['foo.wild.harbor.example', 'MX'],
    ['foo.wild.harbor.example', 'TXT'],
    ['foo.wild.harbor.example', 'ANY'],
    ['wild.harbor.example', 'A'],
    ['x.wild.harbor.example', 'A'],
    ['y.wild.harbor.example', 'A'],
    ['q.y.wild.harbor.example', 'A'],
    ['*.wild.harbor.example', 'A'],
    ['foo.cwild.harbor.example', 'A'],
    ['foo.cwild.harbor.example', 'CNAME'],
    // delegation, to elsewhere and to a zone served here
    ['sub.harbor.example', 'NS'],
    ['sub.harbor.example', 'A'],
    ['sub.harbor.example', 'DS'],
    ['www.sub.harbor.example', 'A'],
    ['ns.sub.harbor.example', 'A'],
    ['tosub.harbor.example', 'A'],
    ['dept.campus.example', 'NS'],
    ['www.dept.campus.example', 'A'],
    ['todept.campus.example', 'A'],
    ['up.dept.campus.example', 'A'],
    // not ours
    ['www.elsewhere.test', 'A'],
    ['example', 'SOA'],
    ['.', 'NS'],
    // not for a zone to answer
    ['harbor.example', 'AXFR'],
    ['harbor.example', 'IXFR'],
    ['harbor.example', 'MAILA'],
    ['harbor.example', 'MAILB'],
    ['harbor.example', 'OPT'],
    // too long for a datagram, or nearly
    ...['big', 'middle', 'many'].map(
      (name) => [`${name}.harbor.example`, name === 'many' ? 'A' : 'TXT'] as [string, 'A'],
    ),
    ...[380, 400, 410, 430, 450].map((octets) => [`t${octets}.harbor.example`, 'TXT'] as [string, 'TXT']),
  ];

  const manners: [manner: string, transport: 'udp' | 'tcp', parts: QueryParts][] = [
    ['UDP', 'udp', {}],
    ['UDP, recursion desired', 'udp', { rd: true }],
    ['UDP, EDNS 4096', 'udp', { rd: true, edns: { udp_octets: 4096 } }],
    ['UDP, EDNS 700, DNSSEC wanted', 'udp', { edns: { udp_octets: 700, do: true } }],
    ['TCP', 'tcp', {}],
    ['TCP, EDNS', 'tcp', { rd: true, edns: { udp_octets: 1232 } }],
  ];

  describe.each(manners)('%s', (_manner, transport, parts) => {
    test.each(names)('%s %s', async (name, type) => {
      const { bind, posthorn } = await both(query(name, TYPES[type], parts), transport);
      expect(posthorn).toEqual(bind);
    });
  });

  test('the long text is cut over UDP and whole over TCP', async () => {
    const octets = query('big.harbor.example', TYPES.TXT, { rd: true });
    const { bind: cut } = await both(octets, 'udp');
    expect(cut).toMatchObject({ tc: true, answer: ['0 records'] });
    const { bind: whole } = await both(octets, 'tcp');
    expect(whole.tc).toBe(false);
    expect(whole.answer[0]).toHaveLength('big.harbor.example. 3600 TXT '.length + 2048 + 9 * '""'.length + 8);
  });

  const oddities: [what: string, octets: Uint8Array][] = [
    ['no question', query('', 1, { counts: [0, 0, 0, 0], raw: '' })],
    ['two questions', query('mx1.harbor.example', 1, { counts: [2, 0, 0, 0] })],
    ['a header that promises a question', query('', 1, { raw: '' })],
    ['a label of 64 octets', query('', 1, { raw: `40${'61'.repeat(64)}0000010001` })],
    ['a name that points to itself', query('', 1, { raw: 'c00c00010001' })],
    ['octets after the end', query('mx1.harbor.example', 1, { tail: 'deadbeef' })],
    [
      'a record where none belongs',
      query('mx1.harbor.example', 1, { counts: [1, 1, 0, 0], tail: 'c00c000100010000000500040a000001' }),
    ],
    [
      'a record cut short',
      query('mx1.harbor.example', 1, { counts: [1, 0, 0, 1], tail: 'c00c0001000100000005004000' }),
    ],
    [
      'two OPT records',
      query('mx1.harbor.example', 1, { counts: [1, 0, 0, 2], tail: `${'00002904d0000000000000'.repeat(2)}` }),
    ],
    [
      'an OPT record among the answers',
      query('mx1.harbor.example', 1, { counts: [1, 1, 0, 0], tail: '00002904d0000000000000' }),
    ],
    [
      'an OPT record with a name',
      query('mx1.harbor.example', 1, { counts: [1, 0, 0, 1], tail: '01610000291000000000000000' }),
    ],
    [
      'an EDNS option longer than its record',
      query('mx1.harbor.example', 1, { counts: [1, 0, 0, 1], tail: '0000291000000000000006000a00206162' }),
    ],
    ['EDNS version 1', query('mx1.harbor.example', 1, { edns: { udp_octets: 1232, version: 1 } })],
    ['every flag set', query('mx1.harbor.example', 1, { flags: 0x07ff })],
    ['opcode IQUERY', query('mx1.harbor.example', 1, { flags: 1 << 11 })],
    ['opcode STATUS', query('mx1.harbor.example', 1, { flags: (2 << 11) | 0x0100 })],
    ['opcode 15', query('mx1.harbor.example', 1, { flags: 15 << 11 })],
    ['class CHAOS', query('mx1.harbor.example', 1, { class: 3 })],
    ['class ANY', query('mx1.harbor.example', 1, { class: 255 })],
    ['class NONE', query('mx1.harbor.example', 1, { class: 254 })],
    ['class 0', query('mx1.harbor.example', 1, { class: 0 })],
    ['type 0', query('mx1.harbor.example', 0, {})],
    ['a type of the future', query('mx1.harbor.example', 65_280, {})],
    ['type TKEY', query('mx1.harbor.example', 249, {})],
    ['type 200', query('mx1.harbor.example', 200, {})],
    ['a dot inside a label', query('', 1, { raw: '0a6d78312e686172626f72076578616d706c650000010001' })],
    ['octets that are no letters', query('', 1, { raw: '04ff00c3a906686172626f72076578616d706c650000010001' })],
    [
      'such octets under a wildcard',
      query('', 1, { raw: '03ff2e200477696c6406686172626f72076578616d706c650000010001' }),
    ],
  ];

  test.each(oddities)('%s', async (_what, octets) => {
    const { bind, posthorn } = await both(octets, 'udp');
    expect(posthorn).toEqual(bind);
  });
});

/** Which of many records fit a datagram is chance with BIND, which shuffles them; how many fit isn't. */
function compared({ additional: _, ...view }: View): Compared {
  if (!view.tc) return view;
  return { ...view, answer: [`${view.answer.length} records`], authority: [`${view.authority.length} records`] };
}
