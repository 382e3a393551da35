// What a person calls a lab, and when it was last opened: label.json beside lab.json. Counterpart: lab-shelf.ts.
// Rule: a lab without a label, or with a broken one, is still a lab.

import { studentSchema } from '../../contract/hand-in.ts';
import { z } from '../../contract/schema.ts';
import type { Disk } from '../world.ts';

const FILE = 'label.json';

const labelSchema = z.object({
  name: z.string().max(60).exactOptional(),
  used_ms: z.number().exactOptional(),
  student: studentSchema.exactOptional(),
});
export type Label = z.infer<typeof labelSchema>;

export async function readLabel(disk: Disk): Promise<Label> {
  try {
    return labelSchema.parse(JSON.parse(new TextDecoder().decode(await disk.read(FILE))));
  } catch {
    return {};
  }
}

export async function changeLabel(disk: Disk, change: Label): Promise<void> {
  const text = JSON.stringify({ ...(await readLabel(disk)), ...change });
  const fresh = `${FILE}.new`;
  if (await disk.exists(fresh)) await disk.remove(fresh);
  await disk.create(fresh, new TextEncoder().encode(text));
  await disk.rename(fresh, FILE);
}
