// How an evaluation asks the DNS without knowing one: it yields its questions and is told the answers, so that it runs over
// any resolver, in a test or step by step. Counterpart: engine/policy/ask-dns.ts asks; spf/check.ts, dmarc/check.ts.

export interface DnsQuestion {
  name: string;
  type: 'A' | 'AAAA' | 'MX' | 'PTR' | 'TXT';
}

/** `void`: no such name, or nothing of that type; `failed`: no answer, or one that says so. */
export interface DnsAnswer {
  status: 'found' | 'void' | 'failed';
  /** Addresses, host names without final dot (MX by preference), or texts, an octet a character. */
  data: string[];
  /** The name itself doesn't exist, nor any below it (RFC 8020). */
  noSuchName?: boolean;
  /** seq of the event in which the answer stands. */
  evidence?: number;
}

export type Asking<T> = Generator<DnsQuestion, T, DnsAnswer>;
