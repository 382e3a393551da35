// Every bound of the web shell and why it is what it is. Counterpart: engine/limits.ts, which bounds the engine.
// Rule: no number of this kind stands anywhere else in web/.

const MIB = 1024 * 1024;

export const WEB_LIMITS = {
  /** Octets of one frame from a screen: what the engine takes as a command at most. */
  frameOctets: 4 * MIB,
  /** Screens at one time: a few windows of one person, with room to spare. Followers of a lecture are counted apart (engine/followers/limits.ts). */
  screens: 64,
  /** How long a screen may take to answer our goodbye; the same machine answers at once, a frozen tab never. */
  goodbye_ms: 500,
  /** How long the engine may take to put its queue to disk before it is ended by force. */
  engineGrace_ms: 8_000,
} as const;
