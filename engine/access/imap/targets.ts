// The set of letters that FETCH, STORE and COPY begin with. Counterpart: sequence-set.ts, view.ts. Rule: a sequence number
// that doesn't exist is the client's mistake; a uid that doesn't is an old letter (RFC 3501 section 6.4.8).

import type { Scanner } from './scanner.ts';
import { SyntaxProblem } from './scanner.ts';
import { parseSequenceSet } from './sequence-set.ts';
import type { Numbered, SelectedView } from './view.ts';

/** A space and a set; `uid`: its numbers are uids. */
export function parseLetters(view: SelectedView, args: Scanner, uid: boolean): Numbered[] {
  args.space();
  const ranges = parseSequenceSet(args).ranges(view.highest(uid));
  const last = ranges.at(-1)?.[1] ?? 0;
  if (!uid && last > view.size) throw new SyntaxProblem(`there is no message ${last}, only ${view.size}`);
  return view.select(ranges, uid);
}
