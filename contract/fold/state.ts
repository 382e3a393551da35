// The state of a lab as its events tell it: what a screen shows first, what a checkpoint keeps,
// what a saved session must fold to again. Counterpart: fold.ts, which applies one event.
// Rule: plain JSON, bounded; what is gone from here is still in the log.

import type { ActorEnd, ActorOutcome } from '../actors.ts';
import type { Ancestor, EndPoint, Lineage, ReplyText, Standing } from '../events.ts';
import type { FaultState } from '../faults.ts';
import type { ConnId, FieldId, HostName, MessageId, QueueId, Seq } from '../ids.ts';
import type { Protocol, Topology } from '../topology.ts';

/** How much of the past the state keeps; the log keeps the rest. */
export const FOLD_LIMITS = {
  /** Closed connections still listed: three screens full, and a letter has five. */
  closedConns: 64,
  /** Letters whose way and fields are at hand: one lecture's worth. */
  messages: 128,
  /** Latest letters listed a mailbox; an inbox shows about fifty. */
  lettersPerMailbox: 100,
} as const;

export interface ConnState {
  client: EndPoint;
  server: EndPoint;
  protocol: Protocol | 'raw';
  door: boolean;
  openedAt: Seq;
  closedAt?: Seq;
  opened_ms: number;
  lines: number;
  tls: boolean;
  message?: MessageId;
}

export interface FieldState {
  name: string;
  raw: string;
  standing: Standing;
  /** Host that wrote it, and the event that saw it. */
  host: HostName;
  by: Seq;
  was?: FieldId;
}

/** A letter at one host: the ids of its fields on arrival and as handed on. */
export interface HopState {
  host: HostName;
  queueId?: QueueId;
  conn?: ConnId;
  arrived: FieldId[];
  stamped: FieldId[];
}

export interface MessageState {
  fields: Record<FieldId, FieldState>;
  hops: HopState[];
  entries: { host: HostName; queueId: QueueId; kind: Lineage; parents: Ancestor[]; outcome?: string }[];
  reversePath: string;
  recipients: string[];
  delivered: { host: HostName; mailbox: string; uid: number; fields: FieldId[] }[];
}

export interface QueueState {
  message: MessageId;
  reversePath: string;
  recipients: string[];
  octets: number;
  attempt: number;
  next_ms?: number;
  lastReply?: ReplyText;
  /** A person keeps it back. */
  held?: true;
}

export interface MailboxState {
  total: number;
  letters: { uid: number; file: string; octets: number; flags: string[]; message?: MessageId }[];
}

/** One letter of an actor. */
export interface ActorLetterState {
  message?: MessageId;
  to: string;
  attempts: number;
  outcome: ActorOutcome;
  reply?: ReplyText;
  next_ms?: number;
  /** It lies in a mailbox. */
  delivered?: true;
}

export interface ActorState {
  hosts: HostName[];
  /** How many it is to write. */
  letters: number;
  /** Absent while it is at work. */
  ended?: ActorEnd;
  /** By number. */
  written: Record<string, ActorLetterState>;
}

export interface LabState {
  run: number;
  seq: Seq;
  now_ms: number;
  rate: number;
  topology?: Topology;
  doors: { as: HostName; host: HostName; port: number; service: string; local: number; problem?: string }[];
  conns: Record<ConnId, ConnState>;
  messages: Record<MessageId, MessageState>;
  queues: Record<HostName, Record<QueueId, QueueState>>;
  mailboxes: Record<string, MailboxState>;
  held: { conn: ConnId; from: string; rule: string }[];
  /** Only where one was started. */
  actors?: Record<string, ActorState>;
  /** Only where there are any, in the order in which they were set. */
  faults?: FaultState[];
}

export function emptyState(): LabState {
  return {
    run: 0,
    seq: 0,
    now_ms: 0,
    rate: 1,
    doors: [],
    conns: {},
    messages: {},
    queues: {},
    mailboxes: {},
    held: [],
  };
}
