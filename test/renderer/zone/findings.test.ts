// What the zone editor says of records as one types them; and that what it lets pass is what the name server serves.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Zone, ZoneRecord } from '../../../contract/zone.ts';
import { buildZone } from '../../../engine/dns/zone-data.ts';
import { soundTopology } from '../../../engine/open-lab.ts';
import { twoDomains } from '../../../engine/topologies/two-domains.ts';
import { findingsOn } from '../../../renderer/zone/findings.ts';
import { labNames } from '../../../renderer/zone/lab-names.ts';
import { emptyFields, fieldsOf, readFields, type RecordFields } from '../../../renderer/zone/record-fields.ts';
import { t } from '../../../renderer/text/t.ts';

const topology = soundTopology(twoDomains, 'two-domains');
const ZONE = topology.hosts.find(({ name }) => name === 'ns.example')?.zones['harbor.example'] as Zone;
const lab = labNames(topology);

/** The findings' keys and levels. */
const say = (record: ZoneRecord, others: readonly ZoneRecord[] = ZONE.records) =>
  findingsOn(record, { origin: 'harbor.example', others, lab }).map(({ level, key }) => `${level} ${key}`);
const mx = (exchange: string, name = '@'): ZoneRecord => ({ name, type: 'MX', preference: 5, exchange });
const text = (value: string, name = '@'): ZoneRecord => ({ name, type: 'TXT', text: value });

describe('names', () => {
  test.each([
    ['mx1.harbor.example', ['mistake zone.name.twice']],
    ['mx1.harbor.example.', []],
    ['mx1', []],
    ['relay.campus.example', ['mistake zone.name.twice']],
    ['mail..example.', ['refused zone.name.bad']],
    ['203.0.113.25', ['mistake zone.mx.address']],
    ['nowhere.example.', ['mistake zone.mx.noAddress']],
    ['.', ['mistake zone.mx.nullBeside']],
  ])('an MX that names %s', (exchange, found) => expect(say(mx(exchange))).toEqual(found));

  test('an MX alone may say that there is none, and one to an alias is a mistake', () => {
    expect(say(mx('.'), [])).toEqual(['note zone.mx.null']);
    const alias: ZoneRecord = { name: 'post', type: 'CNAME', target: 'mx1' };
    const withAlias = new Map([...lab, ['post.harbor.example', new Set(['CNAME'])]]);
    const around = { origin: 'harbor.example', others: [alias], lab: withAlias };
    expect(findingsOn(mx('post'), around).map(({ key }) => key)).toEqual(['zone.mx.alias']);
  });

  test('a name that is the zone’s own twice, and one of another zone', () => {
    expect(say({ name: 'www.harbor.example', type: 'A', address: '192.0.2.1' })).toEqual(['mistake zone.name.twice']);
    expect(say({ name: 'www.campus.example.', type: 'A', address: '192.0.2.1' })).toEqual([
      'refused zone.name.outside',
    ]);
  });
});

test('a CNAME stands alone, and nothing stands beside one', () => {
  expect(say({ name: 'mx1', type: 'CNAME', target: 'mx2' })).toEqual(['refused zone.cname.beside']);
  expect(say({ name: '@', type: 'CNAME', target: 'mx2' })).toEqual(['refused zone.cname.top']);
  expect(say(text('x', 'www'), [{ name: 'www', type: 'CNAME', target: 'mx1' }])).toEqual(['refused zone.cname.there']);
});

