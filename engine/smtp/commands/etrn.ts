// ETRN (RFC 1985): a server that was away asks for the mail that waits for it. Counterpart: mta/mail-server.ts, which
// tries it; no letter goes over this connection. Rule: only for domains that this host relays, as in Postfix.

import { isAddressLiteral, isDomainName } from '../../../mail/address.ts';
import { REPLIES } from '../../../mail/smtp/replies.ts';
import { handles } from '../command-handler.ts';

export const etrn = handles(['ETRN'], (session, { argument }) => {
  // `@domain` would mean the names below it too, `#queue` one queue of several (section 5.3): there are none here.
  const domain = argument.replace(/^[^a-z0-9[]/i, '');
  if (!isDomainName(domain) && !isAddressLiteral(domain)) return { reply: REPLIES.etrnSyntax };
  return { reply: session.agent.flush(domain) ? REPLIES.etrnStarted : REPLIES.etrnUnavailable(argument) };
});
