// The SASL mechanisms that mail programs use with a password: PLAIN (RFC 4616), LOGIN (never standardised, still asked
// for) and CRAM-MD5 (RFC 2195). Counterpart: imap/commands/authenticate.ts, pop3/authorization.ts. Rule: knows base64 and
// the mechanism's form, not who may come in: what a client said is handed on as a proof to try passwords with.

import { createHmac } from 'node:crypto';

import type { ByteString } from '../../mail/bytes.ts';

export type SaslMechanism = 'PLAIN' | 'LOGIN' | 'CRAM-MD5';

/** Whether this is the password that the client knows. */
export type Proof = (password: string) => boolean;

export type SaslStep =
  /** To be sent, already base64. */
  | { kind: 'challenge'; base64: string }
  | { kind: 'credentials'; login: string; proof: Proof }
  | { kind: 'malformed'; login?: string }
  /** The client sent `*` (RFC 4422 section 3.5). */
  | { kind: 'cancelled' };

export interface SaslExchange {
  mechanism: SaslMechanism;
  /** `response`: the client's line, base64; undefined at the start when there was no initial response. */
  next(response: ByteString | undefined): SaslStep;
}

export interface SaslOffer {
  mechanisms: readonly SaslMechanism[];
  challenge: () => string;
}

/** The server's side of a mechanism, or undefined when it isn't offered. */
export function saslExchange(name: string, { mechanisms, challenge }: SaslOffer): SaslExchange | undefined {
  const mechanism = mechanisms.find((one) => one === name.toUpperCase());
  switch (mechanism) {
    case 'PLAIN':
      return { mechanism, next: decoded(plain) };
    case 'LOGIN':
      return { mechanism, next: decoded(loginMechanism()) };
    case 'CRAM-MD5':
      return { mechanism, next: decoded(cramMd5(challenge())) };
    case undefined:
      return undefined;
  }
}

/** A password as it was sent. */
export function spoken(password: string): Proof {
  return (one) => one === password;
}

function plain(response: string | undefined): SaslStep {
  if (response === undefined) return { kind: 'challenge', base64: '' };
  const [authorization, login, password, ...more] = response.split('\0');
  if (!login || password === undefined || more.length > 0) return { kind: 'malformed' };
  // Acting for somebody else (RFC 4616 section 2) is nothing that a mailbox owner may do here.
  if (authorization !== '' && authorization !== login) return { kind: 'malformed', login };
  return { kind: 'credentials', login, proof: spoken(password) };
}

function loginMechanism(): (response: string | undefined) => SaslStep {
  let login: string | undefined;
  return (response) => {
    if (response === undefined) return { kind: 'challenge', base64: toBase64('Username:') };
    if (login === undefined) {
      login = response;
      return { kind: 'challenge', base64: toBase64('Password:') };
    }
    return { kind: 'credentials', login, proof: spoken(response) };
  };
}

/** RFC 2195 section 2: `login digest`, the digest keyed by the password, so that the wire never carries it. */
function cramMd5(challenge: string): (response: string | undefined) => SaslStep {
  return (response) => {
    if (response === undefined) return { kind: 'challenge', base64: toBase64(challenge) };
    const [, login, digest] = /^(.+) ([0-9a-f]{32})$/.exec(response) ?? [];
    if (login === undefined || digest === undefined) return { kind: 'malformed' };
    const proof = (password: string) => createHmac('md5', password).update(challenge).digest('hex') === digest;
    return { kind: 'credentials', login, proof };
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
