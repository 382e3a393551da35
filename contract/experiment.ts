// The experiment: the same letters of every kind against a choice of defences. What is asked and what comes of it.
// Counterpart: engine/experiment/ runs it, renderer/experiment/ shows it. Rule: numbers are counted from events, and each
// can be traced to its letters.

import type { PolicyDecision, ReplyText } from './events.ts';
import type { ConnId, MessageId, Seq, Side } from './ids.ts';
import { z } from './schema.ts';

/** Policy -> its settings; one that isn't named is off. */
export const defencesSchema = z.record(z.string().max(40), z.record(z.string().max(60), z.unknown()));
export type Defences = z.output<typeof defencesSchema>;

/** Where a letter ended. `marked`: delivered with a mark by which mail programs take it for spam. */
export const LETTER_FATES = ['arrived', 'marked', 'stopped'] as const;
export type LetterFate = (typeof LETTER_FATES)[number];

/** The letters of one kind. */
export const experimentRowSchema = z.object({
  actor: z.string().max(40),
  isHonest: z.boolean(),
  letters: z.int().min(0),
  arrived: z.int().min(0),
  marked: z.int().min(0),
  stopped: z.int().min(0),
  /** How much later than at once those came that came, in lab seconds; absent when none did. */
  median_s: z.number().min(0).exactOptional(),
  worst_s: z.number().min(0).exactOptional(),
});
export type ExperimentRow = z.output<typeof experimentRowSchema>;

export const experimentTotalsSchema = z.object({
  letters: z.int().min(0),
  /** Spam that reached nobody's inbox, and spam that did. */
  caught: z.int().min(0),
  missed: z.int().min(0),
  /** Honest letters that were lost or marked. */
  falsePositives: z.int().min(0),
  /** Of the honest letters. */
  median_s: z.number().min(0),
  worst_s: z.number().min(0),
});
export type ExperimentTotals = z.output<typeof experimentTotalsSchema>;

export interface ExperimentResult {
  rows: ExperimentRow[];
  totals: ExperimentTotals;
}

export interface ExperimentStatus {
  state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Letters whose fate is known, of `letters`. */
  known: number;
  letters: number;
  /** Counts what there was to tell: ask with it to hear what comes next. */
  news: number;
  result?: ExperimentResult;
  /** Why it failed. */
  detail?: string;
}

/** One letter, and what became of it. */
export interface ExperimentLetter {
  message: MessageId;
  actor: string;
  isHonest: boolean;
  from: string;
  to: string;
  subject: string;
  /** The host that offered it to the defended server last. */
  by?: string;
  fate: LetterFate;
  /** Lab seconds from the first try to the mailbox. */
  delay_s?: number;
  /** What the defended server said to it last, when that was no yes, and whose decision it was. */
  reply?: ReplyText;
  policy?: string;
  /** The last event about it in its run. */
  seq: Seq;
  /** How often it was offered there. */
  tries: number;
}

/** What was said about one letter at the defended server, and what was decided. */
export interface ExperimentDialog {
  conn: ConnId;
  client: string;
  at_ms: number;
  lines: { from: Side; text: string }[];
  decisions: PolicyDecision[];
}
