// Four SMTP hops with one end to send into and one where letters come out. Counterpart: engine-chain.ts
// and bare-chain.ts are the two kinds, load.ts drives either. Rule: both take the same octets from the
// same client, and each hop answers 250 before it hands the letter on.

export interface Chain {
  /** First hop, on 127.0.0.1. */
  readonly port: number;
  /** Called at the moment when a letter is delivered at the last hop. */
  onDelivered: () => void;
  close(): Promise<void>;
}

export const CHAIN_KINDS = ['engine', 'bare', 'bare with files'] as const;
export type ChainKind = (typeof CHAIN_KINDS)[number];
