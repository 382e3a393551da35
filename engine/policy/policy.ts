// What a policy is: up to five questions about a session, each answered with a verdict, the reply
// for it, fields to add, and the reasons in the order in which they were found.
// Counterpart: runner.ts asks; skeleton.ts is there to copy; index.ts lists them all.
// Rule: a policy decides, it never speaks, waits or writes a log line.

import type { PolicyRecord } from '../../contract/commands.ts';
import type { PolicyStage, Reason, Verdict } from '../../contract/events.ts';
import type { z } from '../../contract/schema.ts';
import type { AuthResult } from '../../mail/auth-results.ts';
import type { ByteString } from '../../mail/bytes.ts';
import type { Message } from '../../mail/message.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import type { RandomStream } from '../world.ts';
import type { BookShelf } from './bayes/book-shelf.ts';
import type { LetterChanges } from './letter-changes.ts';

/** The points of a session; `delivery` comes after it. */
export type SessionStage = Exclude<PolicyStage, 'delivery'>;

/** The session so far; a stage knows what has been said by then. */
export interface PolicySession {
  /** Address of the peer, which TCP vouches for. */
  clientAddress: string;
  /** Its name, when reverse and forward lookup agree. */
  clientName?: string;
  /** It was made to wait for the greeting; `early` is what it said before that, if anything. */
  greeting?: { early?: ByteString };
  helo?: string;
  login?: string;
  secure: boolean;
  reversePath?: string;
  /** What SIZE of MAIL announced (RFC 1870). */
  declaredSize?: number;
  /** The recipient in question (stage rcpt). */
  forwardPath?: string;
  recipients: readonly string[];
  /** The whole letter (stages header and message; what is asked at the first goes by the fields alone). */
  message?: Message;
  /** What was decided before, by whom. */
  earlier: readonly { policy: string; stage: PolicyStage; verdict: Verdict }[];
  /** What earlier policies found out at this stage about who the letter is from. */
  results: readonly AuthResult[];
}

/** What a policy may use. `settings` have passed its schema. */
export interface PolicyTools<S> {
  settings: S;
  /** Name of the server that asks. */
  host: string;
  now_ms: number;
  /** Of the lab: what must be the same in each of its runs comes of it. */
  seed: number;
  resolver: Resolver;
  random: RandomStream;
  memory: PolicyMemory;
  /** What lies in the mailbox that a recipient leads to, if this host keeps it. */
  mailbox: (forwardPath: string) => MailboxUse | undefined;
  /** What needs finding out once for a letter, from MAIL to its dot, whichever stage of this policy asks first. */
  once: <T>(find: () => T) => T;
}

export interface MailboxUse {
  address: string;
  letters: number;
  octets: number;
}

/** What a policy remembers between sessions; kept with the lab. */
export interface PolicyMemory {
  get(key: string): number | undefined;
  /** `until_ms`: lab time after which it may be forgotten. */
  set(key: string, value: number, until_ms: number): void;
  forget(key: string): void;
  /** Oldest first. */
  entries(): Iterable<MemoryEntry>;
}

export interface MemoryEntry {
  key: string;
  value: number;
  until_ms: number;
}

/** An address that is to stand on a blocklist of the lab, and what its TXT record says. */
export interface Listing {
  zone: string;
  address: string;
  text: string;
}

/** What it says, and what it changes about the letter (stage message). */
export interface Decision extends Partial<LetterChanges> {
  verdict: Verdict;
  /** For defer and reject. */
  reply?: Reply;
  /** With `accept`: the client may send anywhere through us, from here on. */
  mayRelay?: true;
  /** For Authentication-Results, and for the policies after this one. */
  results?: AuthResult[];
  /** In the order in which they were found; the last is the rule that decided. */
  reasons: Reason[];
  /** Where the rule is written, when it isn't where the policy is. */
  rfc?: string;
  /** What would have changed the outcome. */
  otherwise?: Reason[];
  /** Spoken at its own stage, also on a host that delays refusals to RCPT. */
  atOnce?: true;
  /** The client is kept only until it can be told so: it gets the bare protocol, as from Postfix's postscreen. */
  screened?: true;
  /** Who is to be listed because of this. */
  list?: Listing[];
}

/** A letter on its way into a mailbox of this host. */
export interface PolicyDelivery {
  /** Whose it is, and the address that it came to. */
  mailbox: string;
  recipient: string;
  reversePath: string;
  message: Message;
}

/** What is to be done with it. A refusal is too late for the dialog: it becomes a bounce. */
export interface Filing extends Decision {
  /** Of the mailbox's owner; without one it goes to INBOX. */
  folder?: string;
  /** What is sent because of it, once it is stored. */
  sends?: OwnLetter[];
  /** What needn't wait any more. */
  releases?: Release[];
}

/** A letter that a policy writes. */
export interface OwnLetter {
  to: string;
  reversePath: string;
  letter: Uint8Array;
}

/** Letters of a sender that were kept back from a mailbox. */
export interface Release {
  mailbox: string;
  sender: string;
}

/** What a policy may use at delivery. */
export interface FilingTools<S> extends PolicyTools<S> {
  books: BookShelf;
  /** Between a mailbox and its extension (Postfix: recipient_delimiter); '' for none. */
  delimiter: string;
}

/** How a client is made to wait for the greeting. */
export interface GreetPause {
  pause_ms: number;
  /** Says the first line of a greeting before it. */
  teaser: boolean;
}

type Ask<S> = (session: PolicySession, tools: PolicyTools<S>) => Decision | Promise<Decision>;

/** A TXT record; its name is absolute, without a final dot. */
export interface PublishedText {
  name: string;
  text: string;
}

export interface Policy<S = unknown> {
  name: string;
  /** About whose letters it is asked: the rule is those of strangers, who may not send anywhere through us. */
  clients?: 'strangers' | 'own' | 'everybody';
  /** Where its rule is written, as `RFC 6647 section 2`. */
  rfc?: string;
  /** Checks the settings and fills in the defaults; forms are made from it. */
  settings: z.ZodType<S>;
  stages: Partial<Record<SessionStage, Ask<S>>>;
  /** Asked about each mailbox that a letter is put into, when the letter has long been accepted. */
  delivery?: (letter: PolicyDelivery, tools: FilingTools<S>) => Filing | Promise<Filing>;
  /** What letters have taught it, in a person's terms; `addresses` are those of the host's mailboxes. */
  learned?: {
    tell: (books: BookShelf, addresses: readonly string[]) => PolicyRecord[];
    forget: (books: BookShelf, key: string) => void;
  };
  /** Asked before the greeting, at the port where strangers come. */
  greeting?: (session: PolicySession, tools: PolicyTools<S>) => GreetPause | undefined;
  /** An entry of its memory in a person's terms; undefined for what isn't worth showing. */
  recall?: (entry: MemoryEntry, settings: S) => Omit<PolicyRecord, 'key'> | undefined;
  /** A person lets what waits under `key` through; the result is to be taken out of quarantine. */
  admit?: (key: string, tools: Pick<PolicyTools<S>, 'settings' | 'memory' | 'now_ms'>) => Release[];
  /** What the DNS has to say so that others can check this host's work. */
  publishes?: (settings: S, seed: number) => PublishedText[];
}

/** Nothing to say. */
export const CONTINUE: Decision = { verdict: 'continue', reasons: [] };

/** Keeps a policy's own type of settings while it is written down. */
export function definePolicy<S>(policy: Policy<S>): Policy<S> {
  return policy;
}
