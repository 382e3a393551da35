// Every bound of a session file and why it is what it is. Counterpart: read-session.ts and engine/session.ts keep
// them. Rule: a file from outside never decides how much memory or time it takes.

const KIB = 1024;
const MIB = 1024 * KIB;

export const SESSION_LIMITS = {
  /** The file as it lies on disk: what a mail system takes as an attachment many times over. */
  packedOctets: 256 * MIB,
  /** Everything in it, unpacked: a long afternoon in a busy lab, and what a page can hold. */
  octets: 512 * MIB,
  /** Files in it: the letters of every mailbox and queue. */
  entries: 100_000,
  /** Octets of compressed data between two looks at how much came out: a bomb grows a thousandfold. */
  inflateStep: 32 * KIB,
  /** Octets of input that are packed at once: some milliseconds in which no letter moves. */
  packStep: 256 * KIB,
  /** Octets of a piece on its way to a screen. */
  piece: 512 * KIB,
  /** Sessions of one lab that are being saved at a time: as many as there are people at it, within reason. */
  packings: 4,
  /** Events that are read between two pauses, so that a page can draw and a person can cancel. */
  eventsPerPause: 2000,
} as const;
