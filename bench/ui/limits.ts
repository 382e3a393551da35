// How much of the screen is measured, and for how long at most. Counterpart: main.ts.

export interface UiAmount {
  /** Starts of server and browser, for the time to the first screen. */
  starts: number;
  /** How long letters flow. */
  flow_ms: number;
  /** Events of the session that is long. */
  longEvents: number;
  /** Places that one jumps to in each session. */
  jumps: number;
}

export const UI_FULL: UiAmount = { starts: 5, flow_ms: 60_000, longEvents: 2_000_000, jumps: 100 };
export const UI_QUICK: UiAmount = { starts: 2, flow_ms: 10_000, longEvents: 200_000, jumps: 40 };

export const FLOW_PER_SECOND = 20;
/** Letters on their way at once; a machine that can't keep up must not collect a crowd. */
export const FLOW_OPEN = 200;
/** Keys of one round of typing: a word, then it is taken back. */
export const ECHO_KEYS = 8;
/** A first screen, an echo or a reply that takes longer will not come. */
export const UI_PATIENCE_MS = 20_000;
/** Events of a session that a page holds whole. */
export const WHOLE_EVENTS = 100_000;
/** Writing and opening a session takes no longer than this. */
export const SESSION_PATIENCE_MS = 240_000;
/** The whole measurement is given up after this. */
export const UI_MS = 420_000;
