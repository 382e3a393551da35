// AUTHENTICATE (RFC 3501 section 6.2.2) with an initial response (RFC 4959). Counterpart: ../../sasl.ts has the
// mechanisms. Rule: the exchange is the mechanism's; the outcome is LOGIN's.

import { saslExchange, type SaslExchange } from '../../sasl.ts';
import { type Completion, type ImapCommand, no, type Prompt } from '../command.ts';
import type { ImapSession } from '../session.ts';
import { NOT_AUTHENTICATED } from '../states.ts';
import { enter, refuseInTheClear } from './login.ts';

const INITIAL = /[A-Za-z0-9+/=]+/y;

export const authenticate: ImapCommand = {
  name: 'AUTHENTICATE',
  states: NOT_AUTHENTICATED,
  run(session, args) {
    args.space();
    const exchange = saslExchange(args.atom(), session.context);
    const initial = args.optional(' ') ? args.match(INITIAL)?.[0] : undefined;
    args.end();
    if (!exchange) return no('Unsupported authentication mechanism.', 'CANNOT');
    return refuseInTheClear(session, exchange.mechanism) ?? proceed(session, exchange, initial);
  },
};

function proceed(session: ImapSession, exchange: SaslExchange, response: string | undefined): Completion | Prompt {
  const step = exchange.next(response);
  if (step.kind !== 'challenge') return enter(session, exchange.mechanism, step);
  return { kind: 'prompt', text: step.base64, next: (line) => proceed(session, exchange, line) };
}
