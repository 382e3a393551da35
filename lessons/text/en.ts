// The catalogue of what lessons say by themselves, in English: why a goal isn't met, what a line looks like, what the
// panel is called. Counterpart: de.ts; say.ts fills it in, and the renderer puts it beside its own. Rule: {names} in braces are
// parameters; sentences of one lesson stand in its file, not here.

import { beliefsEn } from './en-beliefs.ts';
import { conceptsEn } from './en-concepts.ts';
import { feedbackEn } from './en-feedback.ts';
import { reasonsEn } from './en-reasons.ts';

const panelEn = {
  'panel.counts.step': 'Only what you do from here on counts.',
  'panel.counts.connection': 'What you said on a connection that is still open counts, too.',
  'panel.counts.lesson': 'What you did earlier in this lesson counts, too.',
  'panel.goals': 'You are done when',
  'panel.met': 'done',
  'panel.notMet': 'not yet',
  'panel.predict': 'First, what do you think?',
  'panel.sure': 'I’m sure',
  'panel.guess': 'I’m guessing',
  'panel.dontKnow': 'I don’t know',
  'panel.questions': 'Your findings',
  'panel.answer': 'Answer',
  'panel.choose': 'Choose…',
  'panel.waiting': 'The server has answered. Its reply waits for your prediction.',
  'panel.notPredicted': 'The answer came through a door before you predicted. That is fine.',
  'panel.youSaid': 'You said: {answer}',
  'panel.hint': 'Give me a hint',
  'panel.hintLater': 'Hints open after a try, or in a minute.',
  'panel.solution': 'Type it for me',
  'panel.again': 'Now once more, with other names',
  'panel.againWhy': 'You looked at the solution, so the step is asked again before it counts.',
  'panel.next': 'Next',
  'panel.restart': 'Start this step again',
  'panel.finish': 'See what you did',
  'panel.optional': 'for who wants more',
  'panel.typed': 'You typed',
  'panel.saw': 'The server said',
  'panel.readMore': 'Read more',
  'panel.yours': 'Your own lines',
  'panel.testedOut': 'You did the last step alone: the lesson counts as done.',
  'panel.review': 'Asked again another day',
  'panel.stepOf': 'Step {step} of {steps}',
} as const;

export const lessonsEn = { ...panelEn, ...reasonsEn, ...feedbackEn, ...beliefsEn, ...conceptsEn } as const;
export type LessonTextKey = keyof typeof lessonsEn;
