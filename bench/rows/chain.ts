// A letter over four SMTP hops: how long one takes, and how many a second get through. Counterpart:
// engine-chain.ts and bare-chain.ts. Rule: engine and floors take turns, each in a process of its own, so
// that what else the machine does meets all of them; first with files in memory, then with files on disk.

import { CHAIN_KINDS, type ChainKind } from '../chain.ts';
import type { Figure } from '../figure.ts';
import { type Amount, SENDERS } from '../limits.ts';
import { type Place, places } from '../place.ts';
import { median, percentile } from '../statistics.ts';
import { WorkerProcess } from '../worker-process.ts';
import type { Row } from './row.ts';

interface Samples {
  /** Milliseconds, of every letter sent alone. */
  alone: number[];
  /** Letters a second, of every burst. */
  rates: number[];
}

const FLOORS = { bare: 'smtp-server, no files', 'bare with files': 'smtp-server, a synced file a hop' };

export const chain: Row = {
  name: 'chain',
  measure: async (amount): Promise<Figure[]> => {
    const figures: Figure[] = [];
    for (const place of places()) figures.push(...figuresOf(await sampled(amount, place), place));
    return figures;
  },
};

function figuresOf(samples: Record<ChainKind, Samples>, { what: where }: Place): Figure[] {
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

async function sampled(amount: Amount, { root }: Place): Promise<Record<ChainKind, Samples>> {
  const empty = (): Samples => ({ alone: [], rates: [] });
  const samples = { engine: empty(), bare: empty(), 'bare with files': empty() };
  const workers: WorkerProcess[] = [];
  try {
    for (const kind of CHAIN_KINDS) workers.push(await WorkerProcess.start(kind, root));
    for (const worker of workers) {
      await worker.ask('oneAtATime', amount.warmUp);
      await worker.ask('burst', Math.ceil(amount.warmUp / SENDERS));
    }
    for (let turn = 0; turn < amount.turns; turn += 1) {
      for (const worker of workers) {
        samples[worker.kind].alone.push(...(await worker.ask('oneAtATime', amount.letters)));
      }
      for (const worker of workers) {
        const { letters, wall_ms } = await worker.ask('burst', amount.lettersEach);
        samples[worker.kind].rates.push(letters / (wall_ms / 1000));
      }
    }
  } finally {
    for (const worker of workers) await worker.stop();
  }
  return samples;
}
