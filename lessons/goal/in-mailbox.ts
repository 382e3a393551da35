// inMailbox: one letter lies in a mailbox and passes every test named. Counterpart: letter/, the tests. All tests are held
// against the same copy, so a learner who sends a second letter isn't judged by the first.
//   inMailbox: { mailbox: bob@harbor.example, by: visitor.example, header: { To: { lacks: bob } } }

import { z } from '../../contract/schema.ts';
import type { CopyFacts, LetterFacts, Quote } from '../book/sighting.ts';
import { LETTER_TESTS } from './letter/index.ts';
import {
  failingIn,
  isSelected,
  noLetter,
  quotesOfLetter,
  type Selection,
  selectionSchema,
} from './letter/letter-test.ts';
import { defineMatcher, met, type Reason } from './matcher.ts';

const schema = z.strictObject({
  ...selectionSchema.required({ mailbox: true }).shape,
  ...Object.fromEntries(LETTER_TESTS.map((test) => [test.name, test.schema.optional()])),
});
type Spec = Selection & { mailbox: string } & Record<string, unknown>;

interface State {
  found?: Quote[];
  /** Why the latest letter won't do. */
  why?: Reason;
}

export const inMailbox = defineMatcher<Spec, State>({
  name: 'inMailbox',
  schema: () => schema as unknown as z.ZodType<Spec>,
  start: () => ({}),
  fold(state, sighting, spec) {
    if (state.found || sighting.kind !== 'letter' || !isSelected(sighting.letter, spec)) return state;
    const { letter } = sighting;
    const why = failingIn(letter, spec.mailbox, (copy) => failingTest(letter, copy, spec));
    return why ? { why } : { found: quotesOfLetter(letter) };
  },
  verdict({ found, why }, { mailbox }) {
    return found ? met(...found) : { met: false, why: [why ?? noLetter(mailbox)] };
  },
  reads: (spec) => LETTER_TESTS.flatMap((test) => (spec[test.name] === undefined ? [] : test.reads)),
});

function failingTest(letter: LetterFacts, copy: CopyFacts | undefined, spec: Spec): Reason | undefined {
  for (const test of LETTER_TESTS) {
    const wanted = spec[test.name];
    const why = wanted === undefined ? undefined : test.failing(letter, copy, wanted);
    if (why) return why;
  }
  return undefined;
}
