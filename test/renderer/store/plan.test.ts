// Who is who: one object for equal topologies, whatever their policies say.

import { expect, test } from 'vitest';

import { cloneJson } from '../../../contract/clone.ts';
import { topologySchema } from '../../../contract/topology.ts';
import { twoDomains } from '../../../engine/topologies/two-domains.ts';
import { planOf } from '../../../renderer/store/plan.ts';

const TOPOLOGY = topologySchema.parse(twoDomains);

test('moments of the past share a plan, also when a policy was switched between them', () => {
  const plan = planOf(TOPOLOGY);
  const patched = cloneJson(TOPOLOGY);
  for (const host of patched.hosts) host.policies = { greylisting: { enabled: true } };
  expect(planOf(patched)).toBe(plan);
  expect(planOf(cloneJson(TOPOLOGY))).toBe(plan);
});

test('a host that is another one makes it another', () => {
  const renamed = cloneJson(TOPOLOGY);
  const [host] = renamed.hosts;
  if (host) host.address = '192.0.2.99';
  expect(planOf(renamed)).not.toBe(planOf(TOPOLOGY));
  expect(planOf(renamed)?.hosts[0]?.address).toBe('192.0.2.99');
});
