// Bounds of what every site of ours takes from a browser. Counterpart: web/limits.ts, engine/followers/limits.ts. Rule: each
// with its reason.

export const SITE_LIMITS = {
  /** Octets of a request's head: a browser sends about one KiB. */
  headerOctets: 16 * 1024,
  /** A request that takes longer to arrive isn't a browser on the same machine, or in the same hall. */
  request_ms: 10_000,
} as const;
