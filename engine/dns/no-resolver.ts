// The resolver of a host without a name server: every lookup fails at once, and says why.
// Counterpart: stub.ts. Rule: nothing is asked, so the only event is `dns.answered`.

import type { EmitDns } from './stub.ts';
import type { Resolver } from './resolver-types.ts';

/** Answers SERVFAIL with the problem `no resolver` to everything. */
export function noResolver(emit: EmitDns): Resolver {
  return {
    lookup: (name, type, _purpose, cause) => {
      const failure = { rcode: 'SERVFAIL', answers: [], cached: false };
      const seq = emit('dns.answered', { name, type, ...failure, problem: 'no resolver' }, cause);
      return { ...failure, seq };
    },
  };
}
