// The resolver of one decision: it waits for all its answers together no longer than the limits allow. Counterpart:
// dns/stub.ts goes on asking, and what comes late is in its cache. Rule: every question stands for what led to the decision; whoever is cut off hears a time-out, as if
// nobody had answered, so that no zone of a stranger's can keep a client waiting.

import type { Seq } from '../../contract/ids.ts';
import type { Disposable } from '../disposable.ts';
import type { Lookup, RecordType, Resolver } from '../dns/resolver-types.ts';
import type { Scope } from '../scope.ts';
import type { Clock } from '../world.ts';
import { POLICY_LIMITS } from './limits.ts';

export class BoundedLookups implements Resolver, Disposable {
  readonly #resolver: Resolver;
  readonly #activity: Pick<Clock, 'after'>;
  readonly #scope: Scope;
  readonly #cause: Seq | undefined;
  #lookups = 0;
  #timer: Disposable | undefined;
  #isOver = false;
  readonly #giveUp = new Set<() => void>();

  constructor(resolver: Resolver, activity: Pick<Clock, 'after'>, scope: Scope, cause?: Seq) {
    this.#resolver = resolver;
    this.#activity = activity;
    this.#scope = scope;
    this.#cause = cause;
  }

  lookup(name: string, type: RecordType, purpose: string, cause = this.#cause): Lookup | Promise<Lookup> {
    this.#lookups += 1;
    if (this.#isOver || this.#lookups > POLICY_LIMITS.lookups) return this.#timedOut(name, type, cause);
    const found = this.#resolver.lookup(name, type, purpose, cause);
    if (!(found instanceof Promise)) return found;
    this.#timer ??= this.#activity.after(POLICY_LIMITS.lookups_ms, () => this.#end());
    return new Promise((resolve) => {
      const giveUp = () => resolve(this.#timedOut(name, type, cause));
      this.#giveUp.add(giveUp);
      void found.then((lookup) => {
        if (this.#giveUp.delete(giveUp)) resolve(lookup);
      });
    });
  }

  dispose(): void {
    this.#timer?.dispose();
  }

  #end(): void {
    this.#isOver = true;
    const waiting = [...this.#giveUp];
    this.#giveUp.clear();
    for (const giveUp of waiting) giveUp();
  }

  #timedOut(name: string, type: RecordType, cause: Seq | undefined): Lookup {
    const outcome = { rcode: 'TIMEOUT', answers: [], cached: false };
    const seq = this.#scope.emit('dns.answered', { name, type, ...outcome, problem: 'timeout' }, cause);
    return { ...outcome, seq };
  }
}
