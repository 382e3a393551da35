import { describe, expect, test } from 'vitest';
import { AnswerCache } from '../../../engine/dns/cache.ts';
import { DNS_LIMITS } from '../../../engine/dns/limits.ts';
import { RatedLabClock } from '../../../engine/world/lab-clock.ts';

const start_ms = 1_000_000;
const a = { name: 'a.example.', type: 'A', ttl: 60, data: '192.0.2.1' };

function cacheAndClock(): { cache: AnswerCache; lab: RatedLabClock } {
  const lab = new RatedLabClock(start_ms, 0, () => 0);
  return { cache: new AnswerCache(lab), lab };
}

describe('what a resolver remembers', () => {
  test('an answer counts down, and is gone at its time', () => {
    const { cache, lab } = cacheAndClock();
    cache.put('a.example', 'A', { rcode: 'NOERROR', answers: [a], keep_s: 60 });
    expect(cache.get('a.example', 'A')?.answers).toEqual([a]);
    lab.jumpTo(start_ms + 59_999);
    expect(cache.get('a.example', 'A')?.answers).toEqual([{ ...a, ttl: 1 }]);
    lab.jumpTo(start_ms + 60_000);
    expect(cache.get('a.example', 'A')).toBeUndefined();
    expect(cache.size()).toBe(0);
  });

  test('a name that does not exist has no records of any type', () => {
    const { cache } = cacheAndClock();
    cache.put('no.example', 'A', { rcode: 'NXDOMAIN', answers: [], keep_s: 300 });
    expect(cache.get('no.example', 'MX')?.rcode).toBe('NXDOMAIN');
  });

  test('a missing type says nothing of other types, nor does an alias to nothing', () => {
    const { cache } = cacheAndClock();
    cache.put('some.example', 'A', { rcode: 'NOERROR', answers: [], keep_s: 300 });
    cache.put('alias.example', 'A', { rcode: 'NXDOMAIN', answers: [{ ...a, type: 'CNAME' }], keep_s: 60 });
    expect(cache.get('some.example', 'A')?.answers).toEqual([]);
    expect(cache.get('some.example', 'MX')).toBeUndefined();
    expect(cache.get('alias.example', 'CNAME')).toBeUndefined();
  });

  test('failures and TTL 0 are not kept', () => {
    const { cache } = cacheAndClock();
    cache.put('a.example', 'A', { rcode: 'SERVFAIL', answers: [] });
    cache.put('a.example', 'A', { rcode: 'NOERROR', answers: [a], keep_s: 0 });
    expect(cache.size()).toBe(0);
  });

  test('the answer used longest ago makes room', () => {
    const { cache } = cacheAndClock();
    const outcome = { rcode: 'NOERROR', answers: [a], keep_s: 60 };
    for (let index = 0; index < DNS_LIMITS.cacheEntries; index += 1) cache.put(`n${index}`, 'A', outcome);
    cache.get('n0', 'A');
    cache.put('one.more', 'A', outcome);
    expect(cache.size()).toBe(DNS_LIMITS.cacheEntries);
    expect(cache.get('n0', 'A')).toBeDefined();
    expect(cache.get('n1', 'A')).toBeUndefined();
  });
});
