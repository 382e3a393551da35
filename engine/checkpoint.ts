// A moment of a lab to come back to: settings, clock, folded state and every file of its hosts.
// Counterpart: `lab.checkpoint`, `lab.restore`, session files, the start of each run. Rule: taken
// only at rest with no connection open, so that nothing is half-said in it.

import type { LabState } from '../contract/fold/state.ts';
import { topologySchema, type Topology } from '../contract/topology.ts';
import { z } from '../contract/schema.ts';
import type { Disk } from './world.ts';

/** Directories that a checkpoint holds. */
const KEPT = 'hosts';

export interface Checkpoint {
  run: number;
  seed: number;
  clock_ms: number;
  topology: Topology;
  state: LabState;
  /** Path below hosts/ -> octets. */
  files: Map<string, Uint8Array>;
}

const headSchema = z.object({
  run: z.int().min(1),
  seed: z.int(),
  clock_ms: z.number(),
  topology: topologySchema,
  // Folds make it; a reader that trusts its shape only shows it.
  state: z.custom<LabState>((value) => typeof value === 'object' && value !== null),
});

/** The part besides the files, as JSON. */
export function checkpointHead(checkpoint: Checkpoint): string {
  const { run, seed, clock_ms, topology, state } = checkpoint;
  return JSON.stringify({ run, seed, clock_ms, topology, state });
}

/** Throws when the text is no checkpoint. */
export function readCheckpointHead(text: string): Omit<Checkpoint, 'files'> {
  return headSchema.parse(JSON.parse(text));
}

/** Every file of the lab's hosts. */
export async function readHostFiles(disk: Disk): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  await collect(disk, KEPT, files);
  return files;
}

/** Puts the files in place of those that are there. */
export async function writeHostFiles(disk: Disk, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await disk.removeTree(KEPT);
  const dirs = new Set([...files.keys()].map((path) => path.slice(0, path.lastIndexOf('/'))));
  for (const dir of dirs) await disk.makeDir(dir);
  for (const [path, bytes] of files) await disk.create(path, bytes);
}

/** Keeps a checkpoint under a name, in place of an earlier one of that name. */
export async function storeCheckpoint(disk: Disk, name: string, checkpoint: Checkpoint): Promise<void> {
  const dir = `checkpoints/${name}`;
  await disk.removeTree(dir);
  await disk.makeDir(dir);
  for (const [path, bytes] of checkpoint.files) {
    const target = `${dir}/${path}`;
    await disk.makeDir(target.slice(0, target.lastIndexOf('/')));
    await disk.create(target, bytes);
  }
  // Last, because it says that the rest is whole.
  await disk.create(`${dir}/checkpoint.json`, new TextEncoder().encode(checkpointHead(checkpoint)));
}

/** Undefined when there is none of that name. */
export async function loadCheckpoint(disk: Disk, name: string): Promise<Checkpoint | undefined> {
  const dir = `checkpoints/${name}`;
  if (!(await disk.exists(`${dir}/checkpoint.json`))) return undefined;
  const head = readCheckpointHead(new TextDecoder().decode(await disk.read(`${dir}/checkpoint.json`)));
  const stored = new Map<string, Uint8Array>();
  await collect(disk, `${dir}/${KEPT}`, stored);
  const files = new Map([...stored].map(([path, bytes]) => [path.slice(dir.length + 1), bytes]));
  return { ...head, files };
}

async function collect(disk: Disk, dir: string, into: Map<string, Uint8Array>): Promise<void> {
  for (const name of await disk.list(dir)) {
    const path = `${dir}/${name}`;
    if (await disk.isDir(path)) await collect(disk, path, into);
    else into.set(path, await disk.read(path));
  }
}
