// A test of one letter, or of one copy of it in a mailbox. Counterpart: index.ts lists them; `inMailbox` puts several on
// the same letter, and each is also a matcher of its own. Rule: the reason for failing names what was found instead.

import { z } from '../../../contract/schema.ts';
import type { CopyFacts, FieldFacts, LetterFacts, Quote } from '../../book/sighting.ts';
import { quoted } from '../../book/lines.ts';
import { defineMatcher, type Matcher, met, type Reads, type Reason } from '../matcher.ts';

export interface LetterTest<Spec = unknown> {
  name: string;
  schema: z.ZodType<Spec>;
  reads: Reads[];
  /** Undefined when the letter passes. `copy` is absent where no mailbox was asked for. */
  failing(letter: LetterFacts, copy: CopyFacts | undefined, spec: Spec): Reason | undefined;
}

/** Types a test by its own spec; its schema guards the spec. */
export function defineLetterTest<Spec>(test: LetterTest<Spec>): LetterTest {
  return test as unknown as LetterTest;
}

/** Which letters are looked at. */
export const selectionSchema = z.strictObject({
  mailbox: z.string().max(254).optional(),
  /** The host that brought it into the lab, and where. */
  by: z.string().max(253).optional(),
  at: z.string().max(253).optional(),
});
export type Selection = z.output<typeof selectionSchema>;

export function isSelected(letter: LetterFacts, { by, at }: Selection): boolean {
  return (by === undefined || letter.client === by) && (at === undefined || letter.server === at);
}

/** The fields of a copy; of a letter without one, all that were seen. */
export function fieldsOf(letter: LetterFacts, copy: CopyFacts | undefined): FieldFacts[] {
  const ids = copy?.fields ?? letter.copies.at(-1)?.fields ?? Object.keys(letter.fields);
  return ids.flatMap((id) => letter.fields[id] ?? []);
}

const MOST_FIELDS = 4; // enough to know one's own letter by

/** The learner's own words: the last commands before the letter, and its first header lines. */
export function quotesOfLetter(letter: LetterFacts): Quote[] {
  const fields = letter.written.slice(0, MOST_FIELDS).flatMap((id) => {
    const field = letter.fields[id];
    return field ? [{ seq: field.seq, from: 'client' as const, text: quoted(field.raw) }] : [];
  });
  return [...letter.said, ...fields];
}

interface State {
  found?: Quote[];
  why?: Reason;
}

/** The test as a matcher: `header: { mailbox: bob@harbor.example, is: { To: { lacks: bob } } }`. */
export function letterMatcher(test: LetterTest): Matcher {
  const schema = z.strictObject({ ...selectionSchema.shape, is: test.schema });
  type Spec = Selection & { is: unknown };
  return defineMatcher<Spec, State>({
    name: test.name,
    schema: () => schema as unknown as z.ZodType<Spec>,
    start: () => ({}),
    fold(state, sighting, spec) {
      if (state.found || sighting.kind !== 'letter' || !isSelected(sighting.letter, spec)) return state;
      const { letter } = sighting;
      const why = failingIn(letter, spec.mailbox, (copy) => test.failing(letter, copy, spec.is));
      return why ? { why } : { found: quotesOfLetter(letter) };
    },
    verdict({ found, why }, { mailbox }) {
      if (found) return met(...found);
      return { met: false, why: [why ?? noLetter(mailbox)] };
    },
    reads: () => test.reads,
  });
}

/** Tries every copy in `mailbox`; without one, the letter as a whole. */
export function failingIn(
  letter: LetterFacts,
  mailbox: string | undefined,
  failing: (copy: CopyFacts | undefined) => Reason | undefined,
): Reason | undefined {
  if (mailbox === undefined) return failing(undefined);
  let why: Reason | undefined = noLetter(mailbox);
  for (const copy of letter.copies.filter((one) => one.mailbox === mailbox.toLowerCase())) {
    why = failing(copy);
    if (!why) return undefined;
  }
  return why;
}

export function noLetter(mailbox: string | undefined): Reason {
  return mailbox === undefined
    ? { key: 'letter.none', params: {} }
    : { key: 'letter.notThere', params: { address: mailbox } };
}
