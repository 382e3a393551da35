// The stretch of the axis that is in view: everything, or a part of it. Counterpart: timeline.tsx keeps it, the plot's
// wheel and the buttons change it. Rule: never beyond what there is, never closer than a person can tell things apart.

export interface Span {
  from: number;
  to: number;
  /** It reaches to the latest, and goes on doing so. */
  isLatest: boolean;
}

/** The closest: a few lines of one dialog across the screen. */
const CLOSEST = 2;
/** Room after the latest event, as a part of the whole: for the cursor and its word. */
const AFTER = 0.05;

/** All of an axis. */
export function everything({ start, end }: { start: number; end: number }): Span {
  return { from: start, to: end + Math.max(CLOSEST, end - start) * AFTER, isLatest: true };
}

/** Closer by `factor` (or wider, below 1), with `at` staying where it is. Undefined: everything. */
export function zoomed(whole: Span, span: Span | undefined, factor: number, at: number): Span | undefined {
  const { from, to } = span ?? whole;
  const length = Math.max(CLOSEST, (to - from) / factor);
  if (length >= whole.to - whole.from) return undefined;
  return within(whole, at - ((at - from) / (to - from)) * length, length);
}

/** Moved by a part of its own length. */
export function panned(whole: Span, span: Span | undefined, part: number): Span | undefined {
  if (!span) return undefined;
  const length = span.to - span.from;
  return within(whole, span.from + length * part, length);
}

/** What is to be seen of `whole` now: `span`, moved as far as needed to show `at`; undefined: the latest, if it was. */
export function inView(whole: Span, span: Span | undefined, at: number | undefined): Span {
  if (!span) return whole;
  const length = span.to - span.from;
  if (at !== undefined) return at >= span.from && at <= span.to ? span : within(whole, at - length / 2, length);
  return span.isLatest ? within(whole, whole.to - length, length) : span;
}

function within(whole: Span, from: number, length: number): Span {
  const latest = whole.to - length;
  const left = Math.max(whole.from, Math.min(from, latest));
  return { from: left, to: left + length, isLatest: left >= latest };
}
