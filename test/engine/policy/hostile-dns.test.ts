// A DNS that means harm, or says nothing: every policy that asks has its answer within two seconds of the wire's clock,
// and no letter waits for a zone of a stranger's. The clock is moved by hand; what hangs would hang here for good.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { ZoneRecord } from '../../../contract/topology.ts';
import type { Lookup, Resolver } from '../../../engine/dns/resolver-types.ts';
import { BoundedLookups } from '../../../engine/policy/bounded-lookups.ts';
import { POLICY_LIMITS } from '../../../engine/policy/limits.ts';
import type { Scope } from '../../../engine/scope.ts';
import { PausableActivityClock } from '../../../engine/world/activity-clock.ts';
import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';
const TWO_SECONDS_MS = 2000;

const include = (name: string, ...to: string[]): ZoneRecord => ({
  name,
  type: 'TXT',
  text: `v=spf1 ${to.map((one) => `include:${one}.hostile.example`).join(' ')} -all`,
});

/** What the stranger's zone holds. */
const records: ZoneRecord[] = [
  { name: '@', type: 'A', address: '198.51.100.77' },
  // Each includes eight others, eight deep: sixteen million lookups, if anybody did them.
  ...Array.from({ length: 8 }, (_, depth) =>
    include(`bomb${depth}`, ...Array.from({ length: 8 }, () => `bomb${depth + 1}`)),
  ),
  include('loop', 'loop'),
  { name: 'circle', type: 'CNAME', target: 'around' },
  { name: 'around', type: 'CNAME', target: 'circle' },
  ...Array.from({ length: 1000 }, (_, at): ZoneRecord => ({
    name: 'many',
    type: 'MX',
    preference: at,
    exchange: `mx${at}`,
  })),
  { name: 'many', type: 'TXT', text: 'v=spf1 mx -all' },
  { name: 'huge', type: 'TXT', text: `v=spf1 ${'a '.repeat(29_990)}-all` },
];

let lab: TestLab;
beforeEach(async () => {
  const topology = testTopology(({ hosts }) => {
    const zones = hosts.find(({ name }) => name === 'ns.example')?.zones ?? {};
    const like = zones['visitor.example'] as NonNullable<(typeof zones)[string]>;
    zones['hostile.example'] = { ...like, records };
  });
  lab = await TestLab.open({ topology });
  for (const name of ['spf', 'sender-domain', 'helo']) {
    await lab.send('config.patch', { host: MX, path: `/policies/${name}`, value: { enabled: true } });
  }
  await lab.send('config.patch', { host: MX, path: '/policies/helo/unknownHost', value: true });
});
afterEach(() => lab.close());

async function asked(domain: string): Promise<string> {
  const telnet = await Telnet.open(lab.door(MX, 25));
  await telnet.reply();
  await telnet.ask('EHLO visitor.example');
  await telnet.ask(`MAIL FROM:<me@${domain}.hostile.example>`);
  const reply = await telnet.ask('RCPT TO:<bob@harbor.example>');
  await telnet.ask('QUIT');
  await telnet.close();
  return reply;
}

describe('without a moment passing on the wire’s clock', () => {
  test.each([
    ['bomb0', 'spf', /^(550|250|450) /],
    ['loop', 'spf', /^(550|250|450) /],
    ['circle', 'sender-domain', /^450 4\.1\.8 /],
    ['many', 'spf', /^(250|550|451) /],
    ['huge', 'spf', /^(250|550) /],
  ])('%s', async (domain, policy, reply) => {
    const before_ms = lab.lab.options.world.activity.now_ms();
    const domainOnly = domain === 'bomb0' || domain === 'loop' || domain === 'huge';
    // These have no place for mail, which would decide before SPF is asked.
    if (domainOnly) await lab.send('config.patch', { host: MX, path: '/policies/sender-domain/enabled', value: false });
    expect(await asked(domain)).toMatch(reply);
    expect(lab.of('policy.decided').some(({ data }) => data.policy === policy)).toBe(true);
    // SPF's own bounds (RFC 7208 section 4.6.4), and what other policies ask beside it.
    expect(lab.of('dns.asked').length).toBeLessThan(40);
    expect(lab.lab.options.world.activity.now_ms()).toBe(before_ms);
  });
});

test('a name server that never answers costs two seconds and no letter', async () => {
  const activity = new PausableActivityClock(undefined);
  const told: string[] = [];
  const scope = { emit: (_type: string, { rcode }: { rcode: string }) => told.push(rcode) } as unknown as Scope;
  const silent: Resolver = { lookup: () => new Promise<Lookup>(() => undefined) };
  const lookups = new BoundedLookups(silent, activity, scope);
  const waiting = Promise.all([lookups.lookup('a.example', 'A', 'test'), lookups.lookup('b.example', 'TXT', 'test')]);
  activity.advance(TWO_SECONDS_MS);
  expect((await waiting).map(({ rcode }) => rcode)).toEqual(['TIMEOUT', 'TIMEOUT']);
  // Nothing is asked any more in this decision.
  expect((await lookups.lookup('c.example', 'A', 'test')).rcode).toBe('TIMEOUT');
  expect(told).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT']);
  expect(POLICY_LIMITS.lookups_ms).toBeLessThan(TWO_SECONDS_MS);
});

test('a decision asks only so often', async () => {
  const activity = new PausableActivityClock(undefined);
  const scope = { emit: () => 0 } as unknown as Scope;
  const quick: Resolver = {
    lookup: () => Promise.resolve({ rcode: 'NXDOMAIN', answers: [], cached: false, seq: 0 }),
  };
  const lookups = new BoundedLookups(quick, activity, scope);
  for (let at = 0; at < POLICY_LIMITS.lookups; at += 1) {
    expect((await lookups.lookup(`${at}.example`, 'A', 'test')).rcode).toBe('NXDOMAIN');
  }
  expect((await lookups.lookup('more.example', 'A', 'test')).rcode).toBe('TIMEOUT');
  lookups.dispose();
});
