// How much the map draws and how often, and why. Counterpart: store/limits.ts bounds what there is to draw.
// Rule: what isn't drawn is still in the list, in the dialogs and in the log.

export const MAP_LIMITS = {
  /** Units across below which hosts would cover each other: there the drawing stops growing with the type. */
  leastWidth: 460,
  /** Redrawing what happens: what lasts less than this nobody sees. */
  redraw_ms: 120,
  /** The same while letters pour in: counts that change more often can't be read. */
  pouring_ms: 400,
  /** Since the last word of a conversation: so long its line stays lit. */
  fading_us: 1_500_000,
  /** Legs of one letter's way: a letter to many is followed along its latest. */
  legs: 24,
  /** Questions written on the map at one time; more would cover it. */
  questions: 3,
  /** A question stays readable for so long. */
  question_ms: 1600,
  /** Characters of a host's name or of an address on an envelope that fit into their place. */
  nameCharacters: 13,
  addressCharacters: 14,
  /** Postmarks that fit on an envelope. */
  postmarks: 5,
} as const;

/** How the slow journey is paced: in proportion to the real times, and yet every leg can be followed. */
export const PACE = {
  leg_ms: 750,
  shortestLeg_ms: 380,
  longestLeg_ms: 1500,
  /** Standing at a host: time to see the postmark, and longer when questions are asked from there. */
  stop_ms: 160,
  ask_ms: 700,
} as const;
