// A chain in a process of its own: nothing that another measurement left behind slows it, and its
// memory is its own. Counterpart: worker-process.ts starts it. Rule: it ends when its parent does.

import { setTimeout as pause } from 'node:timers/promises';

import { openBareChain } from './bare-chain.ts';
import { CHAIN_KINDS, type Chain, type ChainKind } from './chain.ts';
import { openDefendedChain, openEngineChain, openFullPath, openSignedChain } from './engine-chain.ts';
import { Load } from './load.ts';
import type { Answer, Request, Requests } from './requests.ts';

/** How the bench is called to be a worker: this, the kind of chain, a directory. */
export const WORKER = '--worker';

const COLLECTIONS = 4; // what the first frees, finalizers let go of for the next
const SETTLE_MS = 200; // files are written behind, and free their buffers then

export async function work(kind: string, dir: string): Promise<void> {
  if (!isKind(kind)) throw new Error(`no chain is called "${kind}"`);
  const chain = await OPENERS[kind](dir);
  const load = await Load.open(chain, CHAIN_KINDS[kind]);
  const requests: Requests = {
    oneAtATime: (letters) => load.oneAtATime(letters),
    burst: (lettersEach) => load.burst(lettersEach),
    memory,
  };
  process.on('message', (request: Request) => void answer(requests, request));
  process.once('disconnect', () => {
    load.close();
    void chain.close().finally(() => process.exit());
  });
  // The first word says that it is ready.
  tell({ reply: 0 });
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

async function answer(requests: Requests, { name, count }: Request): Promise<void> {
  try {
    tell({ reply: await requests[name](count) });
  } catch (error) {
    tell({ problem: (error as Error).message });
  }
}

function tell(answered: Answer): void {
  process.send?.(answered);
}

async function memory(): Promise<number> {
  for (let count = 0; count < COLLECTIONS; count += 1) {
    await pause(SETTLE_MS);
    // The kind that also gives empty pages back: without it V8 keeps tens of MB of room to grow, more or less by chance.
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }
  return process.memoryUsage.rss();
}
