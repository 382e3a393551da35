// Every bound of the POP3 and IMAP servers, each with its reason. Counterpart: pop3/, imap/.
// Rule: no number that an outside program can push against stands anywhere else.

export const ACCESS_LIMITS = {
  /** RFC 2449 section 4 ends a POP3 command at 255 octets; an AUTH response (RFC 5034 section 4) may be longer. */
  pop3LineOctets: 2048,
  /** RFC 2683 section 3.2.1.5 asks servers for 8,000; a client naming 5,000 uids one by one needs some 30,000. */
  imapLineOctets: 65_536,
  /** A letter by APPEND: what the big providers take. */
  appendOctets: 25 * 1024 * 1024,
  /** A literal anywhere else is a name, a password or a word to search. */
  literalOctets: 16_384,
  /** SEARCH with a literal for each word is the longest honest user. */
  literalsPerCommand: 64,
  /** Parentheses and NOTs inside each other in SEARCH: nobody types ten. */
  searchDepth: 32,
  /** Keys of one SEARCH, since each is asked of each letter and nothing else runs meanwhile. */
  searchKeys: 256,
  /** Ranges in a set like `1,3,5:9`; as many as a line of them has. */
  setRanges: 20_000,
  /** Things asked in one FETCH: BODYSTRUCTURE walkers ask for a dozen. */
  fetchItems: 64,
  /** Parts in `1.2.3`: beyond the depth of any letter. */
  sectionDepth: 32,
  /** What one command may bring out or copy. A mailbox of 5,000 letters is read whole within it. */
  transferOctets: 128 * 1024 * 1024,
  /** In a row. Dovecot closes after 20; a student types by hand and gets as many. */
  badCommands: 20,
  /** Guessing passwords is stopped; a student who mistypes isn't. */
  failedLogins: 10,
  /** Replies are joined up to this size: one write for a list of headers, but letters aren't copied again. */
  joinOctets: 65_536,
} as const;