describe('texts', () => {
  test.each([
    ['v=spf1 mx -all', 'note zone.spf.fail'],
    ['v=spf1 mx ~all', 'note zone.spf.softfail'],
    ['v=spf1 mx', 'note zone.spf.open'],
    ['v=spf1 redirect=campus.example', 'note zone.spf.redirect'],
    ['v=spf1 +all', 'mistake zone.spf.everybody'],
    ['v=spf1 -all mx', 'mistake zone.spf.afterAll'],
    ['v=spf1 ipv4:192.0.2.1 -all', 'mistake zone.spf.wrong'],
    ['v=spf1; mx -all', 'mistake zone.spf.none'],
    ['spf1 mx -all', undefined],
    [`v=spf1 ${'a:one.example '.repeat(11)}-all`, 'mistake zone.spf.lookups'],
    ['v=DMARC1; p=none', 'mistake zone.dmarc.where'],
    ['v=DKIM1; p=abcd', 'mistake zone.dkim.where'],
    ['anything else', undefined],
  ])('%s', (value, found) => expect(say(text(value), [])).toEqual(found === undefined ? [] : [found]));

  test.each([
    ['v=DMARC1; p=reject', 'note zone.dmarc.asks.reject'],
    ['v=DMARC1', 'mistake zone.dmarc.policy'],
    ['v=spf1 -all', 'mistake zone.dmarc.none'],
  ])('at _dmarc: %s', (value, found) => expect(say(text(value, '_dmarc'))).toEqual([found]));

  test.each([
    ['v=DKIM1; k=rsa; p=MIIB', 'note zone.dkim.key'],
    ['p=', 'note zone.dkim.revoked'],
    ['v=DKIM2; p=MIIB', 'mistake zone.dkim.version'],
    ['v=DKIM1; k=dsa; p=MIIB', 'mistake zone.dkim.kind'],
    ['v=DKIM1; p=M-IB', 'mistake zone.dkim.broken'],
    ['v=DKIM1', 'mistake zone.dkim.noKey'],
    ['what', 'mistake zone.dkim.none'],
  ])('at a selector: %s', (value, found) => expect(say(text(value, 's1._domainkey'))).toEqual([found]));

  test('two of a kind, and one that is long', () => {
    expect(say(text('v=spf1 -all'), [text('v=spf1 mx -all')])).toEqual(['mistake zone.spf.two']);
    expect(say(text('v=DMARC1; p=none', '_dmarc'), [text('v=DMARC1; p=reject', '_dmarc')])).toEqual([
      'mistake zone.dmarc.two',
    ]);
    expect(say(text('x'.repeat(256)))).toEqual(['note zone.text.cut']);
  });
});

describe('what is typed', () => {
  const fields = (over: Partial<RecordFields>): RecordFields => ({ ...emptyFields('A'), value: '192.0.2.1', ...over });
  test.each([
    [fields({ value: '192.0.2' }), { value: 'zone.bad.address4' }],
    [fields({ value: '' }), { value: 'zone.bad.noValue' }],
    [fields({ name: ' ' }), { name: 'zone.bad.noName' }],
    [fields({ ttl: 'an hour' }), { ttl: 'zone.bad.ttl' }],
    [fields({ type: 'AAAA' }), { value: 'zone.bad.address6' }],
    [fields({ type: 'MX', preference: '70000' }), { preference: 'zone.bad.preference' }],
    [fields({ type: 'TXT', value: 'x'.repeat(60_001) }), { value: 'zone.bad.text' }],
  ])('%j', (typed, problems) => expect(readFields(typed)).toEqual({ problems }));

  test('strings in quotes are kept apart, one pair of quotes is the text’s own', () => {
    expect(readFields(fields({ type: 'TXT', value: '"v=spf1 " "-all"' }))).toEqual({
      record: { type: 'TXT', name: '@', text: ['v=spf1 ', '-all'] },
    });
    expect(readFields(fields({ type: 'TXT', value: '"v=spf1 -all"' }))).toEqual({
      record: { type: 'TXT', name: '@', text: 'v=spf1 -all' },
    });
  });

  test('each record of the lab is read back as it was', () => {
    for (const { zones } of topology.hosts) {
      for (const record of Object.values(zones).flatMap(({ records }) => records)) {
        expect(readFields(fieldsOf(record))).toEqual({ record });
      }
    }
  });
});

test('whatever is typed: what isn’t refused here, the name server serves', () => {
  const word = fc.constantFrom('@', 'mx1', 'a..b', 'www', 'mx1.harbor.example', 'x.campus.example.', '.', '', '*', 'é');
  const typed = fc.record({
    type: fc.constantFrom('A', 'AAAA', 'MX', 'TXT', 'CNAME', 'PTR', 'NS') as fc.Arbitrary<RecordFields['type']>,
    name: word,
    ttl: fc.constantFrom('', '60', '-1'),
    preference: fc.constantFrom('10', 'x'),
    value: fc.oneof(word, fc.constantFrom('192.0.2.1', '2001:db8::1', 'v=spf1 -all'), fc.string()),
  });
  fc.assert(
    fc.property(typed, (one) => {
      const read = readFields(one);
      if ('problems' in read) return;
      const findings = findingsOn(read.record, { origin: 'harbor.example', others: ZONE.records, lab });
      for (const { key, params } of findings) expect(t(key, params)).not.toMatch(/\{\w+\}/);
      if (findings.some(({ level }) => level === 'refused')) return;
      buildZone('harbor.example', { ...ZONE, records: [...ZONE.records, read.record] });
    }),
  );
});
