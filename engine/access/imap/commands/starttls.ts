// STARTTLS (RFC 3501 section 6.2.1). Counterpart: the owner of the socket starts TLS. Rule: what the client sent
// behind it in the clear is dropped, or somebody on the wire could put commands into the encrypted session.

import { bad, type ImapCommand, ok } from '../command.ts';
import { NOT_AUTHENTICATED } from '../states.ts';

export const starttls: ImapCommand = {
  name: 'STARTTLS',
  states: NOT_AUTHENTICATED,
  run({ context, secure }, args) {
    args.end();
    if (secure) return bad('TLS is already active.');
    if (!context.startTls) return bad('TLS support is not enabled.');
    return { ...ok('Begin TLS negotiation now.'), after: 'startTls' };
  },
};
