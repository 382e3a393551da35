// AUTH's last step (RFC 4954): SASL has been decoded, now the password counts. Counterpart:
// service.ts hooks it into smtp-server, whose SASL machines call it.

import type { SMTPServerAuthentication, SMTPServerAuthenticationResponse } from 'smtp-server';

import type { SmtpSession } from './session.ts';

type Done = (error: Error | null | undefined, response?: SMTPServerAuthenticationResponse) => void;

export function checkPassword(session: SmtpSession, auth: SMTPServerAuthentication, done: Done): void {
  const mechanism = auth.method;
  const login = auth.username ?? '';
  const writer = session.conn.speaker('server');
  if (session.agent.authenticate(login, (password) => isRight(auth, password))) {
    session.login = login;
    writer.emit('auth.succeeded', { mechanism, login }, session.conn.last);
    done(null, { user: login });
    return;
  }
  writer.emit('auth.failed', { mechanism, login, problem: 'credentials' }, session.conn.last);
  done(null, { message: 'Error: authentication failed: authentication failure' });
}

/** A challenge is answered with what only the password makes of it (RFC 2195); the other mechanisms bring the password. */
function isRight(auth: SMTPServerAuthentication, password: string): boolean {
  return auth.method === 'CRAM-MD5' ? auth.validatePassword(password) : auth.password === password;
}
