// lesson.note: what a learner did in a lesson is written into the run, beside what happened in it. Nothing follows from it.

import type { Group } from './command.ts';

export const lessonCommands: Group<'lesson'> = {
  'lesson.note': (lab, note) => {
    const { log, scope, world } = lab.run.context;
    scope.emit('input.learner', { after: log.seq, real_ms: world.real_ms(), ...note });
    return {};
  },
};
