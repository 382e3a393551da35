// The terms that an evaluation looked at, as reasons: what a step debugger on a screen walks through. Counterpart:
// mail/spf/check.ts. Rule: what was asked, what came of it, and how much of the limits was used up after it.

import type { Reason } from '../../../contract/events.ts';
import type { SpfOutcome, SpfStep } from '../../../mail/spf/check.ts';
import { POLICY_LIMITS } from '../limits.ts';

export function spfSteps({ steps }: SpfOutcome): Reason[] {
  return steps.map(({ domain, term, outcome, lookups, voids, depth, questions }) => ({
    code: 'spf.step',
    params: { domain, term, outcome, lookups, voids, depth, asked: asked(questions) },
  }));
}

/** `MX campus.example: relay.campus.example`; an answer without data says what it was instead. */
function asked(questions: SpfStep['questions']): string {
  const { shownAnswers, shownCharacters } = POLICY_LIMITS;
  const told = questions.slice(0, shownAnswers).map(({ type, name, data, status }) => {
    const some = data.slice(0, shownAnswers).join(', ');
    return `${type} ${name}: ${some === '' ? status : some}`;
  });
  const text = [...told, ...(questions.length > told.length ? ['...'] : [])].join('; ');
  return text.slice(0, shownCharacters);
}
