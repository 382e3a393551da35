// Every bound of the mail programs that read and why it is what it is. Counterpart: imap-client.ts. Rule: no number of
// this kind stands anywhere else in this folder.

const MINUTE_MS = 60_000;

export const INBOX_LIMITS = {
  /** Letters of a folder that are listed, the latest: more than a person looks through; a search looks at all. */
  letters: 500,
  /** Letters that a program which takes them from the server keeps, and marks that it remembers. */
  kept: 1000,
  /** Octets of one letter that are read: what the lab's servers take at most is 25 MB, a screen shows far less. */
  letterOctets: 32 * 1024 * 1024,
  /** Octets of a POP3 server's line: RFC 1939 section 3 says 512, RFC 2449 section 4 no more. */
  replyOctets: 8192,
  /** Users who read at one time: each has a connection. */
  open: 16,
  /** A person may hold any line of the dialog: the library must not grow impatient meanwhile. */
  patience_ms: 60 * MINUTE_MS,
} as const;
