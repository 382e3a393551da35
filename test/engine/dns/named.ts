// BIND in the foreground on a port of 127.0.0.1, serving given zones and nothing else. Counterpart: zone-file.ts.
// Rule: ready when it says so, killed by its own pid, its directory removed.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Zone } from '../../../contract/topology.ts';
import { zoneFile } from './zone-file.ts';

export interface Named {
  port: number;
  stop(): Promise<void>;
}

/** Resolves when BIND has loaded the zones; rejects with what it wrote when it ended instead. */
export async function startNamed(program: string, zones: Record<string, Zone>): Promise<Named> {
  const directory = await mkdtemp(join(tmpdir(), 'posthorn-named-'));
  const port = await freePort();
  for (const [name, zone] of Object.entries(zones)) await writeFile(join(directory, name), zoneFile(name, zone));
  await writeFile(join(directory, 'named.conf'), configuration(directory, port, Object.keys(zones)));
  const child = spawn(program, ['-g', '-n', '1', '-c', join(directory, 'named.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`named ended with ${code}:\n${said.join('\n')}`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      if (line.endsWith(' running')) resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    await rm(directory, { recursive: true });
  };
  const problem = said.find((line) => /not loaded due to errors|address in use/.test(line));
  if (problem === undefined) return { port, stop };
  await stop();
  throw new Error(`${problem}\n${said.join('\n')}`);
}

function configuration(directory: string, port: number, names: string[]): string {
  return [
    'options {',
    `  directory "${directory}"; pid-file none; session-keyfile none; lock-file none;`,
    `  listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; };`,
    '  recursion no; dnssec-validation no; empty-zones-enable no; notify no; allow-transfer { none; };',
    '};',
    'controls { };',
    ...names.map((name) => `zone "${name}" { type primary; file "${name}"; };`),
    '',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
