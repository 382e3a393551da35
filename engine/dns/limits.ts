// Every bound of the name server and the resolver, each with its reason. Counterpart: the files of this folder.
// Rule: the unit is the last word of a name; a count stands without one.

export const DNS_LIMITS = {
  /** Label and name on the wire: RFC 1035 section 2.3.4. */
  label_octets: 63,
  name_octets: 255,
  /** A UDP message without EDNS: RFC 1035 section 4.2.1. */
  plainUdp_octets: 512,
  /** A UDP message with EDNS, whatever the client offers: fits an Ethernet frame over IPv6; BIND's default since 2020. */
  ednsUdp_octets: 1232,
  /** A message over TCP: its length has two octets (RFC 1035 section 4.2.2). */
  tcp_octets: 65_535,
  /** Data of one record, so that it still fits a TCP message beside the question and an OPT record. */
  recordData_octets: 65_000,
  /** Octets of one string of a TXT record: RFC 1035 section 3.3.14. */
  textPiece_octets: 255,
  /** RFC 2181 section 8: the top bit of a TTL is never set. */
  ttl_s: 2_147_483_647,
  /** CNAME records in a row: BIND 9.18 starts over eleven times, then says SERVFAIL. */
  cnameSteps: 12,

  /** Connections at one time; BIND's tcp-clients. */
  tcpConnections: 150,
  /** RFC 7766 section 6.2.3 wants seconds, not minutes; BIND's tcp-idle-timeout. */
  tcpIdle_ms: 30_000,
  /** Answers that a client hasn't read yet; beyond it no more of its questions are read. */
  tcpUnread_octets: 262_144,
  /** Ephemeral ports tried until one is free for both UDP and TCP: another program may hold the UDP half. */
  portTries: 20,

  /** Questions sent before a resolver gives up, and the wait after each: the resolver of Unix has 5 s and 2 tries; one more shows the pattern. */
  tries: 3,
  retry_ms: 5000,
  /** Answers kept by one resolver: more than any lab has names, yet a flood of random names can't fill memory. */
  cacheEntries: 1000,
  /** Remembered answers told to a screen at once: as many as somebody may want to read. */
  shownAnswers: 200,
  /** Longest life of an answer: a week, as RFC 8767 section 4 advises. */
  positive_s: 604_800,
  /** Longest life of "no such name": RFC 2308 section 5 finds one to three hours sensible. */
  negative_s: 10_800,
} as const;
