// From the start of the process to the line that says that the lab is ready, beside a Node that
// does nothing. Counterpart: engine/lab.ts. Rule: a fresh directory each time, as a first start has it.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { Figure } from '../figure.ts';
import { PATIENCE_MS } from '../limits.ts';
import { within } from '../patience.ts';
import { median } from '../statistics.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { program } from '../where.ts';
import type { Row } from './row.ts';

export const ready: Row = {
  name: 'ready',
  measure: async ({ starts }): Promise<Figure[]> => {
    const labs: number[] = [];
    const bare: number[] = [];
    // The first start of each fills the caches of disk and compiler and isn't counted.
    for (let start = 0; start <= starts; start += 1) {
      bare.push(await startOfNode());
      labs.push(await startOfLab());
    }
    return [
      {
        name: 'process start to ready',
        unit: 'ms',
        value: median(labs.slice(1)),
        floor: { what: 'node -e 0', value: median(bare.slice(1)) },
        target: { of: 'ratio', is: 'at most', limit: 12 },
      },
    ];
  },
};

async function startOfNode(): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: ['pipe', 'pipe', 'inherit'] });
  await within(PATIENCE_MS, 'node -e 0', once(child, 'exit'));
  return performance.now() - begun;
}

async function startOfLab(): Promise<number> {
  const dir = temporaryDirectory();
  const begun = performance.now();
  const child = spawn(process.execPath, [program.lab, '--json', '--dir', dir.path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    await within(PATIENCE_MS, 'the ready line', readyLine(child));
    return performance.now() - begun;
  } finally {
    await stop(child);
    dir.remove();
  }
}

function readyLine(child: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the lab ended with ${code} before it was ready`)));
    child.once('error', reject);
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      if (line.startsWith('{"ready":true')) resolve();
    });
  });
}

/** The end of its input closes a lab. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  await within(PATIENCE_MS, 'the end of the lab', gone).catch(() => child.kill('SIGKILL'));
}
