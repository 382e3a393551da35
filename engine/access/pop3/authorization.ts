// The AUTHORIZATION state: CAPA, STLS, USER, PASS, AUTH (RFC 1939 section 4, RFC 2449, RFC 2595, RFC 5034).
// Counterpart: commands.ts lists them. Rule: USER never tells whether the name exists.

import { logIn, takesPasswords } from '../login.ts';
import { SASL_MECHANISMS, saslExchange, type SaslExchange, type SaslStep } from '../sasl.ts';
import { asText, type Pop3Command, type Pop3Reply, type Pop3Session } from './session.ts';

export const capa: Pop3Command = ({ context, secure, state }) => {
  const passwords = takesPasswords(context, secure);
  const capabilities = [
    'TOP',
    'UIDL',
    'RESP-CODES',
    'AUTH-RESP-CODE',
    'PIPELINING',
    ...(context.startTls && !secure && state === 'AUTHORIZATION' ? ['STLS'] : []),
    ...(passwords ? ['USER', `SASL ${SASL_MECHANISMS.join(' ')}`] : []),
    'IMPLEMENTATION Posthorn',
  ];
  return { kind: 'ok', text: 'Capability list follows', body: Buffer.from(`${capabilities.join('\r\n')}\r\n`) };
};

export const stls: Pop3Command = ({ context, secure }) => {
  if (secure) return { kind: 'err', text: 'TLS is already active.' };
  if (!context.startTls) return { kind: 'err', text: 'TLS support is not enabled.' };
  return { kind: 'ok', text: 'Begin TLS negotiation now.', after: 'startTls' };
};

export const user: Pop3Command = (session, argument) => {
  const login = asText(argument.trim());
  const refusal = refuseInTheClear(session, 'USER', login);
  if (refusal) return refusal;
  if (login === '') return { kind: 'err', text: 'No username specified.' };
  session.user = login;
  return { kind: 'ok', text: '' };
};

export const pass: Pop3Command = (session, argument) => {
  const login = session.user;
  if (login === undefined) return { kind: 'err', text: 'No username given.' };
  // RFC 1939 section 7: after a failed PASS the client starts with USER again.
  session.user = undefined;
  return enter(session, 'USER', { kind: 'credentials', login, password: asText(argument) });
};

export const auth: Pop3Command = (session, argument) => {
  const [name = '', initial, ...more] = argument.trim().split(/ +/);
  const exchange = saslExchange(name);
  if (!exchange || more.length > 0) return { kind: 'err', text: 'Unsupported authentication mechanism.' };
  const refusal = refuseInTheClear(session, exchange.mechanism);
  return refusal ?? continueAuth(session, exchange, initial);
};

/** The client's line of an AUTH exchange, or its initial response. */
export function continueAuth(session: Pop3Session, exchange: SaslExchange, response: string | undefined): Pop3Reply {
  const step = exchange.next(response);
  session.exchange = step.kind === 'challenge' ? exchange : undefined;
  return step.kind === 'challenge' ? step : enter(session, exchange.mechanism, step);
}

function refuseInTheClear(session: Pop3Session, mechanism: string, login?: string): Pop3Reply | undefined {
  const { context, out, secure } = session;
  if (takesPasswords(context, secure)) return undefined;
  out.event('auth.failed', { mechanism, ...(login ? { login } : {}), problem: 'tls required' });
  return {
    kind: 'err',
    code: 'AUTH',
    text: 'Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
  };
}

function enter(session: Pop3Session, mechanism: string, step: Exclude<SaslStep, { kind: 'challenge' }>): Pop3Reply {
  const { context, out } = session;
  const mailbox = logIn(context, out, mechanism, step);
  const login = 'login' in step ? (step.login ?? '') : '';
  out.event('pop3.login', { login, accepted: mailbox !== undefined });
  if (!mailbox) {
    if (step.kind === 'cancelled') return { kind: 'err', text: 'Authentication aborted by client.' };
    session.failedLogins += 1;
    return { kind: 'err', code: 'AUTH', text: 'Authentication failed.' };
  }
  session.mailbox = mailbox;
  session.letters = [...mailbox.letters()];
  return { kind: 'ok', text: 'Logged in.' };
}
