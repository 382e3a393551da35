// How much a screen keeps of what it has seen, and why. Counterpart: contract/fold/state.ts bounds the lab's state.
// Rule: what is dropped here is still in the log.

export const SCREEN_LIMITS = {
  /** Dialogs: a lecture's worth of letters with five each. */
  dialogs: 600,
  /** Letters listed at first, and how many more at a time: a screen and a half of them. */
  letterRows: 20,
  /** Lines of one dialog; a dialog longer than this was spoken by programs, and its end is what matters. */
  linesPerDialog: 1500,
  /** What servers made of the lines of one dialog: four commands in ten come with a fact or two. */
  factsPerDialog: 1500,
  /** What servers decided about one letter on its way: a letter to many has a route and a word of each. */
  decisionsPerLetter: 200,
  /** What was done to a host's files: two screens of it. */
  fileDoings: 60,
  /** Connections that never came to be: a letter that waits five days makes some eighty. */
  refusedCalls: 200,
  /** Connections that opened while a new one is new (4 s), from which on it pours, and below which it is quiet again: ten letters of four hops, and three. */
  pouringArrivals: 40,
  quietArrivals: 12,
  /** Events whose cause can still be asked for: about a hundred letters in flight. */
  causes: 20_000,
  /** Topologies that moments are compared with: one may be patched back and forth. */
  plans: 8,
  /** DNS questions that belong together, by what they were asked for. */
  lookupGroups: 2000,
  lookupsPerGroup: 60,
  /** Lines of a dialog that are put on the page whether they are seen or not: what two people say; then the browser finds in all of it. */
  wholeDialog: 80,
  /** Rows or lines drawn while a person drags, in a panel that has just come: as many as fit into one of middling height. */
  inSightAtFirst: 8,
  /** Lines beyond the visible ones of a longer dialog: half a screen each way, so that scrolling shows no gap. */
  overscan: 15,
  /** Flights of ciphertext that the eavesdropper's view reads, and octets of each: a letter's session has some thirty. */
  flights: 100,
  flightOctets: 20_000,
  /** Octets of a line shown in hexadecimal: as much as stands inline. */
  hexOctets: 1024,
  /** Lines of an unfolded letter: a long one is read as a file. */
  letterLines: 2000,
  /** Parts of a letter that are listed, and pieces of one of them: an honest letter has a dozen. */
  shownParts: 200,
  /** Depth of parts that is drawn: deeper ones stand below each other. */
  drawnDepth: 8,
  /** Octets of a picture that is shown: a photograph. */
  pictureOctets: 8_000_000,
  /** Octets of a letter's body or a bulk transfer that are put on the page. */
  shownOctets: 200_000,
} as const;

export const READING_LIMITS = {
  /** Events that are still to be read back from which on that is told: about half a second of reading. */
  toldFrom: 6000,
} as const;

export const PAGE_LIMITS = {
  /** Events from which on a session is read in pages: as many as the history holds. */
  events: 120_000,
  /** Pages before the shown one whose dialogs are read when one stays there: 600 dialogs, as many as are kept. */
  before: 20,
  /** Pages in memory: what is shown, what was said before it, and some that one comes back to. About 60 MB. */
  kept: 26,
} as const;

export const LEAP_LIMITS = {
  /** Events that a step or a play of the past passes at most; who moves further looks for something else. */
  stepEvents: 100,
  /** So long after the last leap the hand rests: longer than a hand that drags takes from one moment to the next. */
  rest_ms: 250,
} as const;

export const HISTORY_LIMITS = {
  /** Events that one can go back through: 400 letters of four hops, or half a minute of twenty a second. About 50 MB. */
  events: 120_000,
  /** Events between two snapshots: folding so many takes four ms; at half as many, frames while letters flow are a twentieth longer. */
  snapshotStep: 1000,
  /** An eighth of the history goes at a time. */
  forgetPart: 8,
} as const;
