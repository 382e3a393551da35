// A letter over four SMTP hops: how long one takes, and how many a second get through. Counterpart:
// engine-chain.ts and bare-chain.ts. Rule: first with files in memory, then with files on disk.

import type { ChainKind } from '../chain.ts';
import type { Figure } from '../figure.ts';
import { SENDERS } from '../limits.ts';
import { type Place, places } from '../place.ts';
import { type Samples, sampleChains } from '../samples.ts';
import { median, percentile } from '../statistics.ts';
import type { Row } from './row.ts';

const FLOORS = { bare: 'smtp-server, no files', 'bare with files': 'smtp-server, a synced file a hop' };

const KINDS = ['engine', 'bare', 'bare with files'] as const satisfies readonly ChainKind[];

export const chain: Row = {
  name: 'chain',
  measure: async (amount): Promise<Figure[]> => {
    const figures: Figure[] = [];
    for (const place of places()) figures.push(...figuresOf(await sampleChains(KINDS, amount, place), place));
    return figures;
  },
};

function figuresOf(samples: Record<(typeof KINDS)[number], Samples>, { what: where }: Place): Figure[] {
  const figure = (
    name: string,
    unit: Figure['unit'],
    pick: (of: Samples) => number,
    floor: keyof typeof FLOORS,
  ): Figure => ({
    name: `${name}, files ${where}`,
    unit,
    value: pick(samples.engine),
    floor: { what: FLOORS[floor], value: pick(samples[floor]) },
  });
  const p50 = (of: Samples) => median(of.alone);
  const p95 = (of: Samples) => percentile(of.alone, 95);
  const rate = (of: Samples) => median(of.rates);
  const together = `four hops, ${SENDERS} senders`;
  return [
    { ...figure('four hops, p50', 'ms', p50, 'bare'), target: { of: 'ratio', is: 'at most', limit: 4 } },
    figure('four hops, p95', 'ms', p95, 'bare'),
    figure('four hops, p50', 'ms', p50, 'bare with files'),
    figure(together, 'letters/s', rate, 'bare'),
    {
      ...figure(together, 'letters/s', rate, 'bare with files'),
      target: { of: 'ratio', is: 'at least', limit: 0.4 },
    },
  ];
}
