// Every bound of the engine and why it is what it is. Counterpart: mail/limits.ts and the limits of
// dns/ and access/, which are their own. Rule: no number of this kind stands anywhere else.

const KIB = 1024;
const MIB = 1024 * KIB;

export const DISK_LIMITS = {
  /** A scanner lets go of a new file within a second or never. */
  renameAttempts: 20,
  renameRetry_ms: 50,
  /** A sync that usually takes less isn't worth another thread. */
  quickSync_ms: 0.5,
  /** Pieces of a file that together are smaller are copied into one, which is quicker than a system call each. */
  gatheredOctets: 64 * KIB,
  /** Log and capture are written in pieces this large: one system call for about a thousand events. */
  appendBatch: 256 * KIB,
  /** Longest that a quiet lab keeps its latest events in memory only. */
  appendDelay_ms: 50,
} as const;

export const LOG_LIMITS = {
  /** Events kept in memory for `since`, about 20 letters: few enough to be young when they are dropped, which is a tenth of a letter's cost. */
  inMemory: 4000,
  /** Octets of a line that stand in the event itself: more than any command of RFC 5321 section 4.5.3.1. */
  inlineOctets: KIB,
  /** Capture of one run. Beyond it, bytes are counted but shown as expired. */
  captureOctets: 1024 * MIB,
  /** Events in one frame to a screen: about 100 KB of JSON, some milliseconds of a screen's time. */
  batchEvents: 400,
  /** Events in one frame to a screen that is far behind: half a megabyte, which it reads in the time of drawing once. */
  catchUpEvents: 2000,
  /** So many behind is far: more than comes in while a slow screen draws. */
  farBehind: 4000,
} as const;

export const INTERNET_LIMITS = {
  /** Listeners of the whole lab at one time; 64 hosts with a handful each. */
  connections: 2000,
  /** Octets on their way over a slow or dead link, one direction of one connection, before the sender is made to wait. */
  linkOctets: 1 * MIB,
  /** Flights of ciphertext told in one event. */
  flightsPerEvent: 1000,
  /** A handshake that takes longer is dead, RFC 5321 section 4.5.3.2 gives minutes only to whole commands. */
  handshake_ms: 30_000,
  /** A dialled connection belongs to its registration within this time, or to nobody. */
  registration_ms: 5_000,
} as const;

export const SMTP_LIMITS = {
  /** Commands wait for a person who types: RFC 5321 section 4.5.3.2.7 asks for at least five minutes. */
  idle_ms: 300_000,
  /** Errors before 421; Postfix's hard limit is 20, and a beginner should reach it late. */
  errors: 20,
  /** Recipients of one letter (RFC 5321 section 4.5.3.1.8 asks for at least 100). */
  recipients: 1000,
  /** Octets of a command line; RFC 5321 gives 512 and AUTH of RFC 4954 12288. */
  commandLine: 12_288,
  /** Octets of a letter after which its announced size is believed, and room made for all of it. */
  believedOctets: MIB,
  /** Connections to one listener: what a student's machine carries with ease. */
  clients: 600,
  /** Client side: waiting for a reply (RFC 5321 section 4.5.3.2). */
  reply_ms: 300_000,
  dataReply_ms: 600_000,
  /** Until the other end takes the next piece of a letter (RFC 5321 section 4.5.3.2.5); and how large that is. */
  dataBlock_ms: 180_000,
  dataBlockOctets: 256 * KIB,
  connect_ms: 30_000,
} as const;

export const ACCESS_IDLE_LIMITS = {
  /** RFC 1939 section 3 asks for at least ten minutes. */
  pop3: 600_000,
  /** RFC 3501 section 5.4 asks for at least thirty. */
  imap: 1_800_000,
} as const;

export const QUEUE_LIMITS = {
  /** Entries of one host that are worked on at a time: Postfix's default_process_limit is 100. */
  active: 50,
  /** Mailboxes that one letter is written into at a time: Postfix's default_destination_concurrency_limit. */
  mailboxes: 20,
  /** Octets of a letter that are kept in memory from its arrival to the first try: a letter as people write them. */
  keptOctets: MIB,
  /** Octets of a queue file's envelope line. */
  envelopeOctets: MIB,
  /** Letters of one recipient expansion that may follow each other. */
  aliasDepth: 20,
  /** Recipients that one address may stand for in a virtual table (Postfix: virtual_alias_expansion_limit). */
  virtualRecipients: 1000,
} as const;

/** Numbers of the users of a host, as a Unix system gives them. */
export const LOCAL_USERS = {
  /** The first person on a Debian machine. */
  person: 1000,
  nobody: 65_534,
} as const;

export const HOME_LIMITS = {
  /** Octets of a .forward or an :include: file that are read: a thousand addresses. */
  readOctets: 64 * KIB,
  /** Octets of a file that letters are appended to (Postfix: mailbox_size_limit). */
  fileOctets: 50 * MIB,
  /** Lines that a person types for `sendmail` or `mail`; and octets of a file that one writes. */
  typedLines: 2000,
  writtenOctets: 64 * KIB,
} as const;

export const UNATTENDED_LIMITS = {
  /** Turns of the event loop in which nothing was said, after which a pause passes: who talks early has been heard by then. */
  quietTurns: 200,
  /** And this long at least, in microseconds: a machine under load may deliver late what was said. */
  quiet_us: 2000,
} as const;

export const LAB_LIMITS = {
  /** Line of a command on stdin or a frame from a screen. */
  commandOctets: 4 * MIB,
  /** Checkpoints of one lab; each is a copy of its files. */
  checkpoints: 50,
  /** What the policies of one host remember: a greylist of a busy afternoon. */
  policyEntries: 100_000,
  /** Timers that one `clock.advance` fires: a century of retries of a full queue. */
  advanceTimers: 1_000_000,
} as const;

export const HOST_FILE_LIMITS = {
  /** Names of one directory that a screen is told; a mailbox of a busy afternoon. */
  entries: 1000,
  /** Octets of a file that a screen is given: a letter that a person reads. */
  octets: 256 * KIB,
  /** Octets of the mail log at first: about three hundred lines; and in one answer after that. */
  logTail: 32 * KIB,
  logStep: 256 * KIB,
} as const;

export const SHELL_LIMITS = {
  /** Shells open at one time: a class that shares one lab, each with one. */
  sessions: 64,
  /** Hosts on top of each other by `ssh`: more than a person can keep apart. */
  depth: 16,
  /** Lines typed or pasted ahead of a command that still runs. */
  linesAhead: 2000,
  /** Characters of one `shell.output`: a screenful or two, so that a frame to a screen stays small. */
  outputCharacters: 8 * KIB,
  /** Characters shown since the last typed line: a letter that a person reads; the wire and the file have the rest. */
  burstCharacters: 256 * KIB,
  /** Lines that `tail` gives at most, and the octets at a file's end that it looks for them in. */
  tailLines: 1000,
  tailOctets: 256 * KIB,
  /** Ways to complete a line that are offered; more is no help. */
  completions: 100,
  /** Files that a pattern may stand for. */
  globFiles: 1000,
  /** Furthest jump of `clock`, as `clock.advance` has it: a century. */
  advance_ms: 3_200_000_000_000,
  /** Letters whose Message-ID the mail log remembers: the queues of a busy lab. */
  messageIds: 10_000,
  /** A host's maillog file: weeks of mail; beyond it lines are events only. */
  maillogOctets: 32 * MIB,
} as const;
