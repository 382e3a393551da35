import { describe, expect, test } from 'vitest';
import type { ZoneRecord } from '../../../contract/topology.ts';
import type { ZoneProblem } from '../../../engine/dns/zone-data.ts';
import { buildZone, ZoneError } from '../../../engine/dns/zone-data.ts';
import { zoneOf } from './example-zones.ts';

const address = '203.0.113.1';

describe('a zone made ready', () => {
  test('names are absolute and in lower case', () => {
    const zone = buildZone(
      'Harbor.example',
      zoneOf([
        { name: '@', type: 'MX', preference: 10, exchange: 'MX1' },
        { name: 'MX1', type: 'A', address },
        { name: 'mx2.harbor.example.', type: 'CNAME', target: '@' },
        // the slip that everybody makes once: no final dot
        { name: 'www', type: 'CNAME', target: 'mx1.harbor.example' },
      ]),
    );
    expect([...zone.nodes.keys()]).toEqual([
      'harbor.example',
      'mx1.harbor.example',
      'mx2.harbor.example',
      'www.harbor.example',
    ]);
    const dataOf = (name: string, type: 'MX' | 'CNAME'): unknown => zone.nodes.get(name)?.get(type)?.[0]?.data;
    expect(dataOf('harbor.example', 'MX')).toMatchObject({ exchange: 'mx1.harbor.example' });
    expect(dataOf('mx2.harbor.example', 'CNAME')).toMatchObject({ target: 'harbor.example' });
    expect(dataOf('www.harbor.example', 'CNAME')).toMatchObject({ target: 'mx1.harbor.example.harbor.example' });
  });

  test('the SOA is there without being written, an @ in its mailbox understood', () => {
    const zone = buildZone('harbor.example', zoneOf([], { mailbox: 'first.last@harbor.example.', ttl: 100 }));
    expect(zone.nodes.get('harbor.example')?.get('SOA')?.[0]).toEqual({
      name: 'harbor.example',
      ttl: 100,
      data: {
        type: 'SOA',
        primary: 'ns.example',
        mailbox: 'first\\.last.harbor.example',
        serial: 1,
        refresh_s: 7200,
        retry_s: 900,
        expire_s: 1_209_600,
        negative_s: 300,
      },
    });
    expect(zone.negative_s).toBe(100);
  });

  test('names above others exist, without records', () => {
    const zone = buildZone('harbor.example', zoneOf([{ name: 'c.b.a', type: 'A', address }]));
    expect(zone.nodes.get('b.a.harbor.example')?.size).toBe(0);
    expect(zone.nodes.get('a.harbor.example')?.size).toBe(0);
    expect(zone.nodes.has('example')).toBe(false);
  });

  test('a record written twice is one; a set has one TTL', () => {
    const zone = buildZone(
      'harbor.example',
      zoneOf([
        { name: 'a', type: 'A', address, ttl: 60.9 },
        { name: 'A', type: 'A', address },
        { name: 'a', type: 'A', address: '203.0.113.2', ttl: 120 },
      ]),
    );
    expect(
      zone.nodes
        .get('a.harbor.example')
        ?.get('A')
        ?.map(({ ttl }) => ttl),
    ).toEqual([60, 60]);
  });

  test('text is cut into pieces of 255 octets, not characters', () => {
    const zone = buildZone('harbor.example', zoneOf([{ name: 't', type: 'TXT', text: 'é'.repeat(200) }]));
    const [record] = zone.nodes.get('t.harbor.example')?.get('TXT') ?? [];
    expect(record?.data.type === 'TXT' && record.data.strings.map((piece) => piece.length)).toEqual([255, 145]);
  });
});

describe('a zone that is not served', () => {
  const cname: ZoneRecord = { name: 'x', type: 'CNAME', target: 'y' };
  const defects: [what: string, records: ZoneRecord[], problems: ZoneProblem[]][] = [
    [
      'CNAME after other data',
      [{ name: 'x', type: 'A', address }, cname],
      [{ code: 'cnameAndOther', index: 1, subject: 'x' }],
    ],
    [
      'CNAME before other data',
      [cname, { name: 'X', type: 'A', address }],
      [{ code: 'cnameAndOther', index: 1, subject: 'X' }],
    ],
    ['CNAME at the top', [{ ...cname, name: '@' }], [{ code: 'cnameAndOther', index: 0, subject: '@' }]],
    ['two CNAMEs', [cname, { ...cname, target: 'z' }], [{ code: 'severalCnames', index: 1, subject: 'x' }]],
    [
      'a name elsewhere',
      [{ name: 'mx1.campus.example.', type: 'A', address }],
      [{ code: 'outsideZone', index: 0, subject: 'mx1.campus.example.' }],
    ],
    [
      'a label too long',
      [{ name: 'l'.repeat(64), type: 'A', address }],
      [{ code: 'labelTooLong', index: 0, subject: 'l'.repeat(64) }],
    ],
    [
      'a name too long',
      [{ name: 'l.'.repeat(125) + 'l', type: 'A', address }],
      [{ code: 'nameTooLong', index: 0, subject: 'l.'.repeat(125) + 'l' }],
    ],
    ['an empty label', [{ name: 'a..b', type: 'A', address }], [{ code: 'emptyLabel', index: 0, subject: 'a..b' }]],
    [
      'letters that are not ASCII',
      [{ name: 'bücher', type: 'A', address }],
      [{ code: 'badCharacter', index: 0, subject: 'bücher' }],
    ],
    [
      'a bad target',
      [{ name: 'x', type: 'MX', preference: 1, exchange: '' }],
      [{ code: 'emptyLabel', index: 0, subject: '' }],
    ],
    [
      'a bad address',
      [{ name: 'x', type: 'A', address: '1.2.3' }],
      [{ code: 'badAddress', index: 0, subject: '1.2.3' }],
    ],
    [
      'a piece too long',
      [{ name: 'x', type: 'TXT', text: ['é'.repeat(200)] }],
      [{ code: 'textTooLong', index: 0, subject: 'x' }],
    ],
    [
      'a text too long',
      [{ name: 'x', type: 'TXT', text: 'é'.repeat(60_000) }],
      [{ code: 'textTooLong', index: 0, subject: 'x' }],
    ],
    [
      'several at once',
      [
        { name: 'a..b', type: 'A', address },
        { name: 'ok', type: 'A', address },
        { name: '', type: 'PTR', target: 'a b' },
      ],
      [
        { code: 'emptyLabel', index: 0, subject: 'a..b' },
        { code: 'emptyLabel', index: 2, subject: '' },
        { code: 'badCharacter', index: 2, subject: 'a b' },
      ],
    ],
  ];

  test.each(defects)('%s', (_what, records, problems) => {
    expect(problemsOf(() => buildZone('harbor.example', zoneOf(records)))).toEqual(problems);
  });

  test('a mistake in the SOA has no record', () => {
    const build = (): unknown => buildZone('harbor.example', zoneOf([], { primary: 'a..b' }));
    expect(problemsOf(build)).toEqual([{ code: 'emptyLabel', subject: 'a..b' }]);
    expect(build).toThrow(`zone harbor.example can't be served: soa: emptyLabel "a..b"`);
  });
});

function problemsOf(build: () => unknown): readonly ZoneProblem[] | undefined {
  try {
    build();
  } catch (error) {
    if (error instanceof ZoneError) return error.problems;
    throw error;
  }
  return undefined;
}
