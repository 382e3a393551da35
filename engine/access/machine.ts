// A POP3 or IMAP session without sockets: octets in; replies, events and requests out, at once.
// Counterpart: access/serve.ts, which owns the socket. Rule: no clock, no disk, no network in here;
// time-outs and TLS are asked for and done by the owner.

import type { EventData } from '../../contract/events.ts';
import type { Mailbox } from '../store/mailbox.ts';

export type AccessEventType =
  | 'auth.succeeded'
  | 'auth.failed'
  | Extract<keyof EventData, `pop3.${string}` | `imap.${string}`>;

export type Output =
  | { kind: 'reply'; bytes: Uint8Array }
  | { [T in AccessEventType]: { kind: 'event'; type: T; data: EventData[T] } }[AccessEventType]
  /** Sent after the reply that agreed: the owner starts TLS, then calls `secured`. */
  | { kind: 'startTls' }
  | { kind: 'close' };

export interface AccessMachine {
  /** What the server says first. */
  greet(): Output[];
  receive(bytes: Uint8Array): Output[];
  /** TLS has begun: what was typed before counts no more (RFC 3501 section 6.2.1, RFC 2595 section 4). */
  secured(): void;
  /** A mailbox that the session has open changed (for IDLE). */
  changed(): Output[];
  /** The client is gone; nothing is committed by this (RFC 1939 section 6). */
  closed(): void;
}

/** What a session may know of the host it runs on. */
export interface AccessContext {
  hostName: string;
  /** TLS is already there (993, 995). */
  secure: boolean;
  /** STARTTLS/STLS is offered. */
  startTls: boolean;
  /** Passwords are taken in the clear too: the lab shows what that means. */
  plaintextLogin: boolean;
  /** The mailbox, or undefined when name or password don't fit. */
  authenticate(login: string, password: string): Mailbox | undefined;
  /** Lab time, milliseconds since the epoch. */
  now_ms(): number;
}
