// actor.*: senders that act by themselves. Counterpart: actors/desk.ts.

import { ActorProblem } from '../actors/desk.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const actorCommands: Group<'actor'> = {
  'actor.list': (lab) => ({ actors: lab.run.actors.list() }),
  'actor.start': (lab, { actor, settings }) => told(() => ({ settings: lab.run.actors.start(actor, settings) })),
  'actor.stop': (lab, { actor }) => told(() => ({ stopped: lab.run.actors.stop(actor) })),
};

function told<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ActorProblem) throw new CommandProblem('not possible', error.message);
    throw error;
  }
}
