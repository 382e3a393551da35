// The AUTHORIZATION state: CAPA, STLS, USER, PASS, APOP, AUTH (RFC 1939 section 4, RFC 2449, RFC 2595, RFC 5034).
// Counterpart: commands.ts lists them. Rule: USER never tells whether the name exists.

import { createHash } from 'node:crypto';

import { logIn, mechanismsNow, takesPasswords } from '../login.ts';
import { saslExchange, type SaslExchange, type SaslStep, spoken } from '../sasl.ts';
import { asText, type Pop3Command, type Pop3Reply, type Pop3Session } from './session.ts';

export const capa: Pop3Command = ({ context, secure, state }) => {
  const passwords = takesPasswords(context, secure);
  const mechanisms = mechanismsNow(context, secure);
  const capabilities = [
    'TOP',
    'UIDL',
    'RESP-CODES',
    'AUTH-RESP-CODE',
    'PIPELINING',
    ...(context.startTls && !secure && state === 'AUTHORIZATION' ? ['STLS'] : []),
    ...(passwords ? ['USER'] : []),
    ...(mechanisms.length > 0 ? [`SASL ${mechanisms.join(' ')}`] : []),
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
  return enter(session, 'USER', { kind: 'credentials', login, proof: spoken(asText(argument)) });
};

/** RFC 1939 section 7: the MD5 of the greeting's time stamp and the password, in place of the password. */
export const apop: Pop3Command = (session, argument) => {
  const { challenge } = session;
  if (challenge === '') return { kind: 'err', text: 'APOP is not offered.' };
  const [, login, digest] = /^(\S+) +([0-9a-f]{32})$/i.exec(argument.trim()) ?? [];
  if (login === undefined || digest === undefined) return { kind: 'err', text: 'Usage: APOP name digest' };
  const proof = (password: string) =>
    createHash('md5')
      .update(challenge + password)
      .digest('hex') === digest.toLowerCase();
  return enter(session, 'APOP', { kind: 'credentials', login: asText(login), proof });
};

export const auth: Pop3Command = (session, argument) => {
  const [name = '', initial, ...more] = argument.trim().split(/ +/);
  const exchange = saslExchange(name, session.context);
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
  if (mechanism === 'CRAM-MD5' || takesPasswords(context, secure)) return undefined;
  out.event('auth.failed', { mechanism, ...(login ? { login } : {}), problem: 'tls required' });
  return {
    kind: 'err',
    code: 'AUTH',
    text: 'Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
  };
}

function enter(session: Pop3Session, mechanism: string, step: Exclude<SaslStep, { kind: 'challenge' }>): Pop3Reply {
  const { context, out } = session;
  const account = logIn(context, out, mechanism, step);
  const login = 'login' in step ? (step.login ?? '') : '';
  const lock = account?.lock();
  out.event('pop3.login', { login, accepted: lock !== undefined });
  if (!account) {
    if (step.kind === 'cancelled') return { kind: 'err', text: 'Authentication aborted by client.' };
    session.failedLogins += 1;
    return { kind: 'err', code: 'AUTH', text: 'Authentication failed.' };
  }
  // RFC 2449 section 8.1.1: the password was right, another session has the mailbox.
  if (!lock) return { kind: 'err', code: 'IN-USE', text: 'Mailbox is in use by another POP3 session.' };
  session.lock = lock;
  const { inbox } = account;
  inbox.refresh();
  session.mailbox = inbox;
  session.files = account.files;
  session.letters = [...inbox.letters()];
  return { kind: 'ok', text: 'Logged in.' };
}
