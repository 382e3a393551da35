// Every bound of the policies, each with its reason. Counterpart: the files of this folder; mail/limits.ts has those of
// the parsers. Rule: the unit is the last word of a name; a count stands without one.

const KIB = 1024;
const MIB = 1024 * KIB;

export const POLICY_LIMITS = {
  /** Waiting for the DNS in one decision, however much is asked: a client must hear something before it loses patience. */
  lookups_ms: 1900,
  /** Lookups of one decision: an evaluation of SPF has a hundred and eleven at most (RFC 7208 section 4.6.4). */
  lookups: 120,
  /** Answers of a lookup that a reason shows, and their characters: a line of the screen. */
  shownAnswers: 4,
  shownCharacters: 300,
  /** Longest greet pause: beyond it honest clients hang up (RFC 5321 section 4.5.3.2.1 gives them five minutes). */
  greetPause_s: 60,
  /** A day, the longest that most of a policy's short memories last. */
  day_s: 86_400,
  /** Rows of one access table: more than anybody writes by hand. */
  accessRows: 1000,
  /** Blocklists asked at one time; more than any site uses. */
  lists: 16,
  /** Addresses of Received fields that are asked for: more hops than honest letters have. */
  receivedAddresses: 8,
  /** Steps of all patterns of a table: with the octets of a body, a fraction of a second at worst. */
  patternSteps: 3000,
  /** Octets of a table as text. */
  tableOctets: 16 * KIB,
  /** Tables kept ready for the next letter: two for each host of a lab. */
  keptTables: 128,
  /** Octets of an encoded part in which the beginning of a file is looked for. */
  magicOctets: 128,
  /** Patterns of one table: hundreds are a filter's business. */
  patterns: 64,
  /** Octets of a body that patterns are compared with (Postfix: body_checks_size_limit). */
  bodyOctets: 50 * KIB,
  /** Octets of a line that patterns see (Postfix: line_length_limit). */
  lineOctets: 2 * KIB,
  /** Largest quota of a mailbox that can be set. */
  quotaOctets: 1024 * MIB,
  /** Words of one person's word book: a year's mail; and its letters, so that one that is moved back can be unlearned. */
  words: 20_000,
  taughtLetters: 5000,
  /** Octets of a word book's file: all of them at their longest. */
  bookOctets: 4 * MIB,
  /** Lab time at which what isn't forgotten by itself is forgotten: the last that a date can say. */
  forever_ms: 8_640_000_000_000_000,
  /** Of a challenge: more than anybody guesses. */
  tokenCharacters: 12,
  /** Records of a policy's memory that a screen is told. */
  shownRecords: 500,
} as const;
