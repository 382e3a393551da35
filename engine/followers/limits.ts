// Every bound of the followers' server and why it is what it is. Counterpart: contract/lecture/limits.ts bounds what is said.
// Rule: no number of this kind stands anywhere else in this folder.

const KIB = 1024;
const MIB = 1024 * KIB;

export const FOLLOWER_LIMITS = {
  /** At one time: the largest lecture hall, with a phone and a laptop each. */
  followers: 800,
  /** Let in since the doors opened; each has one answer. Phones that lost theirs ask again. */
  passes: 3000,
  /** Connections that haven't said the code yet, and how long they may take: the page says it at once. */
  strangers: 100,
  join_ms: 10_000,
  /** Octets of a frame from a follower: the longest has about 150. */
  frameOctets: KIB,
  /** Frames of one follower in one second, on average and in a burst: a person who changes their mind quickly. */
  framesPerSecond: 5,
  frameBurst: 40,
  /** Wrong codes from one address before it has to wait: a hall behind one router shares its address. */
  wrongCodes: 60,
  wrongCodesWindow_ms: 60_000,
  /** Addresses whose wrong codes are remembered. */
  wrongAddresses: 1000,
  /** Letters of the join code, of 32: a thousand million codes, against sixty tries a minute. */
  codeLetters: 6,
  /** Events of one page, which every follower that stands there gets alike: about 100 KB, a tenth of it when packed. */
  pageEvents: 500,
  /** With each so many more, pages are handed out a twentieth of a second later: a hundred hear four times a second. */
  followersPerTurn: 25,
  /** Octets of a letter's text that are handed out with its events. */
  bulkOctets: 64 * KIB,
  /** All of one page. */
  pageBulkOctets: MIB,
  /** Packed pages that are kept for those who come late. */
  keptOctets: 16 * MIB,
  /** A follower that hasn't taken its one page after this time has lost its network: it is dropped and comes back by itself. */
  stalled_ms: 15_000,
  /** Refused frames that the presenter can read. */
  refused: 50,
} as const;
