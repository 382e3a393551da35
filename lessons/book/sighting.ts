// What a lesson can see: commands with their replies, letters, events, what was typed, what was selected.
// Counterpart: book.ts makes sightings from events; the matchers of ../goal/ fold over them.
// Rule: plain JSON; bytes are one character an octet, and credentials are masked before they get here.

import type { LabEvent, Lineage, Standing } from '../../contract/events.ts';
import type { BytesRef, ConnId, FieldId, HostName, MessageId, QueueId, Seq, Side } from '../../contract/ids.ts';
import type { Token } from '../../contract/learner.ts';
import type { TalkProtocol } from './replies.ts';

/** A line of somebody, to be shown again. */
export interface Quote {
  seq: Seq;
  from: Side;
  text: string;
}

/** A command and its whole reply. The banner answers `CONNECT`, the reply to message data answers `.`; `CLOSE` has none. */
export interface Exchange {
  conn: ConnId;
  protocol: TalkProtocol;
  client: HostName;
  server: HostName;
  port: number;
  door: boolean;
  tls: boolean;
  verb: string;
  /** What was typed, without its line end; '' for CONNECT, `.` and CLOSE. */
  line: string;
  /** 2 to 5; in POP3 and IMAP 2 for yes and 5 for no; 0 for CLOSE. */
  class: number;
  code: number;
  enhanced: string;
  /** The reply's lines, joined by line feeds; who closed, for CLOSE. */
  reply: string;
  /** The client spoke before this banner. */
  early: boolean;
  message?: MessageId;
  seq: Seq;
  replySeq: Seq;
}

export interface FieldFacts {
  name: string;
  raw: string;
  host: HostName;
  standing: Standing;
  seq: Seq;
}

/** One crossing of a letter's data. */
export interface WireFacts {
  conn: ConnId;
  client: HostName;
  server: HostName;
  seq: Seq;
  refs: BytesRef[];
  octets: number;
  /** As it crossed, dots doubled; absent until it was read. */
  bytes?: string;
}

export interface CopyFacts {
  host: HostName;
  mailbox: string;
  uid: number;
  octets: number;
  fields: FieldId[];
  /** As stored; absent until it was read. */
  bytes?: string;
}

/** A letter as the events tell it, from its first server to its mailboxes. */
export interface LetterFacts {
  message: MessageId;
  /** When its data first crossed a wire. */
  firstSeq: Seq;
  /** The transaction that brought it into the lab. */
  client: HostName;
  server: HostName;
  port: number;
  reversePath: string;
  recipients: string[];
  fields: Record<FieldId, FieldFacts>;
  /** What the first client wrote, and the commands with which it brought the letter. */
  written: FieldId[];
  said: Quote[];
  wires: WireFacts[];
  copies: CopyFacts[];
  /** Deliveries from host to host. */
  hops: { host: HostName; to: string; recipients: string[]; seq: Seq }[];
  entries: { host: HostName; queueId: QueueId; kind: Lineage; reversePath: string; recipients: string[] }[];
  deferred: { host: HostName; recipients: string[] }[];
  bounced: { host: HostName; recipients: string[] }[];
  /** Hosts whose queue has let go of it. */
  finished: { host: HostName }[];
}

/** A line that stands on the bench. */
export interface LineFacts {
  seq: Seq;
  conn: ConnId;
  from: Side;
  host: HostName;
  /** The command that it is, or that it answers. */
  verb: string;
  code: number;
  text: string;
  message?: MessageId;
}

/** What a person selected. */
export type Chosen =
  | { kind: 'line'; line: LineFacts }
  | { kind: 'field'; message: MessageId; field: FieldFacts }
  | { kind: 'host'; host: HostName }
  | { kind: 'answer'; name: string; value: string };

export type Sighting = { at_ms: number; seq: Seq } & (
  | { kind: 'event'; event: LabEvent }
  | { kind: 'exchange'; exchange: Exchange }
  | { kind: 'letter'; letter: LetterFacts }
  /** A line that a person typed into a shell; `inData`: it went into a letter. */
  | { kind: 'typed'; host: HostName; text: string; inData: boolean }
  | { kind: 'chosen'; chosen: Chosen }
);

/** Bytes that a check needs and no event carries. */
export type BytesWanted =
  | { kind: 'wire'; message: MessageId; ref: BytesRef }
  | { kind: 'stored'; message: MessageId; address: string; uid: number };

/** What the book takes in: events, bytes that were wanted, selections. */
export type Observation =
  | { kind: 'event'; event: LabEvent }
  | { kind: 'bytes'; wanted: BytesWanted; bytes: string }
  | { kind: 'chosen'; token: Token };
