// Letting a client in: what POP3 and IMAP have in common. Counterpart: machine.ts (AccessContext).
// Rule: every attempt leaves an event, and none says whether the name or the password was wrong.

import type { Account } from '../store/account.ts';
import type { AccessContext } from './machine.ts';
import type { Outputs } from './outputs.ts';
import type { SaslMechanism, SaslStep } from './sasl.ts';

/** RFC 3501 section 11.1, RFC 2595 section 2: a server may refuse passwords in the clear. */
export function takesPasswords(context: AccessContext, secure: boolean): boolean {
  return secure || context.plaintextLogin;
}

/** What may be said now: a mechanism that never shows the password may always. */
export function mechanismsNow(context: AccessContext, secure: boolean): readonly SaslMechanism[] {
  return context.mechanisms.filter((name) => name === 'CRAM-MD5' || takesPasswords(context, secure));
}

/** Credentials or a failed attempt at them: the account, or undefined. */
export function logIn(
  context: AccessContext,
  out: Outputs,
  mechanism: string,
  step: Extract<SaslStep, { kind: 'credentials' | 'malformed' | 'cancelled' }>,
): Account | undefined {
  if (step.kind === 'cancelled') {
    out.event('auth.failed', { mechanism, problem: 'malformed' });
    return undefined;
  }
  if (step.kind === 'malformed') {
    const login = step.login === undefined ? {} : { login: step.login };
    out.event('auth.failed', { mechanism, ...login, problem: 'malformed' });
    return undefined;
  }
  const account = context.authenticate(step.login, step.proof);
  if (account) out.event('auth.succeeded', { mechanism, login: step.login });
  else out.event('auth.failed', { mechanism, login: step.login, problem: 'credentials' });
  return account;
}
