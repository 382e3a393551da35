// rerun.*: the run once more beside itself, as it was or with one change. Counterpart: replay/. Rule: nothing of it is an
// input of the lab that is open.

import type { Lab } from '../engine.ts';
import { Rerun } from '../replay/rerun.ts';
import { packSession } from '../session.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const rerunCommands: Group<'rerun'> = {
  'rerun.begin': async (lab, { until, change, goOn }) => ({
    rerun: lab.reruns.begin(await Rerun.of(lab, until, change, goOn)),
  }),
  'rerun.status': (lab, { rerun, seen }) => {
    const known = named(lab, rerun);
    return seen === undefined ? known.status : known.newsAfter(seen);
  },
  'rerun.drop': (lab, { rerun }) => {
    lab.reruns.drop(rerun);
    return {};
  },
  'rerun.pack': (lab, { rerun }) => {
    const own = named(lab, rerun).lab;
    if (!own) throw new CommandProblem('not possible', 'it isn’t over yet, or it came to nothing');
    return { packing: lab.run.packings.begin(packSession(own)) };
  },
};

function named(lab: Lab, name: string): Rerun {
  const rerun = lab.reruns.get(name);
  if (!rerun) throw new CommandProblem('unknown rerun', 'it was forgotten for newer ones; play it again');
  return rerun;
}
