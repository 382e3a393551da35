// LOGIN (RFC 3501 section 6.2.3): name and password in the clear. Counterpart: authenticate.ts. Rule: refused without
// TLS where the host asks for it, which LOGINDISABLED has announced (RFC 3501 section 11.1).

import type { ByteString } from '../../../../mail/bytes.ts';
import { logIn, takesPasswords } from '../../login.ts';
import { spoken, type SaslStep } from '../../sasl.ts';
import { bad, type Completion, type ImapCommand, no, ok } from '../command.ts';
import type { ImapSession } from '../session.ts';
import { NOT_AUTHENTICATED } from '../states.ts';

export const login: ImapCommand = {
  name: 'LOGIN',
  states: NOT_AUTHENTICATED,
  run(session, args) {
    args.space();
    const name = asText(args.astring());
    args.space();
    // A password with a star in it needn't be quoted here: those of a saved session are nothing but stars.
    const password = asText(args.listMailbox());
    args.end();
    const refusal = refuseInTheClear(session, 'LOGIN', name);
    return refusal ?? enter(session, 'LOGIN', { kind: 'credentials', login: name, proof: spoken(password) });
  },
};

/** Plain words for a client that must start TLS first, or undefined when it needn't. */
export function refuseInTheClear(session: ImapSession, mechanism: string, name?: string): Completion | undefined {
  const { context, out, secure } = session;
  if (mechanism === 'CRAM-MD5' || takesPasswords(context, secure)) return undefined;
  out.event('auth.failed', { mechanism, ...(name === undefined ? {} : { login: name }), problem: 'tls required' });
  return no('Plaintext authentication disallowed on non-secure (SSL/TLS) connections.', 'PRIVACYREQUIRED');
}

/** What both ways of logging in end with. */
export function enter(
  session: ImapSession,
  mechanism: string,
  step: Exclude<SaslStep, { kind: 'challenge' }>,
): Completion {
  const { context, out } = session;
  const account = logIn(context, out, mechanism, step);
  out.event('imap.login', { login: 'login' in step ? (step.login ?? '') : '', accepted: account !== undefined });
  if (!account) {
    if (step.kind === 'cancelled') return bad('Authentication aborted by client.');
    session.failedLogins += 1;
    return no('Authentication failed.', 'AUTHENTICATIONFAILED');
  }
  if (!session.enter(account)) return no('This user has too many connections open; close one first.', 'LIMIT');
  return ok('Logged in', session.capabilities());
}

function asText(octets: ByteString): string {
  return Buffer.from(octets, 'latin1').toString('utf8');
}
