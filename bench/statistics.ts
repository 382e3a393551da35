// Figures out of samples. Counterpart: rows/, which take the samples. Rule: pure; medians, because one
// slow run (a disk that tidies up, a scheduler's whim) says nothing about the program.

/** The middle of the samples; of an even number the mean of the two in the middle. NaN for none. */
export function median(samples: readonly number[]): number {
  const sorted = ascending(samples);
  const upper = sorted[sorted.length >> 1] ?? NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? NaN;
  return (lower + upper) / 2;
}

/** The smallest sample that at least `percent` of all don't exceed (nearest rank). NaN for none. */
export function percentile(samples: readonly number[], percent: number): number {
  const rank = Math.ceil((percent / 100) * samples.length);
  return ascending(samples)[Math.max(0, rank - 1)] ?? NaN;
}

function ascending(samples: readonly number[]): number[] {
  return samples.toSorted((left, right) => left - right);
}
