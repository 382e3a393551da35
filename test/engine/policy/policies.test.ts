// Policies by themselves: a session in, a decision out, with its reasons.

import { expect, test } from 'vitest';

import { greylisting } from '../../../engine/policy/greylisting.ts';
import type { PolicyMemory, PolicySession, PolicyTools } from '../../../engine/policy/policy.ts';
import { skeleton } from '../../../engine/policy/skeleton.ts';

const session: PolicySession = {
  clientAddress: '198.51.100.77',
  secure: false,
  reversePath: 'a@visitor.example',
  forwardPath: 'bob@harbor.example',
  recipients: [],
  earlier: [],
  results: [],
};

function tools<S>(settings: S, now_ms: number, memory: PolicyMemory): PolicyTools<S> {
  return {
    settings,
    host: 'mx1.harbor.example',
    now_ms,
    seed: 1,
    memory,
    resolver: { lookup: () => Promise.reject(new Error('nothing is looked up')) },
    random: { below: () => 0, id: () => 'X' },
    mailbox: () => undefined,
    once: (find) => find(),
  };
}

function memory(): PolicyMemory {
  const kept = new Map<string, number>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => kept.set(key, value),
    forget: (key) => kept.delete(key),
    entries: () => [...kept].map(([key, value]) => ({ key, value, until_ms: Infinity })),
  };
}

test('greylisting counts a peer by its network, and what passed once passes again', async () => {
  const settings = greylisting.settings.parse({ enabled: true });
  const kept = memory();
  const ask = async (now_ms: number, clientAddress: string) => {
    const decision = await greylisting.stages.rcpt?.({ ...session, clientAddress }, tools(settings, now_ms, kept));
    return [decision?.verdict, decision?.reasons[0]?.code];
  };
  expect(await ask(0, '198.51.100.77')).toEqual(['defer', 'greylist.first']);
  expect(await ask(299_000, '198.51.100.78')).toEqual(['defer', 'greylist.early']);
  expect(await ask(300_000, '198.51.100.79')).toEqual(['continue', 'greylist.returned']);
  expect(await ask(300_001, '198.51.100.77')).toEqual(['continue', 'greylist.known']);
  expect(await ask(300_002, '203.0.113.66')).toEqual(['defer', 'greylist.first']);
});

test('greylisting may count each address by itself, spare exceptions, and trust who came back often enough', async () => {
  const kept = memory();
  const ask = async (now_ms: number, given: Partial<PolicySession>, settings: object) => {
    const parsed = greylisting.settings.parse({ enabled: true, ...settings });
    const decision = await greylisting.stages.rcpt?.({ ...session, ...given }, tools(parsed, now_ms, kept));
    return decision?.reasons[0]?.code;
  };
  expect(await ask(0, {}, { peer: 'address' })).toBe('greylist.first');
  expect(await ask(300_000, { clientAddress: '198.51.100.78' }, { peer: 'address' })).toBe('greylist.first');
  for (const except of ['198.51.100.0/24', 'visitor.example', 'BOB@harbor.example', 'x, a@visitor.example']) {
    expect(await ask(0, {}, { except }), except).toBe('greylist.exception');
  }
  expect(await ask(0, {}, { except: 'isitor.example, 198.51.100.7' })).toBe('greylist.first');
  for (const letter of ['1', '2']) {
    const given = { clientAddress: '2001:db8::1', reversePath: `${letter}@visitor.example` };
    expect(await ask(0, given, {})).toBe('greylist.first');
    expect(await ask(300_000, { ...given, clientAddress: '2001:db8::ffff' }, {})).toBe('greylist.returned');
  }
  expect(await ask(400_000, { clientAddress: '2001:db8::2' }, { autoWhitelist: 2 })).toBe('greylist.trusted');
  expect(await ask(400_000, { clientAddress: '2001:db8::2' }, { autoWhitelist: 3 })).toBe('greylist.first');
});

test('a retry after the window is a first try', async () => {
  const settings = greylisting.settings.parse({ enabled: true, retryWindow_s: 600 });
  const kept = memory();
  await greylisting.stages.rcpt?.(session, tools(settings, 0, kept));
  const late = await greylisting.stages.rcpt?.(session, tools(settings, 601_000, kept));
  expect(late?.reasons[0]?.code).toBe('greylist.first');
});

test('the skeleton refuses its one sender and nobody else', async () => {
  const settings = skeleton.settings.parse({ enabled: true, sender: 'A@visitor.example' });
  const refused = await skeleton.stages.mail?.(session, tools(settings, 0, memory()));
  expect(refused?.reply?.code).toBe(554);
  const other = { ...session, reversePath: 'b@visitor.example' };
  expect((await skeleton.stages.mail?.(other, tools(settings, 0, memory())))?.verdict).toBe('continue');
});
