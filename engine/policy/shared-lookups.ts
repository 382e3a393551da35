// The answers that the policies of one letter share: SPF, Sender ID and DMARC ask for the same records, blocklists for the
// same test entry. Counterpart: bounded-lookups.ts bounds what each of them waits; dns/stub.ts asks the network. Rule:
// forgotten with the letter, so that a change of a zone meets the next one; who comes second is shown the first answer as
// evidence, and no question or answer is told twice.

import type { Seq } from '../../contract/ids.ts';
import type { Lookup, RecordType, Resolver } from '../dns/resolver-types.ts';
import { isCertain } from './lookup-step.ts';

export class SharedLookups implements Resolver {
  readonly #resolver: Resolver;
  #known = new Map<string, Lookup | Promise<Lookup>>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  lookup(name: string, type: RecordType, purpose: string, cause?: Seq): Lookup | Promise<Lookup> {
    const key = `${type} ${name.toLowerCase()}`;
    const known = this.#known.get(key);
    if (known) return known;
    const found = this.#resolver.lookup(name, type, purpose, cause);
    this.#keep(key, found);
    return found;
  }

  /** The next letter asks anew. */
  forget(): void {
    if (this.#known.size > 0) this.#known = new Map();
  }

  #keep(key: string, found: Lookup | Promise<Lookup>): void {
    const known = this.#known;
    known.set(key, found instanceof Promise ? found.then(kept) : kept(found));

    function kept(lookup: Lookup): Lookup {
      const again = isCertain(lookup) ? { ...lookup, cached: true } : lookup;
      known.set(key, again);
      return again;
    }
  }
}
