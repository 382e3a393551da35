// A chain in a process of its own: nothing that another measurement left behind slows it, and its
// memory is its own. Counterpart: worker-process.ts starts it. Rule: senders that log in are mail programs, and have a
// process of their own; of a chain without TLS they are so small a part that they stay.

import { setTimeout as pause } from 'node:timers/promises';

import { answerRequests } from './answers.ts';
import { openBareChain } from './bare-chain.ts';
import { CHAIN_KINDS, type Chain, type ChainKind } from './chain.ts';
import { openDefendedChain, openEngineChain, openFullPath, openSignedChain } from './engine-chain.ts';
import { Load } from './load.ts';
import { startSenders } from './load-process.ts';
import type { Requests } from './requests.ts';

/** How the bench is called to be a worker: this, the kind of chain, a directory. */
export const WORKER = '--worker';

const COLLECTIONS = 4; // what the first frees, finalizers let go of for the next
const SETTLE_MS = 200; // files are written behind, and free their buffers then

export async function work(kind: string, dir: string): Promise<void> {
  if (!isKind(kind)) throw new Error(`no chain is called "${kind}"`);
  const chain = await OPENERS[kind](dir);
  const perConnection = CHAIN_KINDS[kind];
  const load = await (chain.submission ? startSenders(chain, perConnection) : Load.open(chain, perConnection));
  const requests: Omit<Requests, 'heardBy'> = {
    oneAtATime: (letters) => load.oneAtATime(letters),
    burst: (lettersEach) => load.burst(lettersEach),
    memory,
  };
  answerRequests(requests, () => {
    load.close();
    return chain.close();
  });
}

const OPENERS: Readonly<Record<ChainKind, (dir: string) => Promise<Chain>>> = {
  engine: openEngineChain,
  bare: () => openBareChain(undefined),
  'bare with files': openBareChain,
  'signed letters': openSignedChain,
  'all defences': openDefendedChain,
  'full path': openFullPath,
  'full path, a connection a letter': openFullPath,
};

function isKind(text: string): text is ChainKind {
  return Object.hasOwn(CHAIN_KINDS, text);
}

async function memory(): Promise<number> {
  for (let count = 0; count < COLLECTIONS; count += 1) {
    await pause(SETTLE_MS);
    // The kind that also gives empty pages back: without it V8 keeps tens of MB of room to grow, more or less by chance.
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }
  return process.memoryUsage.rss();
}
