// A POP3 or IMAP session without sockets: octets in; replies, events and requests out, at once.
// Counterpart: access/serve.ts, which owns the socket. Rule: no clock, no disk, no network in here;
// time-outs and TLS are asked for and done by the owner.

import type { EventData } from '../../contract/events.ts';
import type { Account } from '../store/account.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Proof, SaslMechanism } from './sasl.ts';

export type AccessEventType =
  | 'auth.succeeded'
  | 'auth.failed'
  | 'store.files'
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
  /** The mailbox that the session has open, and wants to hear of. */
  watched(): Mailbox | undefined;
  /** It changed (for IDLE). */
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
  /** Offered in this order. */
  mechanisms: readonly SaslMechanism[];
  /** APOP is offered (RFC 1939 section 7). */
  apop: boolean;
  /** The mailboxes of a person, or undefined when nobody has this name and such a password. */
  authenticate(login: string, proof: Proof): Account | undefined;
  /** Octets that an account may hold; undefined: no more are counted. */
  quota_octets?(): number | undefined;
  /** `<...@host>`, never the same twice: a digest of it and the password can't be used again. */
  challenge(): string;
  /** Lab time, milliseconds since the epoch. */
  now_ms(): number;
}
