// The two SASL mechanisms that mail programs use with a password: PLAIN (RFC 4616) and LOGIN (never
// standardised, still asked for). Counterpart: imap/commands/authenticate.ts, pop3/authorization.ts.
// Rule: knows base64 and the mechanism's form, not who may come in.

import type { ByteString } from '../../mail/bytes.ts';

export const SASL_MECHANISMS = ['PLAIN', 'LOGIN'] as const;

export type SaslStep =
  /** To be sent, already base64. */
  | { kind: 'challenge'; base64: string }
  | { kind: 'credentials'; login: string; password: string }
  | { kind: 'malformed'; login?: string }
  /** The client sent `*` (RFC 4422 section 3.5). */
  | { kind: 'cancelled' };

export interface SaslExchange {
  mechanism: string;
  /** `response`: the client's line, base64; undefined at the start when there was no initial response. */
  next(response: ByteString | undefined): SaslStep;
}

/** The server's side of a mechanism, or undefined when it isn't known. */
export function saslExchange(name: string): SaslExchange | undefined {
  const mechanism = name.toUpperCase();
  if (mechanism === 'PLAIN') return { mechanism, next: decoded(plain) };
  if (mechanism === 'LOGIN') return { mechanism, next: decoded(loginMechanism()) };
  return undefined;
}

function plain(response: string | undefined): SaslStep {
  if (response === undefined) return { kind: 'challenge', base64: '' };
  const [authorization, login, password, ...more] = response.split('\0');
  if (!login || password === undefined || more.length > 0) return { kind: 'malformed' };
  // Acting for somebody else (RFC 4616 section 2) is nothing that a mailbox owner may do here.
  if (authorization !== '' && authorization !== login) return { kind: 'malformed', login };
  return { kind: 'credentials', login, password };
}

function loginMechanism(): (response: string | undefined) => SaslStep {
  let login: string | undefined;
  return (response) => {
    if (response === undefined) return { kind: 'challenge', base64: toBase64('Username:') };
    if (login === undefined) {
      login = response;
      return { kind: 'challenge', base64: toBase64('Password:') };
    }
    return { kind: 'credentials', login, password: response };
  };
}

function decoded(step: (response: string | undefined) => SaslStep): SaslExchange['next'] {
  return (response) => {
    if (response === undefined) return step(undefined);
    if (response === '*') return { kind: 'cancelled' };
    // RFC 4959 section 3: `=` is an initial response of no octets.
    const text = response === '=' ? '' : fromBase64(response);
    return text === undefined ? { kind: 'malformed' } : step(text);
  };
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** Strict, because Buffer takes anything. */
function fromBase64(text: string): string | undefined {
  const valid = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
  return valid ? Buffer.from(text, 'base64').toString('utf8') : undefined;
}
