// A letter as it goes in earnest: STARTTLS and AUTH at the submission port, opportunistic TLS from hop to hop over
// connections that are kept, a synced spool at each of four hops, everything captured. Counterpart: engine-chain.ts.
// Rule: senders of twenty letters a connection and senders of one are told apart, since a handshake costs more than
// a letter; files lie on the disk, as a user's do; and the senders are a process of their own, as mail programs are.

import type { ChainKind } from '../chain.ts';
import type { Figure } from '../figure.ts';
import { type Amount, SENDERS } from '../limits.ts';
import { places } from '../place.ts';
import { sampleChains } from '../samples.ts';
import { median } from '../statistics.ts';
import type { Row } from './row.ts';

const TWENTY = 'full path';
const ONE = 'full path, a connection a letter';
const FLOOR = 'bare with files';
const KINDS = [TWENTY, ONE, FLOOR] as const satisfies readonly ChainKind[];

export const fullPath: Row = {
  name: 'full-path',
  measure: async (amount): Promise<Figure[]> => {
    const place = places().at(-1);
    if (!place) return [];
    const samples = await sampleChains(KINDS, fewer(amount), place);
    const floor = { what: 'smtp-server, a synced file a hop, no TLS' };
    const letter = (kind: typeof TWENTY | typeof ONE): Figure => ({
      name: `${kind}, p50`,
      unit: 'ms',
      value: median(samples[kind].alone),
      floor: { ...floor, value: median(samples[FLOOR].alone) },
    });
    const rate = (kind: typeof TWENTY | typeof ONE): Figure => ({
      name: `${kind}, ${SENDERS} senders`,
      unit: 'letters/s',
      value: median(samples[kind].rates),
      floor: { ...floor, value: median(samples[FLOOR].rates) },
    });
    return [
      { ...letter(TWENTY), target: { of: 'value', is: 'at most', limit: 15 } },
      { ...rate(TWENTY), target: { of: 'value', is: 'at least', limit: 150 } },
      letter(ONE),
      rate(ONE),
    ];
  },
};

/** A burst is the twenty letters that one connection carries. */
function fewer(amount: Amount): Amount {
  return { ...amount, warmUp: amount.warmUp * WARMER, letters: amount.letters / 2, lettersEach: 20 };
}

/** TLS, AUTH and the pool of connections are much code: a letter costs the processor 11 ms after 200, 5.6 after 1,500. */
const WARMER = 5;
