// The openspf.org suite for RFC 7208, served by our own name server and asked by our own resolver. It is read from
// beside the project and isn't part of it: where it is absent this says so and doesn't run.

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

import type { ZoneRecord } from '../../../contract/topology.ts';
import { NameServer } from '../../../engine/dns/server.ts';
import { StubResolver } from '../../../engine/dns/stub.ts';
import { buildZone } from '../../../engine/dns/zone-data.ts';
import { askDns } from '../../../engine/policy/ask-dns.ts';
import { PausableActivityClock } from '../../../engine/world/activity-clock.ts';
import { RatedLabClock } from '../../../engine/world/lab-clock.ts';
import { Randomness } from '../../../engine/world/random.ts';
import { checkSpf } from '../../../mail/spf/check.ts';

const SUITE = new URL('../../../../shared/reference/spf/rfc7208-tests.yml', import.meta.url);

interface Case {
  helo: string;
  host: string;
  mailfrom: string;
  result: string | string[];
  explanation?: string;
}

type Given = 'TIMEOUT' | Record<string, string | (string | number)[]>;

interface Section {
  description: string;
  tests: Record<string, Case>;
  zonedata: Record<string, Given[]>;
}

if (!existsSync(SUITE)) {
  process.stderr.write('The RFC 7208 suite stands beside the project and isn’t there: its 203 cases don’t run.\n');
} else {
  const sections = parseAllDocuments(readFileSync(SUITE, 'utf8')).map((one) => one.toJS() as Section);
  test('every case of the suite is here', () => {
    expect(sections.flatMap(({ tests }) => Object.keys(tests))).toHaveLength(203);
  });
  describe.each(sections)('$description', ({ tests, zonedata }) => {
    const served = serve(zonedata);
    test.each(Object.entries(tests))('%s', async (_name, { helo, host, mailfrom, result, explanation }) => {
      const query = { ip: host, sender: mailfrom, helo, receiver: 'receiver.example', now_s: 1_600_000_000 };
      const { outcome } = await askDns(checkSpf(query), served(), 'spf');
      expect([result].flat(), JSON.stringify(outcome)).toContain(outcome.result);
      if (explanation !== undefined) expect(outcome.explanation ?? 'DEFAULT').toBe(explanation);
    });
  });
}

const term = fc.oneof(
  fc.constantFrom(
    'all',
    'a',
    'mx',
    'ptr',
    '-all',
    '~all',
    'include:a.example',
    'redirect=a.example',
    'exists:%{ir}.%{v}.x',
  ),
  fc.constantFrom('a:%{d2r}.example', 'mx:b.example//64', 'exp=%{p}.example', 'ip4:192.0.2.0/24', 'ip6:2001:db8::/32'),
  fc.string({ maxLength: 12 }),
);
const record = fc.array(term, { maxLength: 15 }).map((terms) => `v=spf1 ${terms.join(' ')}`);
const answers = fc.array(
  fc.record({
    status: fc.constantFrom('found' as const, 'void' as const, 'failed' as const),
    data: fc.array(fc.oneof(record, fc.constantFrom('a.example', '192.0.2.1', '2001:db8::1'), fc.string()), {
      maxLength: 12,
    }),
  }),
  { minLength: 1, maxLength: 12 },
);

test('whatever the DNS says, evaluation ends, with a result and within its limits', () => {
  fc.assert(
    fc.property(record, answers, fc.constantFrom('192.0.2.1', '2001:db8::1'), (first, rest, ip) => {
      const evaluation = checkSpf({ ip, sender: 'a@a.example', helo: 'h.example', receiver: 'r.example', now_s: 0 });
      let step = evaluation.next();
      let questions = 0;
      while (step.done !== true) {
        const answer = questions === 0 ? { status: 'found' as const, data: [first] } : rest[questions % rest.length];
        step = evaluation.next(answer ?? { status: 'failed', data: [] });
        questions += 1;
        expect(questions).toBeLessThan(400);
      }
      expect(['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror']).toContain(step.value.result);
    }),
  );
});

/** Longer than any resolver waits. */
const PATIENCE_MS = 60_000;

