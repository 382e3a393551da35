// What a policy is: up to five questions about a session, each answered with a verdict, the reply
// for it, fields to add, and the reasons in the order in which they were found.
// Counterpart: runner.ts asks; skeleton.ts is there to copy; index.ts lists them all.
// Rule: a policy decides, it never speaks, waits or writes a log line.

import type { PolicyStage, Reason, Verdict } from '../../contract/events.ts';
import type { z } from '../../contract/schema.ts';
import type { ByteString } from '../../mail/bytes.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import type { RandomStream } from '../world.ts';

/** The session so far; a stage knows what has been said by then. */
export interface PolicySession {
  /** Address of the peer, which TCP vouches for. */
  clientAddress: string;
  /** Its name, when reverse and forward lookup agree. */
  clientName?: string;
  helo?: string;
  login?: string;
  secure: boolean;
  reversePath?: string;
  /** The recipient in question (stage rcpt). */
  forwardPath?: string;
  recipients: readonly string[];
  /** The whole letter (stage message). */
  message?: Uint8Array;
  /** What was decided before, by whom. */
  earlier: readonly { policy: string; stage: PolicyStage; verdict: Verdict }[];
}

/** What a policy may use. `settings` have passed its schema. */
export interface PolicyTools<S> {
  settings: S;
  /** Name of the server that asks. */
  host: string;
  now_ms: number;
  resolver: Resolver;
  random: RandomStream;
  memory: PolicyMemory;
}

/** What a policy remembers between sessions; kept with the lab. */
export interface PolicyMemory {
  get(key: string): number | undefined;
  /** `until_ms`: lab time after which it may be forgotten. */
  set(key: string, value: number, until_ms: number): void;
}

export interface Decision {
  verdict: Verdict;
  /** For defer and reject. */
  reply?: Reply;
  /** With `accept`: the client may send anywhere through us, from here on. */
  mayRelay?: true;
  /** Raw header fields to put on top of the letter. */
  fields?: ByteString[];
  reasons: Reason[];
}

type Ask<S> = (session: PolicySession, tools: PolicyTools<S>) => Decision | Promise<Decision>;

export interface Policy<S = unknown> {
  name: string;
  /** Also about clients that may send anywhere; the others leave those alone. */
  asksEverybody?: true;
  /** Checks the settings and fills in the defaults; forms are made from it. */
  settings: z.ZodType<S>;
  stages: Partial<Record<PolicyStage, Ask<S>>>;
}

/** Nothing to say. */
export const CONTINUE: Decision = { verdict: 'continue', reasons: [] };

/** Keeps a policy's own type of settings while it is written down. */
export function definePolicy<S>(policy: Policy<S>): Policy<S> {
  return policy;
}
