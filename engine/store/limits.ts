// Every bound of the mailboxes and why it is what it is. Counterpart: account.ts, maildir.ts. Rule: no number of this
// kind stands anywhere else in this folder.

export const STORE_LIMITS = {
  /** Folders of one account: a mail program lists them all at each start. */
  folders: 500,
  /** Octets of a folder's name: file names end at 255 on every system, and an escaped character takes three. */
  folderName: 80,
  /** Levels of a folder's name; no screen shows more. */
  folderDepth: 8,
  /** Names that an account may subscribe to; they needn't exist (RFC 3501 section 6.3.6). */
  subscriptions: 1000,
  /** IMAP sessions of one account: a mail program opens five, and a class may share a user. */
  sessions: 50,
  /** Octets of a mailbox file: to write it anew it is held in memory twice. */
  mboxOctets: 512 * 1024 * 1024,
  /** How far above the last known uid one in a file may be; beyond, somebody else's number was copied in. */
  uidLeap: 1_000_000,
  /** Keywords of one mailbox: a Maildir has a letter for each. */
  keywords: 26,
  /** Characters of a keyword; those of mail programs have some twelve. */
  keyword: 60,
  /** Steps of an action that are told one by one; a command may touch every file of a mailbox. */
  toldSteps: 12,
  /** Age of a lock whose owner must have died, as long as Postfix waits (stale_lock_time). */
  staleLock_ms: 500_000,
} as const;
