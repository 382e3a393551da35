// AUTH's last step (RFC 4954): SASL has been decoded, now the password counts. Counterpart:
// service.ts hooks it into smtp-server, whose SASL machines call it.

import type { SMTPServerAuthentication, SMTPServerAuthenticationResponse } from 'smtp-server';

import type { SmtpSession } from './session.ts';

type Done = (error: Error | null | undefined, response?: SMTPServerAuthenticationResponse) => void;

export function checkPassword(session: SmtpSession, auth: SMTPServerAuthentication, done: Done): void {
  const mechanism = auth.method;
  const login = auth.username ?? '';
  const writer = session.conn.speaker('server');
  if (session.agent.authenticate(login, auth.password ?? '')) {
    session.login = login;
    writer.emit('auth.succeeded', { mechanism, login }, session.conn.last);
    done(null, { user: login });
    return;
  }
  writer.emit('auth.failed', { mechanism, login, problem: 'credentials' }, session.conn.last);
  done(null, { message: 'Error: authentication failed: authentication failure' });
}
