// How much a search keeps, and why. Counterpart: search.ts. Rule: what isn't listed is still counted.

export const FILTER_LIMITS = {
  /** Lines that are listed and marked: more than anybody walks through, few enough to look up at every drawing. */
  found: 5000,
  /** Characters of a line in the list: what fits beside its time and its hosts on a wide screen. */
  shownChars: 160,
  /** Suggestions at once: a list that is longer is a wall. */
  suggestions: 12,
  /** The list of found lines shows so many; the field says how many there are. */
  listed: 200,
  /** Time between two looks at what is new while events pour in (ms). */
  redraw_ms: 250,
} as const;
