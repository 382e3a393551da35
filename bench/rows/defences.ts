// What all defences together cost a letter: the chain with every policy on at its last hop, beside the same chain
// without. Counterpart: defended-topology.ts. Rule: caches are warm, since the first letters aren't counted; what the
// figure tells is the difference.

import type { Figure } from '../figure.ts';
import type { Amount } from '../limits.ts';
import { places } from '../place.ts';
import { sampleChains } from '../samples.ts';
import { median } from '../statistics.ts';
import type { Row } from './row.ts';

const COST_MS = 3;

export const defences: Row = {
  name: 'defences',
  measure: async (amount: Amount): Promise<Figure[]> => {
    const [place] = places();
    if (!place) return [];
    const samples = await sampleChains(['signed letters', 'all defences'], amount, place);
    const without = median(samples['signed letters'].alone);
    const all = median(samples['all defences'].alone);
    const floor = { what: 'the same chain without', value: without };
    return [
      { name: 'four hops, all defences on at the last, p50', unit: 'ms', value: all, floor },
      {
        name: 'all defences, a letter, p50',
        unit: 'ms',
        value: all - without,
        target: { of: 'value', is: 'at most', limit: COST_MS },
      },
    ];
  },
};
