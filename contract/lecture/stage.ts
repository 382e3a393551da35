// What a lecture's audience sees: which scene, which panels, what is pointed at, the question that is open. Counterpart:
// renderer/lecture sets it, engine/followers hands it on, renderer/follow draws it. Rule: everything in here is public: it is
// shown on the wall, and goes to every follower.

import { panels } from '../lesson.ts';
import { z } from '../schema.ts';
import { LECTURE_LIMITS } from './limits.ts';

const { titleChars, questionChars, options, hands } = LECTURE_LIMITS;
const words = (most: number) => z.string().trim().min(1).max(most);
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const seq = z.int().min(0);

/** What can stand on the stage; the rest of the bench folds away. */
export const STAGE_PANELS = [
  'map',
  'dialogs',
  'inspector',
  'timeline',
  'shell',
] as const satisfies readonly (typeof panels)[number][];

const optionSchema = z.strictObject({ id: slug, text: words(questionChars) });

/** Yes, no and the like: option -> how many chose it. */
export const countsSchema = z.record(slug, z.int().min(0).max(hands));
export type Counts = z.output<typeof countsSchema>;

export const VOTE_PHASES = ['open', 'discuss', 'again', 'closed', 'shown'] as const;

/** A question to the hall. Counts and the right answer are there when they are shown, and not before. */
export const voteSchema = z.strictObject({
  /** One round of one question: an answer names it, so that a late one can't count for the next. */
  id: slug,
  asks: words(questionChars),
  options: z.array(optionSchema).min(options.least).max(options.most),
  /** `open`: first answers; `discuss`: talk to your neighbour; `again`: answer once more; `closed`: no more answers; `shown`: the chart. */
  phase: z.enum(VOTE_PHASES),
  /** Before the discussion, and after it. */
  rounds: z.array(countsSchema).max(2),
  right: slug.exactOptional(),
});
export type Vote = z.output<typeof voteSchema>;

/** Something on the stage, found on screens of any size: a line by its event, a host by its name, a row of a panel; or all of it. */
const thingSchema = z.strictObject({
  panel: z.enum(STAGE_PANELS),
  seq: seq.exactOptional(),
  host: z.string().max(253).exactOptional(),
  row: z.int().min(0).max(10_000).exactOptional(),
});
export type StageThing = z.output<typeof thingSchema>;

export const stageSchema = z.strictObject({
  playlist: words(titleChars),
  scene: z.strictObject({
    /** From 1. */
    at: z.int().min(1).max(LECTURE_LIMITS.scenes),
    of: z.int().min(1).max(LECTURE_LIMITS.scenes),
    title: words(titleChars),
  }),
  panels: z.array(z.enum(STAGE_PANELS)).min(1).max(STAGE_PANELS.length),
  /** The journey that is shown; absent: the latest. */
  journey: z.string().max(300).exactOptional(),
  /** The line that is pointed at. */
  pointed: z.strictObject({ conn: z.string().max(300), seq }).exactOptional(),
  /** What the spotlight is on. */
  spot: thingSchema.exactOptional(),
  /** What the presenter has scrolled to the top of its panel. */
  top: thingSchema.exactOptional(),
  /** The lab as it was after this event; absent: as it is. */
  moment: seq.exactOptional(),
  /** Nothing that comes after this event of this run is handed out: what the presenter does now is for later. */
  frozen: z.strictObject({ run: z.int().min(0), seq }).exactOptional(),
  /** A recording stands in the lab's place: which, as `lecture.recording` numbered it. */
  recording: z.int().min(1).exactOptional(),
  isBlack: z.boolean(),
  vote: voteSchema.exactOptional(),
});
export type Stage = z.output<typeof stageSchema>;

/** Whether answers are taken now. */
export const isVoting = ({ phase }: Vote) => phase === 'open' || phase === 'again';
