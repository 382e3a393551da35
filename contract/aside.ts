// A lab beside the one that is open, in memory and with clocks by hand, for trying something out where nobody looks. Counterpart:
// engine/aside/, `aside.*`; a lecture's pre-flight check plays its scenes there. Rule: nothing of it is an input of the open lab.

import type { LabEvent } from './events.ts';
import { z } from './schema.ts';

const aside = z.string().max(40);

export const asideArgs = {
  /** A fresh lab of a topology, a shipped one by its name or one of somebody's own. */
  'aside.open': z.strictObject({ topology: z.unknown(), seed: z.int().min(0).default(1) }),
  /** Any command, for that lab; answered when it is at rest again, with all that happened since the last one. */
  'aside.do': z.strictObject({ aside, command: z.string().max(64), args: z.unknown().optional() }),
  /** Its run as a session file, in pieces as with `session.pack`. */
  'aside.pack': z.strictObject({ aside }),
  'aside.close': z.strictObject({ aside }),
} satisfies Record<string, z.ZodType>;

export interface AsideReply {
  'aside.open': { aside: string };
  'aside.do': { reply: unknown; events: LabEvent[] };
  'aside.pack': { packing: string };
  'aside.close': Record<string, never>;
}
