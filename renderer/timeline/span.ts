// The stretch of the axis that is in view: everything, or a part of it. Counterpart: timeline.tsx keeps it, the plot's
// wheel and the buttons change it. Rule: never beyond what there is, never closer than a person can tell things apart.

export interface Span {
  from: number;
  to: number;
  /** It reaches to the latest, and goes on doing so. */
  isLatest: boolean;
}

/** An axis, as far as it goes. */
interface Reach {
  start: number;
  end: number;
}

/** The closest: a few lines of one dialog across the screen. */
const CLOSEST = 2;
/** Room after the latest event, as a part of what is in view: for the cursor and its word. */
const AFTER = 0.06;

/** All of an axis. */
export function everything({ start, end }: Reach): Span {
  return { from: start, to: start + lengthOfAll({ start, end }), isLatest: true };
}

/** Closer by `factor` (or wider, below 1), with `at` staying where it is. Undefined: everything. */
export function zoomed(axis: Reach, span: Span | undefined, factor: number, at: number): Span | undefined {
  const { from, to } = span ?? everything(axis);
  const length = Math.max(CLOSEST, (to - from) / factor);
  if (length >= lengthOfAll(axis)) return undefined;
  return within(axis, at - ((at - from) / (to - from)) * length, length);
}

/** Moved by a part of its own length. */
export function panned(axis: Reach, span: Span | undefined, part: number): Span | undefined {
  if (!span) return undefined;
  const length = span.to - span.from;
  return within(axis, span.from + length * part, length);
}

/** What is to be seen now: `span`, moved as far as needed to show `at`; undefined: now, the latest if it was. */
export function inView(axis: Reach, span: Span | undefined, at: number | undefined): Span {
  if (!span) return everything(axis);
  const length = span.to - span.from;
  if (at !== undefined) return at >= span.from && at <= span.to ? span : within(axis, at - length / 2, length);
  return span.isLatest ? within(axis, axis.end, length) : span;
}

function lengthOfAll({ start, end }: Reach): number {
  return Math.max(CLOSEST, (end - start) / (1 - AFTER));
}

function within({ start, end }: Reach, from: number, length: number): Span {
  const latest = Math.max(start, end - length * (1 - AFTER));
  const left = Math.min(latest, Math.max(start, from));
  return { from: left, to: left + length, isLatest: left >= latest };
}
