// What a lab directory says about itself: lab.json, and state.json, the fold of what happened so far.
// Counterpart: engine.ts.
// Rule: replaced whole, so it is never half a file; an older Posthorn's file is read or refused by its format.

import { z } from '../contract/schema.ts';
import { topologySchema, type Topology } from '../contract/topology.ts';
import { emptyState, type LabState } from '../contract/fold/state.ts';
import type { Disk } from './world.ts';

const FILE = 'lab.json';
const STATE_FILE = 'state.json';

const labFileSchema = z.strictObject({
  format: z.literal(1),
  seed: z.int(),
  /** Runs begun so far. */
  run: z.int().min(0),
  /** Lab time never goes back behind this. */
  clock_ms: z.number(),
  topology: topologySchema,
});

export interface LabFile {
  format: 1;
  seed: number;
  run: number;
  clock_ms: number;
  topology: Topology;
}

class LabFileError extends Error {
  override name = 'LabFileError';
}

/** Undefined in a fresh directory. Throws LabFileError when there is a file that can't be read. */
export async function readLabFile(disk: Disk): Promise<LabFile | undefined> {
  if (!(await disk.exists(FILE))) return undefined;
  try {
    return labFileSchema.parse(JSON.parse(new TextDecoder().decode(await disk.read(FILE))));
  } catch (error) {
    throw new LabFileError(`${FILE} can't be read as a lab of this Posthorn. Choose another directory, or remove it.`, {
      cause: error,
    });
  }
}

/** The folded state as it was last kept; undefined when there is none to be read. */
export async function readState(disk: Disk): Promise<LabState | undefined> {
  if (!(await disk.exists(STATE_FILE))) return undefined;
  try {
    return { ...emptyState(), ...(JSON.parse(new TextDecoder().decode(await disk.read(STATE_FILE))) as LabState) };
  } catch {
    // What it told is on disk in other ways: letters are found again, their ways are not.
    return undefined;
  }
}

export async function writeState(disk: Disk, state: LabState): Promise<void> {
  await replace(disk, STATE_FILE, JSON.stringify(state));
}

export async function writeLabFile(disk: Disk, file: LabFile): Promise<void> {
  await replace(disk, FILE, JSON.stringify(file));
}

async function replace(disk: Disk, path: string, text: string): Promise<void> {
  const fresh = `${path}.new`;
  if (await disk.exists(fresh)) await disk.remove(fresh);
  await disk.create(fresh, new TextEncoder().encode(text));
  await disk.rename(fresh, path);
  await disk.syncDir('.');
}
