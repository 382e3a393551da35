// Bounds of the actions. Counterpart: recent.ts. Rule: each with its reason.

/** Actions remembered as used: more than a hand's use apart, and the list is a list again. */
export const RECENT_COUNT = 6;

/** What is done sooner shows no progress: a bar that flashes only startles. */
export const QUIET_MS = 500;
