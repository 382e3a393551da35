// Bounds of a page that follows a lecture. Counterpart: engine/followers/limits.ts. Rule: each with its reason.

const MIB = 1024 * 1024;

export const FOLLOW_LIMITS = {
  /** One page unpacked: 500 events and a megabyte of letters, as the other end packs it, with room. */
  pageOctets: 16 * MIB,
  /** Letters' texts that a phone keeps, in characters of base64. */
  keptOctets: 16 * MIB,
  /** Waits between attempts; the last is repeated. Long enough for a hall that loses its network at once. */
  retry_ms: [500, 1000, 2000, 4000, 8000],
  /** Lines of the presenter's shell. */
  shellLines: 200,
} as const;
