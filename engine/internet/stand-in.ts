// Who answers in a server's stead, and in what words. Counterpart: tapped-socket.ts, which knows when it is somebody's
// turn; disturbance.ts decides. Rule: SMTP and LMTP only; the words are the rule's.

import type { Fault } from '../../contract/faults.ts';
import type { Connection } from './connection.ts';

/** How a command is answered in the server's stead. */
export interface StandIn {
  /** Takes back the command that was heard last: nobody will answer it. */
  unsay: () => void;
  /** Replies to what was said before come first; `said` is called right before the reply is told, `then` after it. */
  answer: (reply: string, said: () => void, then: () => void) => void;
}

export type AnswerFault = Extract<Fault, { kind: 'answer' }>;

/** RFC 5321 section 3.8: the server says that it closes the connection. */
export const CLOSING = 421;

export function replyOf({ code, enhanced, text }: AnswerFault): string {
  return `${[code, enhanced, text].filter((part) => part !== undefined && part !== '').join(' ')}\r\n`;
}

export function isMail(protocol: Connection['protocol']): boolean {
  return protocol === 'smtp' || protocol === 'submission' || protocol === 'lmtp';
}
