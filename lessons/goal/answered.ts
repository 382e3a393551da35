// answered: a command got a reply of some class. Counterpart: inOrder, for several on one connection.
//   answered: { at: mx1.harbor.example, verb: RCPT, class: 5 }

import type { Exchange } from '../book/sighting.ts';
import { defineMatcher, met } from './matcher.ts';
import { aboutTheSame, exchangeSchema, type ExchangePattern, fitsExchange, quotesOf, whyNot } from './pattern.ts';

interface State {
  found?: Exchange;
  nearest?: Exchange;
}

export const answered = defineMatcher<ExchangePattern, State>({
  name: 'answered',
  schema: () => exchangeSchema,
  start: () => ({}),
  fold(state, sighting, pattern) {
    if (state.found || sighting.kind !== 'exchange' || !aboutTheSame(sighting.exchange, pattern)) return state;
    const { exchange } = sighting;
    return fitsExchange(exchange, pattern) ? { found: exchange } : { nearest: exchange };
  },
  verdict({ found, nearest }, pattern) {
    return found ? met(...quotesOf(found)) : { met: false, why: [whyNot(nearest, pattern)] };
  },
});
