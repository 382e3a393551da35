// How much is measured, and for how long at most. Counterpart: rows/. Rule: the whole bench ends
// within ten minutes, with --quick within a minute; a part that hangs is given up.

export interface Amount {
  /** Starts of the engine, and of bare Node. */
  starts: number;
  /** Turns in which the engine's chain and both floors are measured, one after the other. */
  turns: number;
  /** Letters of a turn, one at a time. */
  letters: number;
  /** Letters of a turn for each of the senders that send at once. */
  lettersEach: number;
  /** Letters before the first measurement: until the compiler has seen the code. */
  warmUp: number;
  /** Letters between the two readings of memory: at the first, and at the second. */
  memory: readonly [number, number];
  /** Letters sent by the mail program of the default lab. */
  volume: number;
  /** Handshakes of a turn. */
  handshakes: number;
  /** Seconds for which slow clients hold their connections. */
  slow_s: number;
  /** How often a lab is killed, during how many letters. */
  kills: readonly [number, number];
  /** How often a large mailbox is opened and listed. */
  mailboxTurns: number;
  /** Seconds for which a hall full of followers is served. */
  followed_s: number;
}

export const FULL: Amount = {
  starts: 15,
  turns: 4,
  letters: 100,
  lettersEach: 50,
  warmUp: 300,
  memory: [1000, 5000],
  volume: 20,
  handshakes: 100,
  slow_s: 20,
  kills: [30, 200],
  mailboxTurns: 15,
  followed_s: 120,
};

export const QUICK: Amount = {
  starts: 10,
  turns: 2,
  letters: 60,
  lettersEach: 20,
  warmUp: 100,
  memory: [1000, 2000],
  volume: 5,
  handshakes: 50,
  slow_s: 5,
  kills: [5, 40],
  mailboxTurns: 5,
  followed_s: 8,
};

/** A full hall: who follows, and what travels meanwhile; every so many letters a line is typed. */
export const FOLLOWED = { followers: 100, lettersPerSecond: 20, lettersPerEcho: 5 } as const;
/** Mailboxes whose growth is shown, envelopes of one list, deliveries of a turn. */
export const MAILBOX = { small: 1000, large: 10_000, envelopes: 100, deliveries: 10 } as const;
/** Programs that send at the same time. */
export const SENDERS = 8;
/** The longest that one burst of letters goes on; what was sent by then counts. */
export const BURST_MS = 10_000;
/** A letter, a handshake or a start that takes longer will not come. */
export const PATIENCE_MS = 20_000;
/** A row that takes longer is given up: the longest serves a hall for two minutes. */
export const ROW_MS = 240_000;
