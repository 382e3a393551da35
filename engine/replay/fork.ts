// A run that goes another way from a line that somebody typed: played again in its own lab, up to that line. Counterpart:
// `lab.fork`; rerun.ts plays one beside it. Rule: what came after the line is given up, because a person goes on from there.

import { CommandProblem } from '../commands/problem.ts';
import type { Lab } from '../engine.ts';
import { play } from './play.ts';
import { retype, stimuliOf } from './stimuli.ts';

/** Begins the run anew and repeats its inputs up to `seq`. Returns how many; throws CommandProblem. */
export async function fork(lab: Lab, seq: number, instead: string | undefined): Promise<number> {
  refuseOutward(lab);
  const { start } = lab;
  const { identity } = lab.run.options;
  const stimuli = await stimuliOf(lab, seq);
  const last = stimuli.at(-1);
  if (instead !== undefined && !(last && retype(last, instead))) {
    throw new CommandProblem(
      'nothing to change',
      `nothing was typed at event ${seq}; choose a line that somebody typed`,
    );
  }
  await lab.restore(start, 'fork', identity);
  await play(lab, stimuli);
  return stimuli.length;
}

/** Throws CommandProblem where a program outside had a part. */
export function refuseOutward(lab: Lab): void {
  if (lab.run.context.topology.outwardDoors.length > 0) {
    throw new CommandProblem('outward door', 'a run that a program outside the lab took part in can’t be played again');
  }
}
