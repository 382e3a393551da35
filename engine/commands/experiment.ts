// experiment.*: the same 200 letters against chosen defences. Counterpart: experiment/desk.ts. Rule: it runs beside the
// lab that is open, so none of these is an input of that one.

import type { Lab } from '../engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { packSession } from '../session.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const experimentCommands: Group<'experiment'> = {
  'experiment.run': (lab, { defences, seed }) => ({ experiment: lab.experiments.begin(defences, seed) }),
  'experiment.status': (lab, { experiment, seen }) => {
    const known = named(lab, experiment);
    return seen === undefined ? known.status : known.newsAfter(seen);
  },
  'experiment.cancel': (lab, { experiment }) => {
    named(lab, experiment).cancel();
    return {};
  },
  'experiment.letters': (lab, { experiment }) => ({ letters: named(lab, experiment).letters() }),
  'experiment.dialogs': (lab, { experiment, message }) => ({ dialogs: named(lab, experiment).dialogs(message) }),
  'experiment.pack': (lab, { experiment }) => {
    const own = named(lab, experiment).lab;
    if (!own) throw new CommandProblem('not possible', 'there is nothing to be seen of this experiment');
    return { packing: lab.run.packings.begin(packSession(own)) };
  },
};

function named(lab: Lab, name: string): Experiment {
  const experiment = lab.experiments.get(name);
  if (!experiment) throw new CommandProblem('unknown experiment', 'it was forgotten for newer ones; run it again');
  return experiment;
}
