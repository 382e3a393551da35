// What travels between an engine and a screen: JSON strings, the same on an Electron port and on
// a web socket. Counterpart: engine/carrier.ts and renderer/source/live.ts. Rule: the next batch of events goes
// only after the last was acknowledged, so a slow screen costs the engine nothing.

import type { LabEvent } from './events.ts';
import { z } from './schema.ts';

/** From the screen. `since` starts (or restarts) the stream after a position; run 0 means from the beginning. */
export const clientFrameSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('since'), lab: z.string(), run: z.int().min(0), seq: z.int().min(0) }),
  z.strictObject({ kind: z.literal('ack'), lab: z.string(), batch: z.int().min(0) }),
  z.strictObject({
    kind: z.literal('command'),
    lab: z.string(),
    id: z.int().min(0),
    command: z.string().max(64),
    args: z.unknown().optional(),
  }),
]);

export type ClientFrame = z.infer<typeof clientFrameSchema>;

/** A refused command: `problem` is a code for the catalogue, `detail` names what to mend. */
export interface CommandError {
  problem: string;
  detail: string;
}

/** From the engine. */
export type EngineFrame =
  /** `behind`: how many more have happened already. */
  | { kind: 'events'; lab: string; batch: number; events: LabEvent[]; behind: number }
  | { kind: 'reply'; lab: string; id: number; reply: unknown }
  | { kind: 'error'; lab: string; id: number; error: CommandError };
