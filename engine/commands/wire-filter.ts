// A filter of a rule for the wire, before it is set. Counterpart: contract/filter/; hold.ts and fault.ts set rules. Rule:
// what a line on the wire can't be asked for is refused.

import { readFilter } from '../../contract/filter/filter.ts';
import { CommandProblem } from './problem.ts';

/** A rule that stops everything, or nothing ever, because of a slip would look like a fault of the wire. */
export function checkFilter(text: string): void {
  const { problems, isEmpty, late } = readFilter(text);
  const [wrong] = [...problems.map(({ what }) => what), ...late];
  if (wrong !== undefined) throw new CommandProblem('bad filter', `no line on the wire can be asked for "${wrong}"`);
  if (isEmpty) throw new CommandProblem('bad filter', 'the filter is empty');
}
