// Bounds of the topology editor, and why. Counterpart: topology-sheet.tsx. Rule: no number of this kind stands elsewhere here.

export const TOPOLOGY_LIMITS = {
  /** The largest file that is read: a command to the engine has at most 4 MiB, and a big lab a tenth of this. */
  fileOctets: 2_000_000,
  /** Problems shown at once: whoever has more mends the first ones first. */
  shownProblems: 20,
} as const;
