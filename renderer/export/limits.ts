// How much an export takes at once, and why. Counterpart: capture-file.ts, letters-file.ts.

export const EXPORT_LIMITS = {
  /** Octets of one file: what a browser holds in memory without trouble, and Wireshark opens in seconds. */
  octets: 500_000_000,
  /** Pieces that are fetched between two looks at the clock: the page goes on being a page. */
  piecesAtOnce: 50,
} as const;
