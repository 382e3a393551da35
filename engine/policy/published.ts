// What the policies of a lab's hosts want said in the DNS. Counterpart: dns/service.ts serves it; dkim-signing.ts has its
// keys. Rule: a policy that is switched off publishes nothing, settings that can't be read neither.

import type { Topology } from '../../contract/topology.ts';
import { POLICIES } from './index.ts';
import type { PublishedText } from './policy.ts';

export function publishedTexts(topology: Topology, seed: number): PublishedText[] {
  return POLICIES.flatMap(({ name, settings, publishes }) => {
    if (!publishes) return [];
    return topology.hosts.flatMap(({ policies }) => {
      const given = settings.safeParse(policies[name] ?? {});
      return given.success ? publishes(given.data, seed) : [];
    });
  });
}
