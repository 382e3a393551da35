// What travels between the engine and a follower of a lecture, over a web socket of their own. Counterpart:
// engine/followers/, renderer/follow/. Rule: a follower can say three things, and none of them does anything to the lab:
// let me in, from where I am, and the answer to the question that is open. Everything else ends the connection.

import type { LabEvent } from '../events.ts';
import { z } from '../schema.ts';
import type { Stage } from './stage.ts';

/** Below it, by number: the session file that is on the stage, for whoever shows a pass. */
export const RECORDING_PATH = '/recording/';

const slug = z.string().max(60);

/** From a follower. The first is `join`: with the code from the wall, or with the pass that it was given before. */
export const followerFrameSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('join'), code: z.string().max(20).optional(), pass: z.string().max(60).optional() }),
  z.strictObject({ kind: z.literal('since'), lab: z.int().min(0), run: z.int().min(0), seq: z.int().min(0) }),
  z.strictObject({ kind: z.literal('answer'), vote: slug, option: slug }),
]);
export type FollowerFrame = z.infer<typeof followerFrameSchema>;

/** Why a follower isn't let in, or is sent away. */
export type SentAway = 'wrong code' | 'too many tries' | 'full' | 'not allowed' | 'too fast' | 'over';

/** To a follower, as text. */
export type HallFrame =
  | { kind: 'joined'; pass: string }
  | { kind: 'away'; why: SentAway }
  /** null: nothing is on the stage. */
  | { kind: 'stage'; stage: Stage | null }
  /** What counts as this follower's answer now. */
  | { kind: 'answered'; vote: string; option: string };

/** To a follower, as one deflated (RFC 1951) piece of JSON: events in order, and the octets that they refer to. */
export interface EventPage {
  /** Counts the labs that were opened: a run of another lab begins anew. */
  lab: number;
  run: number;
  events: LabEvent[];
  /** Where in the capture -> octets, in base64. What isn't here was too large to hand out. */
  octets: Record<string, string>;
}
