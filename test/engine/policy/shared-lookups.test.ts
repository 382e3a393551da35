// What the policies of one letter ask twice is asked once, and the next letter asks anew.

import { expect, test } from 'vitest';

import type { Lookup, Resolver } from '../../../engine/dns/resolver-types.ts';
import { SharedLookups } from '../../../engine/policy/shared-lookups.ts';

function resolverThat(answer: (seq: number) => Lookup | Promise<Lookup>): Resolver & { asked: string[] } {
  const asked: string[] = [];
  return { asked, lookup: (name, type) => answer(asked.push(`${type} ${name}`)) };
}

const found = (seq: number): Lookup => ({ rcode: 'NOERROR', answers: [], cached: false, seq });

test('an answer is told once and shown as evidence to whoever asks again', async () => {
  const resolver = resolverThat((seq) => Promise.resolve(found(seq)));
  const shared = new SharedLookups(resolver);
  const both = await Promise.all([
    shared.lookup('a.example', 'TXT', 'spf'),
    shared.lookup('A.Example', 'TXT', 'sender-id'),
  ]);
  expect(both.map(({ seq }) => seq)).toEqual([1, 1]);
  expect(await shared.lookup('a.example', 'TXT', 'dmarc')).toEqual({ ...found(1), cached: true });
  await shared.lookup('a.example', 'A', 'spf');
  expect(resolver.asked).toEqual(['TXT a.example', 'A a.example']);
});

test('the next letter asks anew, also what was still under way', async () => {
  const first = Promise.withResolvers<Lookup>();
  const resolver = resolverThat((seq) => (seq === 1 ? first.promise : found(seq)));
  const shared = new SharedLookups(resolver);
  const slow = shared.lookup('a.example', 'A', 'spf');
  shared.forget();
  first.resolve(found(1));
  expect(await slow).toMatchObject({ seq: 1 });
  expect(await shared.lookup('a.example', 'A', 'spf')).toMatchObject({ seq: 2, cached: false });
});

test('silence is not called an answer from memory', async () => {
  const shared = new SharedLookups(resolverThat((seq) => ({ rcode: 'TIMEOUT', answers: [], cached: false, seq })));
  await shared.lookup('a.example', 'A', 'spf');
  expect(await shared.lookup('a.example', 'A', 'dmarc')).toMatchObject({ rcode: 'TIMEOUT', cached: false, seq: 1 });
});
