// What EHLO offers (RFC 5321 section 4.1.1.1), in Postfix's order, and what of it is taken. Rule: only what is kept is
// offered, and what a host does without is not taken either.

import { type SmtpExtension, smtpExtensions } from '../../contract/topology.ts';
import type { ByteString } from '../../mail/bytes.ts';
import type { Parameter } from '../../mail/smtp/command.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import type { SmtpSession } from './session.ts';

/** The keywords of the reply to EHLO, with their arguments. */
export function extensions(session: SmtpSession): string[] {
  const { messageSizeLimit, smtp } = session.agent.settings;
  const offersTls = session.listener.tls === 'starttls' && !session.tls;
  const offers: [SmtpExtension, string, boolean][] = [
    ['PIPELINING', '', true],
    ['SIZE', ` ${messageSizeLimit}`, true],
    ['ETRN', '', true],
    ['STARTTLS', '', offersTls],
    ['AUTH', ` ${smtp.authMechanisms.join(' ')}`, mayLogIn(session)],
    ['ENHANCEDSTATUSCODES', '', true],
    ['8BITMIME', '', true],
    ['DSN', '', true],
    ['SMTPUTF8', '', true],
  ];
  return offers
    .filter(([keyword, , isOffered]) => isOffered && has(session, keyword))
    .map(([keyword, argument]) => keyword + argument);
}

/** What only a server with a queue can keep. */
const QUEUE_ONLY: readonly SmtpExtension[] = ['ETRN', 'DSN'];

/** Whether the host keeps an extension. */
export function has(session: SmtpSession, extension: SmtpExtension): boolean {
  if (extension === 'PIPELINING' && session.isScreened) return false;
  if (session.isLmtp && QUEUE_ONLY.includes(extension)) return false;
  return !session.agent.settings.smtp.without.includes(extension);
}

/** Whether a command is known here; one that an extension brings goes with it. */
export function isKept(session: SmtpSession, verb: string): boolean {
  const extension = smtpExtensions.find((one) => one === verb);
  return extension === undefined || has(session, extension);
}

/** A password in the clear is asked for by nobody, unless a host is set up so: AUTH comes with TLS (RFC 4954 section 4). */
export function mayLogIn(session: SmtpSession): boolean {
  const { authMechanisms, authInTheClear } = session.agent.settings.smtp;
  const isSafe = session.tls !== undefined || authInTheClear;
  return session.isSubmission && isSafe && session.login === undefined && authMechanisms.length > 0;
}

/** Which extension brings a parameter of MAIL or RCPT. */
const BROUGHT_BY: Readonly<Record<string, SmtpExtension>> = {
  SIZE: 'SIZE', // RFC 1870
  BODY: '8BITMIME', // RFC 6152
  SMTPUTF8: 'SMTPUTF8', // RFC 6531
  AUTH: 'AUTH', // RFC 4954 section 5
  RET: 'DSN', // RFC 3461, as the next three
  ENVID: 'DSN',
  NOTIFY: 'DSN',
  ORCPT: 'DSN',
};

/** RFC 6531 section 3.5: an address beyond ASCII is taken only from a client that said SMTPUTF8. */
export function isUndeclaredUtf8(address: ByteString, isInternational: boolean): boolean {
  return !isInternational && /[\x80-\xff]/.test(address);
}

/** The refusal of the first parameter whose extension this host does without (RFC 5321 section 4.1.1.11). */
export function parameterRefusal(session: SmtpSession, parameters: readonly Parameter[]): Reply | undefined {
  const foreign = parameters.find(({ keyword }) => {
    const extension = BROUGHT_BY[keyword];
    return extension !== undefined && !has(session, extension);
  });
  return foreign === undefined ? undefined : REPLIES.unsupportedOption(foreign.text);
}
