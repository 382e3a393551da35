// How much memory thousands of letters leave behind. Counterpart: worker.ts reads it, after garbage
// collection. Rule: a process of its own; the floor is a chain that keeps nothing, after as many letters.

import type { Figure } from '../figure.ts';
import { type Amount, SENDERS } from '../limits.ts';
import { places } from '../place.ts';
import { WorkerProcess } from '../worker-process.ts';
import type { Row } from './row.ts';

const MB = 1e6;
const GROWTH_MB = 20;
/** Letters of one burst for each sender: short enough for the bounds of a burst. */
const EACH = 25;

export const memory: Row = {
  name: 'memory',
  measure: async (amount): Promise<Figure[]> => {
    const [first, second] = amount.memory;
    const engine = await readings('engine', amount);
    const bare = await readings('bare', amount);
    const what = 'smtp-server, no files';
    const named = (letters: number) => `memory after ${letters} letters`;
    return [
      { name: named(first), unit: 'MB', value: engine[0], floor: { what, value: bare[0] } },
      { name: named(second), unit: 'MB', value: engine[1], floor: { what, value: bare[1] } },
      {
        name: `memory growth, ${first} to ${second}`,
        unit: 'MB',
        value: engine[1] - engine[0],
        target: { of: 'value', is: 'at most', limit: GROWTH_MB },
      },
    ];
  },
};

async function readings(kind: 'engine' | 'bare', { memory: [first, second] }: Amount): Promise<[number, number]> {
  const worker = await WorkerProcess.start(kind, places()[0]?.root);
  try {
    await send(worker, first);
    const early = await worker.ask('memory');
    await send(worker, second - first);
    const late = await worker.ask('memory');
    return [early / MB, late / MB];
  } finally {
    await worker.stop();
  }
}

async function send(worker: WorkerProcess, letters: number): Promise<void> {
  for (let left = letters; left > 0;) {
    const { letters: sent } = await worker.ask('burst', Math.max(1, Math.min(EACH, Math.floor(left / SENDERS))));
    left -= sent;
  }
}
