// How much the timeline keeps and draws, and why. Counterpart: store/limits.ts bounds the events behind it. Rule: what
// is dropped here is still in the log.

export const TIMELINE_LIMITS = {
  /** Connections of one pair of hosts, and letters: more than there are points across a wide screen. */
  bars: 2000,
  /** Connections of one pair at one time that get a line of their own; more lie over the last. */
  lanes: 4,
  /** Commands marked on one bar: beyond it the marks would touch. */
  marks: 200,
  /** Lookups that are kept as marks. */
  lookups: 5000,
  /** Marks of what was decided, changed and moved that are kept: a route for each hop of a thousand letters. */
  marksOfRun: 5000,
  /** Pages of a long run that are drawn as bars: 400 letters; more of them couldn't be told apart. */
  detailPages: 7,
  /** Pauses that may get a label; a screen has room for about twenty. */
  pauses: 500,
  /** Redrawing while events come: four times a second is as much as anybody can follow. */
  redraw_ms: 250,
  /** The same while letters pour in: a strip of hundreds of bars moves on by less than a bar. */
  pouring_ms: 700,
  /** Connections read out to somebody who can't see the bars. */
  listed: 20,
} as const;
