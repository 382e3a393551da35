// Which of a few known words was meant by one that isn't among them. Counterpart: smtp/slips.ts and the slips of POP3 and
// IMAP, sieve/. Rule: short words have one mistake, longer ones two; of four letters nearly everything is near.

/** The known word that is a slip of the finger away; both in the same case. The caller bounds the length of `word`. */
export function nearWord(word: string, known: readonly string[]): string | undefined {
  const allowed = word.length > 5 ? 2 : 1;
  for (const distance of [1, 2]) {
    const meant = distance > allowed ? undefined : known.find((one) => editDistance(word, one) === distance);
    if (meant !== undefined) return meant;
  }
  return undefined;
}

/** Insertions, deletions, changes and swaps of neighbours between two short words (optimal string alignment). */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
