// The comparison with BIND (test/interop/dns-bind.test.ts) covers every kind of answer; here stand those that a reader
// should meet first, so that they hold on machines without BIND too.

import { describe, expect, test } from 'vitest';
import type { ResponsePlan, Transport } from '../../../engine/dns/authority.ts';
import { answer } from '../../../engine/dns/authority.ts';
import { readQuery } from '../../../engine/dns/query.ts';
import type { ResourceRecord } from '../../../engine/dns/records.ts';
import { TYPES } from '../../../engine/dns/records.ts';
import { exampleZoneData } from './example-zones.ts';
import type { QueryParts } from './query-octets.ts';
import { query } from './query-octets.ts';

const zones = exampleZoneData();

function ask(name: string, type: keyof typeof TYPES, parts: QueryParts = { rd: true }, transport: Transport = 'udp') {
  const decoded = readQuery(query(name, TYPES[type], parts));
  if (!decoded) throw new Error('no query');
  return shortOf(answer(zones, decoded, transport));
}

function shortOf(plan: ResponsePlan) {
  const short = ({ name, data }: ResourceRecord): string => `${name} ${data.type}`;
  const { rcode, authoritative: aa } = plan;
  const [answers, authorities, additionals] = [plan.answers, plan.authorities, plan.additionals].map((section) =>
    section.map(short),
  );
  return { rcode, aa, answers, authorities, additionals };
}

const soa = ['harbor.example SOA'];

describe('what the authority answers', () => {
  test('records, and the addresses they lead to', () => {
    expect(ask('harbor.example', 'MX')).toEqual({
      rcode: 'NOERROR',
      aa: true,
      answers: ['harbor.example MX', 'harbor.example MX'],
      authorities: [],
      additionals: ['mx1.harbor.example A', 'mx1.harbor.example AAAA', 'mx2.harbor.example A'],
    });
  });

  test('who else has the zone, when recursion is not desired', () => {
    expect(ask('mx2.harbor.example', 'A', {})).toMatchObject({
      authorities: ['harbor.example NS', 'harbor.example NS'],
    });
  });

  test.each<[string, keyof typeof TYPES, string]>([
    ['no such name', 'A', 'q.harbor.example'],
    ['no such name below one that exists', 'A', 'x.mx1.harbor.example'],
    ['no such name, whatever the type', 'ANY', 'q.harbor.example'],
  ])('%s: NXDOMAIN with the SOA', (_what, type, name) => {
    expect(ask(name, type)).toMatchObject({ rcode: 'NXDOMAIN', aa: true, answers: [], authorities: soa });
  });

  test.each<[string, keyof typeof TYPES, string]>([
    ['no such type', 'TXT', 'mx2.harbor.example'],
    ['an empty non-terminal', 'A', 'ent.harbor.example'],
    ['a wildcard without the type', 'TXT', 'foo.wild.harbor.example'],
    ['a name that hides the wildcard', 'A', 'y.wild.harbor.example'],
  ])('%s: nothing, with the SOA', (_what, type, name) => {
    expect(ask(name, type)).toMatchObject({ rcode: 'NOERROR', aa: true, answers: [], authorities: soa });
  });

  test('the SOA of a negative answer lives as long as the answer may', () => {
    const decoded = readQuery(query('q.harbor.example', TYPES.A));
    expect(decoded && answer(zones, decoded, 'udp').authorities[0]?.ttl).toBe(300);
  });

  test('a CNAME is followed in its zone, and no further', () => {
    expect(ask('www.harbor.example', 'A').answers).toEqual(['www.harbor.example CNAME', 'mx1.harbor.example A']);
    expect(ask('away.harbor.example', 'A')).toMatchObject({ answers: ['away.harbor.example CNAME'], authorities: [] });
    expect(ask('dead.harbor.example', 'A')).toMatchObject({
      rcode: 'NXDOMAIN',
      answers: ['dead.harbor.example CNAME'],
    });
    expect(ask('www.harbor.example', 'CNAME').answers).toEqual(['www.harbor.example CNAME']);
  });

  test('CNAMEs in a circle end', () => {
    const answers = ['loop1.harbor.example CNAME', 'loop2.harbor.example CNAME'];
    expect(ask('loop1.harbor.example', 'A')).toMatchObject({ rcode: 'SERVFAIL', answers });
  });

  test('a wildcard stands in under the name that was asked', () => {
    expect(ask('foo.bar.wild.harbor.example', 'A').answers).toEqual(['foo.bar.wild.harbor.example A']);
    expect(ask('q.y.wild.harbor.example', 'A').rcode).toBe('NXDOMAIN');
  });

  test('a delegated name: who serves it, without authority', () => {
    expect(ask('www.sub.harbor.example', 'A')).toEqual({
      rcode: 'NOERROR',
      aa: false,
      answers: [],
      authorities: ['sub.harbor.example NS', 'sub.harbor.example NS'],
      additionals: ['ns.sub.harbor.example A'],
    });
  });

  test('the nearest zone answers', () => {
    expect(ask('www.dept.campus.example', 'A')).toMatchObject({ aa: true, answers: ['www.dept.campus.example A'] });
  });

  test.each<[string, string, keyof typeof TYPES, QueryParts, string]>([
    ['a name of no zone', 'www.elsewhere.test', 'A', {}, 'REFUSED'],
    ['a zone transfer', 'harbor.example', 'AXFR', {}, 'REFUSED'],
    ['another class', 'harbor.example', 'A', { class: 3 }, 'REFUSED'],
    ['another opcode', 'harbor.example', 'SOA', { flags: 4 << 11 }, 'NOTIMP'],
    ['EDNS of the future', 'harbor.example', 'A', { edns: { udp_octets: 512, version: 1 } }, 'BADVERS'],
    ['two questions', 'harbor.example', 'A', { counts: [2, 0, 0, 0] }, 'FORMERR'],
  ])('%s is not answered', (_what, name, type, parts, rcode) => {
    expect(ask(name, type, parts)).toMatchObject({ rcode, aa: false, answers: [], authorities: [] });
  });
});
