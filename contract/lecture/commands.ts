// What the presenter's screens ask of the engine's process for a lecture. Counterpart: commands.ts lists it with the others,
// engine/commands/lecture.ts answers. Rule: nothing here is an input of the lab; followers have no commands at all.

import { z } from '../schema.ts';
import { LECTURE_LIMITS } from './limits.ts';
import { type Counts, type Stage, stageSchema } from './stage.ts';

/** Keys of the presenter that can be pressed in the window of the notes. */
export const PRESENTER_KEYS = ['next', 'back', 'rescue', 'black', 'freeze', 'vote'] as const;
export type PresenterKey = (typeof PRESENTER_KEYS)[number];

const notesSchema = z.strictObject({
  /** What to say now. */
  text: z.string().max(LECTURE_LIMITS.noteChars),
  /** What the next press of the key does, and which scene comes after this one. */
  next: z.string().max(LECTURE_LIMITS.noteChars),
  after: z.string().max(LECTURE_LIMITS.titleChars),
  /** When the lecture began, in real time, and how long it is meant to be. */
  began_ms: z.number(),
  minutes: z.number().min(0).max(600),
});
export type Notes = z.output<typeof notesSchema>;

const nothing = z.strictObject({}).default({});

export const lectureArgs = {
  /** The addresses of this machine that followers could be let in at. */
  'lecture.addresses': nothing,
  /** Lets followers in at this address and port (0: any free one), from now on. */
  'lecture.openHall': z.strictObject({ address: z.union([z.ipv4(), z.ipv6()]), port: z.int().min(0).max(65_535) }),
  /** Sends them away. */
  'lecture.closeHall': nothing,
  /** What stands on the stage; null: the lecture is over. The notes are for the presenter's own second window. */
  'lecture.show': z.strictObject({ stage: stageSchema.nullable(), notes: notesSchema.exactOptional() }),
  /** A session file, in base64, that followers can be shown in the lab's place: the stage names it by the answer's number. */
  'lecture.recording': z.strictObject({ file: z.base64().max(Math.ceil(LECTURE_LIMITS.recordingOctets / 3) * 4) }),
  /** A key of the presenter, pressed in the window of the notes. */
  'lecture.press': z.strictObject({ key: z.enum(PRESENTER_KEYS) }),
  /** With `seen`: answered when there is other news than that. */
  'lecture.status': z.strictObject({ seen: z.int().optional() }).default({}),
} satisfies Record<string, z.ZodType>;

export interface MachineAddress {
  address: string;
  /** Of the network card. */
  name: string;
  /** Nobody else reaches it: for trying out. */
  isLoopback: boolean;
}

/** Somebody who asked for what followers may not have. */
export interface RefusedFollower {
  at_ms: number;
  address: string;
  /** What was tried, as far as it can be told: the kind of the frame, and of a command its name. */
  tried: string;
}

export interface HallStatus {
  origin: string;
  code: string;
  /** Connected now, and let in since the doors opened. */
  following: number;
  joined: number;
  /** How often one was dropped because it couldn't keep up. */
  dropped: number;
  /** The latest, oldest first. */
  refused: RefusedFollower[];
}

export interface LectureStatus {
  news: number;
  stage: Stage | null;
  notes: Notes | null;
  /** The latest, numbered: a stage obeys those that it hasn't seen. */
  presses: { id: number; key: PresenterKey }[];
  hall: HallStatus | null;
  /** Of the round that is open or was last. */
  answers: { vote: string; counts: Counts } | null;
}

export interface LectureReply {
  'lecture.addresses': { addresses: MachineAddress[] };
  'lecture.openHall': { origin: string; code: string };
  'lecture.closeHall': Record<string, never>;
  'lecture.show': Record<string, never>;
  'lecture.recording': { recording: number };
  'lecture.press': Record<string, never>;
  'lecture.status': LectureStatus;
}
