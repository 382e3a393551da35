// What a client of SMTP can meet with besides a reply. Counterpart: client.ts throws these, mta/delivery.ts says them in
// the queue. Rule: what was being done is said as Postfix says it, because that is what stands in real mail logs.

import type { ReadReply } from '../../mail/smtp/reply-parser.ts';

/** What a client is at when its connection breaks, as Postfix says it. */
export const DOING = {
  greeting: 'receiving the initial server greeting',
  tls: 'performing the TLS handshake',
  data: 'sending message body',
  dot: 'sending end of data -- message may be sent more than once',
} as const;

const DOING_COMMAND: Readonly<Record<string, string>> = {
  EHLO: 'performing the EHLO handshake',
  HELO: 'performing the HELO handshake',
  LHLO: 'performing the LHLO handshake',
  STARTTLS: 'sending STARTTLS command',
  AUTH: 'sending AUTH command',
  MAIL: 'sending MAIL FROM',
  RCPT: 'sending RCPT TO',
  DATA: 'sending DATA command',
  RSET: 'sending final RSET',
  QUIT: 'sending QUIT',
};

export const doingOf = (command: string) => DOING_COMMAND[/^[A-Z]+/.exec(command)?.[0] ?? ''] ?? 'sending a command';

/** The connection broke, or the other end doesn't speak SMTP. */
export class ClientError extends Error {
  override name = 'ClientError';
  /** `nonsense`: it was heard, and is no reply. */
  readonly problem: 'lost' | 'timed out' | 'nonsense' | 'tls';
  /** What was being done, in Postfix's words: `sending RCPT TO`. */
  readonly during: string;
  constructor(problem: ClientError['problem'], during: string, message: string) {
    super(message);
    this.problem = problem;
    this.during = during;
  }
}

/** TLS that is asked for can't be had. */
export class TlsError extends ClientError {
  override name = 'TlsError';
  readonly failure: 'not offered' | 'refused' | 'handshake';
  constructor(failure: TlsError['failure'], message: string) {
    super('tls', DOING.tls, message);
    this.failure = failure;
  }
}

/** A reply that ends the session's use: the banner or EHLO was refused. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly reply: ReadReply;
  constructor(reply: ReadReply) {
    super(`${reply.code} ${reply.text.join(' ')}`);
    this.reply = reply;
  }
}
