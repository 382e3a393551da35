// Every bound of the mail programs that read and why it is what it is. Counterpart: imap-client.ts. Rule: no number of
// this kind stands anywhere else in this folder.

const MINUTE_MS = 60_000;

export const INBOX_LIMITS = {
  /** Letters that are listed, the latest: as many as the lab's state keeps of a mailbox. */
  letters: 100,
  /** Octets of one letter that are read: what the lab's servers take at most is 25 MB, a screen shows far less. */
  letterOctets: 32 * 1024 * 1024,
  /** Users who read at one time: each has a connection. */
  open: 16,
  /** A person may hold any line of the dialog: the library must not grow impatient meanwhile. */
  patience_ms: 60 * MINUTE_MS,
} as const;
