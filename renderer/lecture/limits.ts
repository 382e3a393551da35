// Bounds of the presenter's side of a lecture. Counterpart: contract/lecture/limits.ts. Rule: each with its reason.

export const STAGE_LIMITS = {
  /** How much larger type is on the stage: read from the last row. */
  typeFactor: 1.6,
  /** Between two keys of somebody who types well, and how much that varies. */
  key_ms: 38,
  keyVaries_ms: 34,
  /** A line takes no longer than this, however long it is: nobody likes to watch a header being typed. */
  line_ms: 2600,
  /** Until a lab that was opened is heard of; slow disks take a second. */
  lab_ms: 20_000,
  /** The spotlight and the scroll bar tell followers what they are at so long after they came to it. */
  pointing_ms: 120,
  /** A wheel goes on scrolling so long after it was turned. */
  scrolling_ms: 500,
  /** Below the upper edge of a panel: a line that is half hidden isn't meant. */
  edge_px: 24,
  /** After a lost connection the status is asked for again. */
  again_ms: 1000,
  /** Where followers find the doors, unless the presenter chooses another port. */
  port: 8425,
} as const;
