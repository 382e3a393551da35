// What the bench asks of a chain in a process of its own, and what it answers. Counterpart:
// worker.ts answers, worker-process.ts asks. Rule: one request at a time.

import type { Burst } from './load.ts';

export interface Requests {
  /** Milliseconds of each letter. */
  oneAtATime: (letters: number) => Promise<number[]>;
  /** Letters of each sender. */
  burst: (lettersEach: number) => Promise<Burst>;
  /** Resident set in octets, after garbage was collected. */
  memory: () => Promise<number>;
  /** When the last follower had heard this event: real time. */
  heardBy: (seq: number) => Promise<number>;
}

export type RequestName = keyof Requests;
export type Reply<N extends RequestName> = Awaited<ReturnType<Requests[N]>>;

export interface Request {
  name: RequestName;
  count: number;
}

export type Answer = { reply: Reply<RequestName> } | { problem: string };
