// One line of the report: what was measured, the floor it stands on, and what is asked of it.
// Counterpart: rows/ make figures, report.ts prints them. Rule: a floor is measured in the same run,
// on the same machine, minutes apart at most; a number from elsewhere is no floor.

export interface Figure {
  name: string;
  unit: 'ms' | 'letters/s' | 'handshakes/s' | 'MB' | 'KB' | 'events' | 'letters' | 'files';
  value: number;
  /** The least that any program doing this would need, and which program that was. */
  floor?: { what: string; value: number };
  target?: Target;
}

/** `ratio` is value / floor. */
export interface Target {
  of: 'ratio' | 'value';
  is: 'at most' | 'at least';
  limit: number;
}

/** value / floor; undefined without a floor. */
export function ratioOf(figure: Figure): number | undefined {
  return figure.floor === undefined ? undefined : figure.value / figure.floor.value;
}

/** Whether the target was met; undefined when nothing is asked. A figure that isn't a number meets nothing. */
export function isMet(figure: Figure): boolean | undefined {
  const { target } = figure;
  if (target === undefined) return undefined;
  const actual = target.of === 'ratio' ? (ratioOf(figure) ?? NaN) : figure.value;
  return target.is === 'at most' ? actual <= target.limit : actual >= target.limit;
}
