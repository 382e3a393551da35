// One dialog as a screen shows it: who spoke with whom, and every line in order. Counterpart: dialogs.ts fills it from
// events, terminal/ shows it. Rule: plain data; passwords are masked before they get here.

import type { EndPoint } from '../../contract/events.ts';
import type { BytesRef, ConnId, MessageId, Seq, Side } from '../../contract/ids.ts';
import type { Protocol } from '../../contract/topology.ts';

/** A password's place in bytes, inline or fetched later. */
export interface SecretSpan {
  start: number;
  end: number;
}

interface Spoken {
  seq: Seq;
  /** Microseconds since the run began. */
  at_us: number;
}

export type DialogLine = Spoken & {
  kind: 'line';
  from: Side;
  /** One character an octet, line end included, a password replaced by asterisks. */
  bytes: string;
  secret?: SecretSpan;
  /** A refusal: 4yz or 5yz, -ERR, NO, BAD. */
  refused: boolean;
  /** A person put these bytes on the wire. */
  changed: boolean;
};

export type DialogBulk = Spoken & {
  kind: 'bulk';
  from: Side;
  content: 'mailData' | 'literal' | 'multiline' | 'raw' | 'line';
  ref: BytesRef;
  secret?: SecretSpan;
};

export type DialogTls = Spoken & { kind: 'tls'; version: string };

export type DialogItem = DialogLine | DialogBulk | DialogTls;

/** A DNS question and what came back. */
export interface Lookup {
  seq: Seq;
  host: string;
  name: string;
  type: string;
  /** Absent while unanswered. */
  outcome?: { rcode: string; answers: string[]; cached: boolean; problem?: string };
}

export interface Dialog {
  id: ConnId;
  protocol: Protocol | 'raw';
  /** An outside program speaks through a door. */
  door: boolean;
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
  /** Groups of lookups: what the client asked before, and what both asked because of this connection. */
  askedBefore?: Seq;
  /** Counts changes: the object stays the same. */
  revision: number;
}
