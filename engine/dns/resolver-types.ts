// What the rest of the engine knows of name lookups. Counterpart: stub.ts (the resolver) and
// authority.ts (the server). Rule: every question names what it is for.

import type { Answer } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';

export type RecordType = 'A' | 'AAAA' | 'MX' | 'PTR' | 'TXT' | 'CNAME' | 'SOA' | 'NS';

export interface Lookup {
  /** NOERROR, NXDOMAIN, SERVFAIL, REFUSED ... or TIMEOUT when nobody answered. */
  rcode: string;
  /** The answer section, CNAME steps included, in presentation form. */
  answers: Answer[];
  /** TXT strings joined, MX parsed and so on stay the caller's business: `data` is presentation form. */
  cached: boolean;
  /** seq of the `dns.answered` event: the evidence. */
  seq: Seq;
}

export interface Resolver {
  /**
   * Never throws for what the network does: a failure is an rcode. `cause` is the seq that led to the question. What is
   * known is there at once.
   */
  lookup(name: string, type: RecordType, purpose: string, cause?: Seq): Lookup | Promise<Lookup>;
}