/** A fresh resolver for each case, so that no case lives on another's cache. */
function serve(zonedata: Section['zonedata']): () => StubResolver {
  const records = Object.entries(zonedata).flatMap(([name, given]) => recordsOf(absolute(name), given));
  const soa = {
    primary: 'ns.',
    mailbox: 'hostmaster.',
    serial: 1,
    refresh_s: 1,
    retry_s: 1,
    expire_s: 1,
    negative_s: 1,
  };
  const server = new NameServer({ zones: [buildZone('.', { ttl: 60, soa, records })] });
  const silent = new Map(Object.entries(zonedata).map(([name, given]) => [name.toLowerCase(), silentTypes(given)]));
  return () => {
    const activity = new PausableActivityClock(undefined);
    return new StubResolver({
      host: 'receiver.example',
      server: '198.51.100.53',
      lab: new RatedLabClock(0, 0, () => 0),
      activity,
      random: new Randomness(1, 1).stream('receiver.example', 'dns'),
      emit: () => 1,
      exchange: (query, transport) => {
        const { name, type } = questionOf(query);
        const isSilent = silent.get(name)?.(type) ?? false;
        const reply = isSilent ? undefined : ask(server, query, transport);
        if (reply) return { reply: Promise.resolve(reply), cancel: () => undefined };
        setImmediate(() => activity.advance(PATIENCE_MS));
        return { reply: new Promise(() => undefined), cancel: () => undefined };
      },
    });
  };
}

function ask(server: NameServer, query: Uint8Array, transport: 'udp' | 'tcp'): Uint8Array | undefined {
  if (transport === 'udp') return server.handleDatagram(query);
  const stream = server.openStream();
  stream.push(Buffer.concat([Buffer.from([0, query.length]), query]));
  const reply = stream.next();
  return reply instanceof Uint8Array ? reply.subarray(2) : undefined;
}

const TYPES: Readonly<Record<number, string>> = { 1: 'A', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA', 5: 'CNAME' };

function questionOf(query: Uint8Array): { name: string; type: string } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(Buffer.from(query.subarray(at + 1, at + 1 + length)).toString('latin1'));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: TYPES[(query[at + 1] ?? 0) * 256 + (query[at + 2] ?? 0)] ?? '' };
}

/** `TIMEOUT` answers for the types of a name that have no record of their own. */
function silentTypes(given: readonly Given[]): (type: string) => boolean {
  if (!given.includes('TIMEOUT')) return () => false;
  const own = new Set(
    given.flatMap((one) =>
      one === 'TIMEOUT' ? [] : Object.entries(one).flatMap(([type, data]) => (data === 'NONE' ? [] : [type])),
    ),
  );
  return (type) => !own.has(type);
}

const absolute = (name: string | number | undefined): string =>
  `${String(name ?? '')
    .replace(/\.$/, '')
    .replaceAll(' ', String.raw`\032`)}.`;

/** The suite writes SPF for what is now TXT; where a name has TXT of its own, the SPF records aren't asked for. */
function recordsOf(name: string, given: readonly Given[]): ZoneRecord[] {
  const own = given.flatMap((one) => (one === 'TIMEOUT' ? [] : Object.entries(one)));
  const hasText = own.some(([type]) => type === 'TXT');
  return own.flatMap(([type, data]): ZoneRecord[] => {
    if (data === 'NONE') return [];
    const [first, second] = [data].flat();
    switch (type) {
      case 'SPF':
        return hasText ? [] : [{ name, type: 'TXT', text: [data].flat().map(String) }];
      case 'TXT':
        return [{ name, type: 'TXT', text: [data].flat().map(String) }];
      case 'A':
        return [{ name, type: 'A', address: String(first) }];
      case 'AAAA':
        return [{ name, type: 'AAAA', address: String(first) }];
      case 'MX':
        return [{ name, type: 'MX', preference: Number(first), exchange: absolute(second) }];
      case 'PTR':
        return [{ name, type: 'PTR', target: absolute(first) }];
      case 'CNAME':
        return [{ name, type: 'CNAME', target: absolute(first) }];
      default:
        throw new Error(`the suite has a record of type ${type}`);
    }
  });
}
