// progress.*: how far the learner has come in the course. It is the person's, not the lab's: no event tells of it.

import type { Lab } from '../engine.ts';
import type { ProgressKeeper } from '../progress/progress-keeper.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const progressCommands: Group<'progress'> = {
  'progress.read': (lab) => keeperOf(lab).read(),
  'progress.add': (lab, { progress }) => keeperOf(lab).add(progress),
  'progress.reset': (lab) => keeperOf(lab).reset(),
  'progress.takeBack': (lab) => keeperOf(lab).takeBack(),
};

function keeperOf(lab: Lab): ProgressKeeper {
  const { progress } = lab.options;
  if (!progress) throw new CommandProblem('no progress', 'this engine keeps no progress; npm start does');
  return progress;
}
