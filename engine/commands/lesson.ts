// lesson.*: what a learner did in a lesson is written into the run, beside what happened in it, and nothing follows from it;
// and the lesson that somebody is writing. Counterpart: draft/lesson-draft-desk.ts.

import type { Group } from './command.ts';

export const lessonCommands: Group<'lesson'> = {
  'lesson.note': (lab, note) => {
    const { log, scope, world } = lab.run.context;
    scope.emit('input.learner', { after: log.seq, real_ms: world.real_ms(), ...note });
    return {};
  },
  'lesson.draft': async (lab, { seen }) => {
    const { draft } = lab.options;
    return draft ? { draft: await draft.draft(seen) } : {};
  },
};
