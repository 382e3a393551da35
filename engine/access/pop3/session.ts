// What a POP3 session knows, and what its commands answer. Counterpart: machine.ts runs the commands.
// Rule: the list of letters is the one of login; what comes later has no number (RFC 1939 section 5).

import type { ByteString } from '../../../mail/bytes.ts';
import type { Disposable } from '../../disposable.ts';
import type { FileTally } from '../../store/file-tally.ts';
import type { Letter, Mailbox } from '../../store/mailbox.ts';
import type { AccessContext } from '../machine.ts';
import type { Outputs } from '../outputs.ts';
import type { SaslExchange } from '../sasl.ts';
import type { Pop3State } from '../../../mail/states/pop3.ts';

export interface Pop3Session {
  readonly context: AccessContext;
  readonly out: Outputs;
  state: Pop3State;
  secure: boolean;
  failedLogins: number;
  /** The name of USER, until PASS. */
  user?: string | undefined;
  /** An AUTH that waits for the client's next line. */
  exchange?: SaslExchange | undefined;
  mailbox?: Mailbox;
  /** Notes what is done to its files. */
  files?: FileTally | undefined;
  /** The exclusive lock (RFC 1939 section 4), from login to the end. */
  lock?: Disposable | undefined;
  /** What APOP's digest is made of; empty when it isn't offered. */
  readonly challenge: string;
  letters: readonly Letter[];
  /** Uids to be removed at QUIT. */
  readonly deleted: Set<number>;
}

export type Pop3Reply =
  | { kind: 'ok'; text: string; body?: Uint8Array; after?: 'startTls' }
  /** `code`: RFC 2449 section 8, RFC 3206. `bad`: it was no command that means anything. */
  | { kind: 'err'; text: string; code?: 'AUTH' | 'IN-USE' | 'SYS/TEMP'; bad?: true }
  /** RFC 5034 section 4. */
  | { kind: 'challenge'; base64: string };

/** `argument`: the rest of the line after the verb and one space, as it was typed. */
export type Pop3Command = (session: Pop3Session, argument: ByteString) => Pop3Reply;

/** Text the client sent, for those who compare it with names: UTF-8 (RFC 6856 section 2). */
export function asText(argument: ByteString): string {
  return Buffer.from(argument, 'latin1').toString('utf8');
}
