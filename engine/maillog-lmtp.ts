// The lines that an LMTP server writes: who came, what it stored, what it couldn't. Counterpart: maillog-session.ts, for the
// daemons with a queue. Rule: Dovecot's lmtp in wording; every recipient has a line.

import type { LabEvent } from '../contract/events.ts';
import type { LoggedSession, MaillogMemory } from './maillog-memory.ts';

/** Lines for an event of an LMTP session. */
export function lmtpLines(memory: MaillogMemory, { client }: LoggedSession, event: LabEvent): string[] {
  const messageId = (event.message === undefined ? undefined : memory.messageId(event.message)) ?? '';
  switch (event.type) {
    case 'store.delivered':
      return [`msgid=${messageId}: saved mail to ${event.data.mailbox}`];
    case 'smtp.rcpt':
    case 'smtp.data': {
      const { accepted, forwardPath = '', reply } = event.data;
      const said = [reply.code, reply.enhanced, reply.text].filter((part) => part !== undefined).join(' ');
      const what = event.type === 'smtp.rcpt' ? 'rejected' : `msgid=${messageId}: save failed`;
      return accepted ? [] : [`to=<${forwardPath}>: ${what}: ${said}`];
    }
    case 'conn.closed':
      memory.forgetSession(event.conn ?? '');
      return [`Disconnect from ${client.address}`];
    default:
      return [];
  }
}
