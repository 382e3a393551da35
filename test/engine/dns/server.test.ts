import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TYPES } from '../../../engine/dns/records.ts';
import type { Served } from '../../../engine/dns/server.ts';
import { NameServer } from '../../../engine/dns/server.ts';
import { frame } from '../../../engine/dns/tcp-framing.ts';
import { buildZone } from '../../../engine/dns/zone-data.ts';
import { exampleZoneData, zoneOf } from './example-zones.ts';
import { query } from './query-octets.ts';
import { viewOf } from './raw-client.ts';

const zones = exampleZoneData();

function reply(server: NameServer, octets: Uint8Array) {
  const bytes = server.handleDatagram(octets);
  if (!bytes) throw new Error('no reply');
  return viewOf(bytes);
}

describe('datagrams', () => {
  const server = new NameServer({ zones });

  test('no octets make it throw, and none make it answer beyond a datagram', () => {
    const header = fc.tuple(fc.uint8Array({ minLength: 12, maxLength: 12 }), fc.uint8Array({ maxLength: 60 }));
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      header.map(([start, rest]) => Buffer.concat([start, rest])),
      // a good query with octets changed
      fc
        .tuple(
          fc.constantFrom('www.harbor.example', 'big.harbor.example', 'a.wild.harbor.example'),
          fc.nat(80),
          fc.nat(255),
        )
        .map(([name, at, octet]) => {
          const good = query(name, TYPES.ANY, { rd: true, edns: { udp_octets: 4096 } });
          good[at % good.length] = octet;
          return good;
        }),
    );
    fc.assert(
      fc.property(garbage, (octets) => {
        expect(server.handleDatagram(octets)?.length ?? 0).toBeLessThanOrEqual(1232);
      }),
      { numRuns: 2000 },
    );
  });

  test('silence for what is no query', () => {
    expect(server.handleDatagram(Buffer.from('hello'))).toBeUndefined();
    expect(server.handleDatagram(query('harbor.example', 1, { flags: 0x8000 }))).toBeUndefined();
  });

  test('the question comes back as it was asked', () => {
    expect(reply(server, query('hArBoR.eXaMpLe', TYPES.MX, { id: 0xbeef }))).toMatchObject({
      id: 0xbeef,
      question: ['hArBoR.eXaMpLe IN MX'],
      answer: ['harbor.example. 3600 MX 10 mx1.harbor.example.', 'harbor.example. 3600 MX 20 mx2.harbor.example.'],
    });
  });

  test('512 octets without EDNS, what was offered with it, never more than 1232', () => {
    const size = (udp_octets?: number): [boolean, number] => {
      const octets = query(
        'middle.harbor.example',
        TYPES.TXT,
        udp_octets === undefined ? {} : { edns: { udp_octets } },
      );
      const bytes = server.handleDatagram(octets) ?? new Uint8Array();
      return [viewOf(bytes).tc, bytes.length];
    };
    expect(size()).toEqual([true, 39]);
    expect(size(100)).toEqual([true, 50]);
    expect(size(850)).toEqual([true, 50]);
    expect(size(4096)[0]).toBe(false);
    expect(reply(server, query('big.harbor.example', TYPES.TXT, { edns: { udp_octets: 4096 } }))).toMatchObject({
      tc: true,
      answer: [],
      edns: { udp_octets: 1232 },
    });
  });

  test('as many records as fit', () => {
    expect(reply(server, query('many.harbor.example', TYPES.A)).answer).toHaveLength(29);
  });
});

test('zones can be replaced, and each question is told', () => {
  const told: Served[] = [];
  const server = new NameServer({ zones, onServed: (served) => told.push(served) });
  const octets = query('new.Tea.example', TYPES.A, { rd: true });
  expect(reply(server, octets).rcode).toBe('REFUSED');
  server.setZones([buildZone('tea.example', zoneOf([{ name: 'new', type: 'A', address: '192.0.2.9' }]))]);
  expect(reply(server, octets).answer).toEqual(['new.tea.example. 3600 A 192.0.2.9']);
  server.handleDatagram(query('x.tea.example', 65_280));
  server.handleDatagram(query('', 1, { raw: '' }));
  expect(told).toEqual([
    { name: 'new.Tea.example', type: 'A', rcode: 'REFUSED', transport: 'udp' },
    { name: 'new.Tea.example', type: 'A', rcode: 'NOERROR', transport: 'udp' },
    { name: 'x.tea.example', type: 'TYPE65280', rcode: 'NXDOMAIN', transport: 'udp' },
  ]);
});

describe('streams', () => {
  const server = new NameServer({ zones });

  test('many questions on one connection, cut anywhere', () => {
    const stream = server.openStream();
    const names = ['big.harbor.example', 'q.harbor.example', 'mx1.harbor.example'];
    const octets = Buffer.concat(names.map((name, id) => frame(query(name, TYPES.TXT, { id }))));
    const ids: number[] = [];
    for (const octet of octets) {
      stream.push(Uint8Array.of(octet));
      for (let next = stream.next(); next !== undefined; next = stream.next()) {
        if (next === 'close') throw new Error('closed');
        expect(next.length).toBe(2 + Buffer.from(next).readUInt16BE(0));
        ids.push(viewOf(next.subarray(2)).id);
      }
    }
    expect(ids).toEqual([0, 1, 2]);
  });

  test('a long text comes whole', () => {
    const stream = server.openStream();
    stream.push(frame(query('big.harbor.example', TYPES.TXT)));
    const next = stream.next();
    expect(next !== undefined && next !== 'close' && viewOf(next.subarray(2))).toMatchObject({ tc: false });
  });

  test('no octets make it throw; what makes no sense ends it', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 }), (chunks) => {
        const stream = server.openStream();
        for (const chunk of chunks) {
          stream.push(chunk);
          for (let next = stream.next(); next instanceof Uint8Array; next = stream.next());
        }
      }),
    );
    const stream = server.openStream();
    stream.push(Buffer.from([0, 3, 1, 2, 3]));
    expect(stream.next()).toBe('close');
  });
});
