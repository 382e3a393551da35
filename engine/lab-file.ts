// What a lab directory says about itself: lab.json. Counterpart: engine.ts.
// Rule: replaced whole, so it is never half a file; an older Posthorn's file is read or refused by its format.

import { z } from '../contract/schema.ts';
import { topologySchema, type Topology } from '../contract/topology.ts';
import type { Disk } from './world.ts';

const FILE = 'lab.json';

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

export async function writeLabFile(disk: Disk, file: LabFile): Promise<void> {
  const fresh = `${FILE}.new`;
  if (await disk.exists(fresh)) await disk.remove(fresh);
  await disk.create(fresh, new TextEncoder().encode(JSON.stringify(file)));
  await disk.rename(fresh, FILE);
  await disk.syncDir('.');
}
