// Every bound that the parsers of this folder keep, each with its reason. Counterpart: the files that import it;
// the engine's own bounds live in engine/limits.ts. Rule: a number that stops hostile input stands here, never inline.
// Sizes count octets unless the name says otherwise; the unit is the last word of the name.

// --- Addresses and names -------------------------------------------------------------------------

/** Longest domain: RFC 5321 section 4.5.3.1.2. */
export const DOMAIN_OCTETS = 255;
/** Longest path with its angle brackets: RFC 5321 section 4.5.3.1.3. Postfix tolerates more, and so do we: twice as much. */
export const PATH_OCTETS = 512;
/** Longest label of a DNS name: RFC 1035 section 2.3.4. */
export const LABEL_OCTETS = 63;
/** Longest DNS name as text, without the final dot: 255 on the wire (RFC 1035 section 2.3.4) leaves 253 in writing. */
export const DNS_NAME_OCTETS = 253;
/** Mailboxes read from one field: a thousand is more than any list of people; the rest of a hostile field is ignored. */
export const MAILBOXES_COUNT = 1000;
/** Targets read from a .forward or an :include: file: a thousand, as Postfix expands (virtual_alias_expansion_limit). */
export const TARGETS_COUNT = 1000;
/** Nesting of comments: RFC 5322 section 3.2.2 sets no bound; a parser needs one. */
export const COMMENT_DEPTH = 16;
/** Longest piece of a structured field that a parser reads: ten times the line of RFC 5322 section 2.1.1. */
export const FIELD_VALUE_OCTETS = 10_000;

/** Longest field name: a line has 998 octets at most (RFC 5322 section 2.1.1), one of them the colon. */
export const FIELD_NAME_OCTETS = 997;

// --- Writing -------------------------------------------------------------------------------------

/** Preferred line of a message, without CRLF: RFC 5322 section 2.1.1. */
export const FOLD_OCTETS = 78;
/** An encoded-word, delimiters included: RFC 2047 section 2. */
export const ENCODED_WORD_OCTETS = 75;
/** A foreign word (HELO name, host name) inside a Received field that we write: a domain is never longer. */
export const TRACE_WORD_OCTETS = 255;

/** Line of a delivery report: Postfix wraps at 79. */
export const REPORT_LINE_OCTETS = 79;
/** A word without end in a delivery report is cut here: with what stands before it, it stays under the 998 of RFC 5322. */
export const REPORT_WORD_OCTETS = 800;

// --- SMTP ----------------------------------------------------------------------------------------

/** Command line without its end: RFC 5321 section 4.5.3.1.4 asks for 512 plus extensions; Postfix reads 2048. */
export const COMMAND_LINE_OCTETS = 2048;
/** Reply line with CRLF: RFC 5321 section 4.5.3.1.5 says 512; real servers write longer ones, so four times that. */
export const REPLY_LINE_OCTETS = 2048;
/** Lines of one reply: RFC 5321 section 4.2.1 sets no bound; the longest EHLO answers have some thirty. */
export const REPLY_LINES_COUNT = 128;
/** Digits of a SIZE value: RFC 1870 section 3 allows twenty. */
export const SIZE_DIGITS = 20;
/** Parameters after a path: RFC 5321 section 4.1.2 sets no bound; all registered keywords together are fewer. */
export const PARAMETERS_COUNT = 32;
/** Words of a command compared with the catalogue of near misses: longer ones are nobody's typing error. */
export const NEAR_MISS_WORD_OCTETS = 16;

// --- Capture framing -----------------------------------------------------------------------------

/** A line without a line end is cut here, so that a silent newline can't fill memory. */
export const FRAME_LINE_OCTETS = 8192;
/** Message data and literals are cut here: one capture reference stays cheap to read. */
export const FRAME_BULK_OCTETS = 1024 * 1024;
/** Digits of an IMAP literal's length: RFC 9051 section 9 has number64; ten digits are 9 GB. */
export const LITERAL_DIGITS = 10;
/** Commands a POP3 client may have waiting for answers: RFC 2449 section 6.6 sets no bound; beyond it we read lines. */
export const PIPELINE_COUNT = 1000;

// --- MIME ----------------------------------------------------------------------------------------

/** Nesting of parts and enclosed messages: RFC 2046 sets no bound; deeper trees are attacks on readers. */
export const MIME_DEPTH = 24;
/** Parts of one message: RFC 2046 sets no bound; beyond it the rest isn't taken apart. */
export const MIME_PARTS_COUNT = 1000;
/** Parameters of one field, continuations included (RFC 2231 section 3): more is an attack on the sorter. */
export const MIME_PARAMETERS_COUNT = 256;

