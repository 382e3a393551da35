// One dialog as a screen shows it: who spoke with whom, and every line in order. Counterpart: dialogs.ts fills it from
// events, terminal/ shows it. Rule: plain data; passwords are masked before they get here.

import type { EndPoint, EventType, LabEventOf } from '../../contract/events.ts';
import type { BytesRef, ConnId, MessageId, Seq, Side } from '../../contract/ids.ts';
import type { Protocol } from '../../contract/topology.ts';
import type { Strike } from './strikes.ts';

/** A password's place in bytes, inline or fetched later. */
export interface SecretSpan {
  start: number;
  end: number;
}

interface Spoken {
  seq: Seq;
  /** Lab time, and microseconds since the run began. */
  at_ms: number;
  at_us: number;
}

interface Handled {
  /** A person put these bytes on the wire. */
  changed: boolean;
  /** Milliseconds that it was held on the wire, where it was. */
  held_ms?: number;
  /** What faults did to it. */
  strikes?: readonly Strike[];
}

export type DialogLine = Spoken &
  Handled & {
    kind: 'line';
    from: Side;
    /** One character an octet, line end included, a password replaced by asterisks. */
    bytes: string;
    secret?: SecretSpan;
    /** A refusal: 4yz or 5yz, -ERR, NO, BAD. */
    refused: boolean;
  };

export type DialogBulk = Spoken &
  Handled & {
    kind: 'bulk';
    from: Side;
    content: 'mailData' | 'literal' | 'multiline' | 'raw' | 'line';
    ref: BytesRef;
    secret?: SecretSpan;
  };

export type DialogTls = Spoken & { kind: 'tls'; version: string; cipher: string; servername?: string };

export type DialogItem = DialogLine | DialogBulk | DialogTls;

/** What a server made of a line, and who decided it. */
export const FACT_TYPES = [
  'smtp.helo',
  'smtp.mail',
  'smtp.rcpt',
  'smtp.data',
  'auth.succeeded',
  'auth.failed',
  'policy.decided',
  'policy.spoken',
  'pop3.login',
  'pop3.retrieved',
  'pop3.committed',
  'imap.login',
  'imap.selected',
  'imap.fetched',
  'imap.idle',
  'tls.failed',
] as const satisfies readonly EventType[];

export type Fact = LabEventOf<(typeof FACT_TYPES)[number]>;

/** A run of ciphertext from one end. */
export interface Flight {
  from: Side;
  ref: BytesRef;
}

/** A connection that never came to be. */
export interface RefusedCall {
  seq: Seq;
  at_ms: number;
  client: string;
  address: string;
  port: number;
  problem: 'no route' | 'refused' | 'not registered' | 'dropped';
  message?: MessageId;
}

/** A DNS question and what came back. */
export interface Lookup {
  seq: Seq;
  host: string;
  name: string;
  type: string;
  /** What faults did to the question and to its answer. */
  strikes?: readonly Strike[];
  /** Absent while unanswered. */
  outcome?: { rcode: string; answers: string[]; cached: boolean; problem?: string };
}

export interface Dialog {
  id: ConnId;
  protocol: Protocol | 'raw';
  /** An outside program speaks through a door. */
  door: boolean;
  /** A person is behind it: at a door or in a shell. */
  person: boolean;
  client: EndPoint;
  server: EndPoint;
  openedAt: Seq;
  opened_ms: number;
  opened_us: number;
  closed_us?: number;
  tls: boolean;
  messages: MessageId[];
  /** Letter -> lab time at which the server took it. */
  taken_ms: Record<MessageId, number>;
  items: DialogItem[];
  /** Items that were dropped from the front. */
  dropped: number;
  /** In the order in which they came about. */
  facts: Fact[];
  /** What crossed the wire under TLS; the engine tells it when the connection closes. */
  flights: Flight[];
  /** What faults did to the connection, and what never arrived; in their order. */
  strikes: Strike[];
  /** Groups of lookups: what the client asked before, and what both asked because of this connection. */
  askedBefore?: Seq;
  /** Counts changes: the object stays the same. */
  revision: number;
}
