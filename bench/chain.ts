// Four SMTP hops with one end to send into and one where letters come out. Counterpart: engine-chain.ts
// and bare-chain.ts are the two kinds, load.ts drives either. Rule: both take the same octets from the
// same client, and each hop answers 250 before it hands the letter on.

export interface Chain {
  /** First hop, on 127.0.0.1. */
  readonly port: number;
  /** Called at the moment when a letter is delivered at the last hop. */
  onDelivered: () => void;
  /** What is sent through it; absent: the plain letter. */
  readonly letter?: Buffer;
  /** Asked for STARTTLS and AUTH first; absent: neither. */
  readonly submission?: Submission;
  close(): Promise<void>;
}

export interface Submission {
  servername: string;
  /** PEM of the authority to trust. */
  authority: string;
  login: string;
  password: string;
}

/** Kind -> letters that a sender sends over one connection. */
export const CHAIN_KINDS = {
  engine: Infinity,
  bare: Infinity,
  'bare with files': Infinity,
  'signed letters': Infinity,
  'all defences': Infinity,
  'full path': 20,
  'full path, a connection a letter': 1,
} as const;
export type ChainKind = keyof typeof CHAIN_KINDS;
