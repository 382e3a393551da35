// Which mail exchangers of a domain are ours to try, in order (RFC 5321 section 5.1).
// Counterpart: route.ts looks them up. Rule: pure; a server that is itself an exchanger sends only to better
// ones, or mail would circle.

/** A server that takes mail for a domain; the address itself where there are no MX records. */
export interface Exchanger {
  name: string;
  preference: number;
  addresses: readonly string[];
}

export type PassedOver = 'ourselves' | 'not better than us' | 'no address';

export interface Ranking {
  use: Exchanger[];
  passedOver: { name: string; preference: number; why: PassedOver }[];
}

/** Best first; equal ones in the order of `lot`, to share the load. */
export function rankExchangers(
  exchangers: readonly Exchanger[],
  isOurs: (exchanger: Exchanger) => boolean,
  lot: () => number,
): Ranking {
  const ours = Math.min(...exchangers.filter((one) => isOurs(one)).map((one) => one.preference));
  const ranking: Ranking = { use: [], passedOver: [] };
  const inOrder = exchangers
    .map((exchanger) => ({ exchanger, drawn: lot() }))
    .toSorted((left, right) => left.exchanger.preference - right.exchanger.preference || left.drawn - right.drawn);
  for (const { exchanger } of inOrder) {
    const { name, preference } = exchanger;
    const why = isOurs(exchanger)
      ? 'ourselves'
      : preference >= ours
        ? 'not better than us'
        : exchanger.addresses.length === 0
          ? 'no address'
          : undefined;
    if (why === undefined) ranking.use.push(exchanger);
    else ranking.passedOver.push({ name, preference, why });
  }
  return ranking;
}
