// What EHLO offers (RFC 5321 section 4.1.1.1), in Postfix's order. Rule: only what is kept is offered.

import type { SmtpSession } from './session.ts';

export function extensions(session: SmtpSession): string[] {
  const offersTls = session.listener.tls === 'starttls' && !session.tls;
  // A password in the clear is asked for by nobody: AUTH comes with TLS (RFC 4954 section 4).
  const offersAuth = session.isSubmission && session.tls !== undefined && session.login === undefined;
  return [
    'PIPELINING',
    `SIZE ${session.agent.settings.messageSizeLimit}`,
    'ETRN',
    ...(offersTls ? ['STARTTLS'] : []),
    ...(offersAuth ? ['AUTH PLAIN LOGIN'] : []),
    'ENHANCEDSTATUSCODES',
    '8BITMIME',
    'DSN',
    'SMTPUTF8',
  ];
}
