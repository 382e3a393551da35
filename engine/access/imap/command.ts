// What a command is to the machine: a name, where it is valid, and what it does. Counterpart: commands/ has one
// file a command (or a pair that share a syntax), commands/index.ts lists them. Rule: a command reads its
// arguments, speaks untagged through the session and returns how it ended; it never writes its tag.

import type { ByteString } from '../../../mail/bytes.ts';
import type { Scanner } from './scanner.ts';
import type { ImapSession } from './session.ts';
import type { ImapState } from '../../../mail/states/imap.ts';

/** RFC 3501 section 7.1. `code` goes in brackets (also RFC 5530). */
export interface Completion {
  kind: 'OK' | 'NO' | 'BAD';
  code?: string;
  text: string;
  after?: 'startTls' | 'close';
}

/** The server says `+ text` and waits for a line (RFC 3501 section 7.5). */
export interface Prompt {
  kind: 'prompt';
  text: string;
  /** News of the mailbox is told while it waits (RFC 2177). */
  idle?: true;
  next(line: ByteString): Completion | Prompt;
}

export interface Call {
  /** It came as `UID FETCH` and so on: sets hold uids (RFC 3501 section 6.4.8). */
  uid: boolean;
}

export interface ImapCommand {
  readonly name: string;
  readonly states: readonly ImapState[];
  /** It may follow UID. */
  readonly uid?: true;
  /** Without UID, sequence numbers may not change under it (RFC 3501 section 7.4.1). */
  readonly keepsNumbers?: true;
  run(session: ImapSession, args: Scanner, call: Call): Completion | Prompt;
}

export function ok(text: string, code?: string): Completion {
  return code === undefined ? { kind: 'OK', text } : { kind: 'OK', code, text };
}

export function no(text: string, code?: string): Completion {
  return code === undefined ? { kind: 'NO', text } : { kind: 'NO', code, text };
}

export function bad(text: string): Completion {
  return { kind: 'BAD', text };
}

/** `tryCreate`: CREATE would help (RFC 3501 section 7.1). */
export function noMailbox(name: ByteString, tryCreate = false): Completion {
  const shown = name.slice(0, 80).replace(/[^ -~]/g, '?');
  return no(`Mailbox doesn't exist: ${shown}`, tryCreate ? 'TRYCREATE' : 'NONEXISTENT');
}