/** Depth of quoting that is told apart: deeper ones can't be seen on a screen any more. */
export const QUOTE_DEPTH = 10;

// --- Conversations ---------------------------------------------------------------------------------

/** Message-IDs of a References field: RFC 5322 sets no bound; a hundred answers are a long conversation. */
export const REFERENCES_COUNT = 100;
/** Characters of a subject that are compared: more than a person reads. */
export const SUBJECT_CHARACTERS = 1000;

// --- Patterns --------------------------------------------------------------------------------------

/** Longest pattern of a header or body check: a line that a person can still read, and more. */
export const PATTERN_OCTETS = 512;
/** Brackets inside each other. */
export const PATTERN_DEPTH = 20;
/** `{m,n}` is written out, so it can't be large. */
export const PATTERN_REPEATS = 250;
/** Steps of a pattern when written out: what one octet of a text costs at most. */
export const PATTERN_STEPS = 1000;

// --- Comparison ----------------------------------------------------------------------------------

/** Cells of the table that a field comparison may fill: a thousand fields each side. Beyond it only ends are matched. */
export const DIFF_CELLS_COUNT = 1_000_000;

// --- Words ----------------------------------------------------------------------------------------

/** What a filter that learns looks at. */
export const BAYES_LIMITS = {
  /** Words of one letter: more than a long one has; the rest of a hostile one is ignored. */
  tokens: 2000,
  /** Characters of the texts of a letter, and so of what is decoded. */
  octets: 65_536,
  /** A word's characters: shorter ones are in every letter, longer ones in one only. */
  shortest: 3,
  word: 40,
  /** Words that a letter is judged by; Graham's number. */
  telling: 15,
} as const;

// --- SPF -----------------------------------------------------------------------------------------

/** RFC 7208 section 4.6.4: what keeps one letter from making us ask the whole DNS. */
export const SPF_LIMITS = {
  /** Terms that ask. */
  lookups: 10,
  /** Lookups that find nothing. */
  voids: 2,
  /** Mail servers of one `mx`, names of one `ptr`. */
  names: 10,
} as const;

/** Authors of one letter whose signing practices are asked for: few letters have two. */
export const ADSP_AUTHORS = 4;

// --- Lists of tags, DMARC ------------------------------------------------------------------------

/** Tags of a signature, a key or a DMARC record: all registered ones together are fewer than thirty. */
export const TAGS_COUNT = 64;
/** RFC 9989 section 4.10: what keeps a long name from making us ask for every parent of it. */
export const DMARC_LIMITS = {
  /** A longer name goes on with its last seven labels. */
  walkLabels: 7,
  /** Domains of signatures that are compared: a letter with more of them is up to something. */
  identifiers: 10,
} as const;

// --- Sieve ---------------------------------------------------------------------------------------

export const SIEVE_LIMITS = {
  /** Characters of a script: a person's rules of years fit in a tenth. */
  scriptOctets: 65_536,
  tokens: 20_000,
  /** Blocks and tests inside each other; RFC 5228 section 2.10.5 asks for 15. */
  depth: 15,
  /** Strings of one list. */
  list: 200,
  /** Addresses that one letter may be redirected to, as many as Dovecot's Pigeonhole allows. */
  redirects: 4,
  /** Of a misspelt word, when it is compared with those that are known. */
  comparedCharacters: 40,
} as const;

// --- Analysis of a letter --------------------------------------------------------------------------

/** What somebody pastes to have it taken apart; real headers are a tenth of it. */
export const ANALYSIS_LIMITS = {
  /** Of the header that are read: Postfix's own bound (header_size_limit) twice over, and lists add to it. */
  headerOctets: 256 * 1024,
  /** Fields that are looked at: the longest honest headers have some two hundred. */
  fields: 1000,
  /** Received fields that count as hops: servers give up at 50 to 100 (RFC 5321 section 6.3). */
  hops: 100,
  /** Lines inside a header that are no field and are stepped over, before they count as the body. */
  strayLines: 8,
  /** Findings of one kind: the rest of a hostile header says nothing new. */
  findingsPerCheck: 20,
  /** Letters listed of a mailbox file: a person looks for one of them. */
  letters: 500,
  /** Signatures and results that are read out; DMARC_LIMITS says why ten are enough. */
  signatures: 10,
} as const;
