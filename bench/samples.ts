// Letters through several chains, each in a process of its own. Counterpart: rows/chain.ts and rows/full-path.ts say
// which. Rule: the chains take turns, so that what else the machine does meets all of them.

import { CHAIN_KINDS, type ChainKind } from './chain.ts';
import { type Amount, SENDERS } from './limits.ts';
import type { Place } from './place.ts';
import { WorkerProcess } from './worker-process.ts';

export interface Samples {
  /** Milliseconds, of every letter sent alone. */
  alone: number[];
  /** Letters a second, of every burst. */
  rates: number[];
}

export async function sampleChains<K extends ChainKind>(
  kinds: readonly K[],
  amount: Amount,
  { root }: Place,
): Promise<Record<K, Samples>> {
  const started: { kind: K; worker: WorkerProcess }[] = [];
  const samples = Object.fromEntries(kinds.map((kind) => [kind, { alone: [], rates: [] }])) as unknown as Record<
    K,
    Samples
  >;
  try {
    for (const kind of kinds) {
      const worker = await WorkerProcess.start(kind, root);
      started.push({ kind, worker });
      // Warm before the next one starts: a server waits a minute for a client that says nothing, and no longer.
      // A handshake a letter takes its time.
      const warmUp = CHAIN_KINDS[kind] === 1 ? amount.warmUp / 3 : amount.warmUp;
      await worker.ask('oneAtATime', Math.ceil(warmUp));
      await worker.ask('burst', Math.ceil(warmUp / SENDERS));
    }
    for (let turn = 0; turn < amount.turns; turn += 1) {
      for (const { kind, worker } of started) {
        samples[kind].alone.push(...(await worker.ask('oneAtATime', amount.letters)));
      }
      for (const { kind, worker } of started) {
        const { letters, wall_ms } = await worker.ask('burst', amount.lettersEach);
        samples[kind].rates.push(letters / (wall_ms / 1000));
      }
    }
  } finally {
    for (const { worker } of started) await worker.stop();
  }
  return samples;
}
