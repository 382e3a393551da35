// Every bound of a session file and why it is what it is. Counterpart: session-file.ts and write-session.ts keep them.
// Rule: a file from outside never decides how much memory or time it takes.

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

export const SESSION_LIMITS = {
  /** The file as it lies on disk: ten million events, and what a zip file's 32-bit places reach with room to spare. */
  packedOctets: 2 * GIB,
  /** Everything in it, unpacked; of a file in pages never more than a few pages at a time. */
  octets: 8 * GIB,
  /** One entry of it in memory: 2000 events, a state or a piece of the capture; letters of 25 MB lie in it as files. */
  entryOctets: 64 * MIB,
  /** Files in it: as many as a zip file's directory counts. */
  entries: 65_535,
  /** The directory of the zip file: so many entries with names of a hundred octets. */
  directoryOctets: 10 * MIB,
  /** Captured octets and events of a file of the first format, which can only be unpacked whole. */
  firstFormatOctets: 512 * MIB,
  /** Captured octets that a session takes with it. */
  captureOctets: GIB,
  /** Events of a page: some 600 KB of text; unpacking and folding one takes less time than a person notices. */
  pageEvents: 2000,
  /** Octets of the capture that are packed together: one letter with its attachments, a hundred without. */
  capturePiece: 256 * KIB,
  /** Pieces of the capture that are kept unpacked: a journey's. */
  capturePieces: 8,
  /** Octets of a piece of the file on its way to a screen. */
  piece: 512 * KIB,
  /** Sessions of one lab that are being saved at a time: as many as there are people at it, within reason. */
  packings: 4,
  /** Hosts that speak with each other, as pairs: a row of the timeline each. */
  pairs: 400,
  /** Longest pauses of a page that the overview tells: a page is a few points wide. */
  pausesPerPage: 4,
} as const;
