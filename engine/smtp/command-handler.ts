// How a command's file looks. Counterpart: commands/index.ts lists them, connection.ts calls them.
// Rule: a handler reads and changes the session and returns a reply; what the wire must do beyond
// that (TLS, data, closing) is named in `next`.

import type { SmtpCommand } from '../../mail/smtp/command.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { SmtpSession } from './session.ts';

export interface Answer {
  reply: Reply;
  next?: 'data' | 'tls' | 'close';
}

export type Handler = (session: SmtpSession, command: SmtpCommand) => Answer | Promise<Answer>;

/** Ties a handler to its verb, so that it sees the command in its own form. */
export function handles<V extends SmtpCommand['verb']>(
  verbs: readonly V[],
  handle: (session: SmtpSession, command: Formed<V>) => Answer | Promise<Answer>,
): Handler {
  return (session, command) => {
    if (!verbs.some((verb) => verb === command.verb)) throw new TypeError(`${command.verb} isn't for this handler`);
    return handle(session, command as Formed<V>);
  };
}

/** The command with the members that its verb brings; several verbs may share a form. */
type Formed<V extends string> = SmtpCommand extends infer C
  ? C extends { verb: infer W }
    ? [Extract<W, V>] extends [never]
      ? never
      : C & { verb: V }
    : never
  : never;
