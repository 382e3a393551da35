// The 22 misconceptions that the course is measured by, and the test that asks for them in two forms. Counterpart:
// form-a.yaml and form-b.yaml have the questions, ../text/en-concepts.ts what is so instead. Rule: the same concepts in
// both forms, in this order; a wrong option names the belief behind it, and one of them the concept's own.

import type { KeptConceptTest, Progress } from '../../contract/progress.ts';
import { DONT_KNOW } from '../../contract/lesson.ts';
import { check } from '../../contract/problems.ts';
import { z } from '../../contract/schema.ts';
import { type Belief, BELIEFS } from '../beliefs.ts';
import type { LessonProblem } from '../source/problem.ts';
import { readYaml } from '../source/yaml.ts';

/** Each concept has the id of the belief that it is about; where it has two, both are counted with it. */
export const CONCEPTS = [
  ['from-is-checked'],
  ['spf-protects-from'],
  ['to-decides', 'bcc-is-obeyed'],
  ['received-all-true'],
  ['mail-goes-straight'],
  ['server-named-like-domain'],
  ['bounce-means-bad-address'],
  ['deferred-means-blocked'],
  ['refused-means-dead'],
  ['accepted-means-inbox'],
  ['lock-is-end-to-end'],
  ['port-465-deprecated'],
  ['dkim-encrypts'],
  ['checks-stop-all'],
  ['sender-checks'],
  ['highest-mx-wins'],
  ['pop-imap-send'],
  ['bounces-to-from'],
  ['helo-is-checked'],
  ['any-dot-ends'],
  ['one-outcome'],
  ['forwarding-is-neutral'],
] as const satisfies readonly (readonly [Belief, ...Belief[]])[];
export type Concept = (typeof CONCEPTS)[number][0];

export const FORMS = ['a', 'b'] as const;
export type Form = (typeof FORMS)[number];

/** A question, or an answer to it. */
export const words = z.string().trim().min(1).max(300);
const slug = z.string().regex(/^[a-z0-9-]{1,40}$/);
const optionSchema = z
  .strictObject({
    id: slug,
    text: words,
    right: z.literal(true).exactOptional(),
    belief: z.enum(BELIEFS).exactOptional(),
  })
  .refine(
    ({ right, belief }) => (right === undefined) !== (belief === undefined),
    'an option is right or names its belief',
  );
const itemSchema = z
  .strictObject({
    concept: z.enum(CONCEPTS.map(([id]) => id)),
    asks: words,
    options: z.array(optionSchema).min(3).max(5),
  })
  .refine(({ options }) => options.filter((one) => one.right).length === 1, 'exactly one option is right')
  .refine(({ options }) => !options.some(({ id }) => id === DONT_KNOW), `the id ${DONT_KNOW} is taken`)
  .refine(({ options }) => new Set(options.map(({ id }) => id)).size === options.length, 'two options have the same id')
  .refine(
    ({ concept, options }) => options.some(({ belief }) => belief !== undefined && beliefsOf(concept).includes(belief)),
    'no option names the belief that the concept is about',
  );
const formSchema = z
  .array(itemSchema)
  .refine(
    (items) => items.map(({ concept }) => concept).join() === CONCEPTS.map(([id]) => id).join(),
    'a form asks for every concept once, in the order of concepts.ts',
  );
export type ConceptItem = z.output<typeof itemSchema>;

export type ReadForm = { ok: true; items: ConceptItem[] } | { ok: false; problems: LessonProblem[] };

/** Reads a form's file. */
export function readForm(file: string, source: string): ReadForm {
  const yaml = readYaml(file, { line: 1, text: source });
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const checked = check(formSchema, yaml.value);
  if (checked.ok) return { ok: true, items: checked.value };
  const problems = checked.problems.map(({ path, message }) => {
    const line = yaml.lineOf(path.split('/').slice(1));
    return { file, line, message: path === '' ? message : `${path}: ${message}` };
  });
  return { ok: false, problems };
}

export function beliefsOf(concept: string): readonly string[] {
  return CONCEPTS.find(([id]) => id === concept) ?? [];
}

/** The form that comes next: never the one that was asked last. */
export function nextForm({ tests }: Progress): Form {
  return tests.findLast((test) => test.ended_ms !== undefined)?.form === 'a' ? 'b' : 'a';
}

/** A test that was begun and not ended. */
export function openTest({ tests }: Progress): KeptConceptTest | undefined {
  return tests.findLast((test) => test.ended_ms === undefined);
}

export interface ConceptResult {
  concept: Concept;
  said: 'right' | 'wrong' | 'unknown' | 'open';
  /** What was believed instead. */
  belief?: Belief;
}

export function resultsOf(items: readonly ConceptItem[], { answers }: KeptConceptTest): ConceptResult[] {
  return items.map(({ concept, options }) => {
    const said = Object.hasOwn(answers, concept) ? answers[concept] : undefined;
    const option = options.find(({ id }) => id === said);
    if (said === undefined) return { concept, said: 'open' };
    if (!option) return { concept, said: 'unknown' };
    return option.belief === undefined ? { concept, said: 'right' } : { concept, said: 'wrong', belief: option.belief };
  });
}

/** The two to compare: the first that was ended, and the last, if that is another one. */
export function beforeAndAfter({ tests }: Progress): { before?: KeptConceptTest; after?: KeptConceptTest } {
  const ended = tests.filter((test) => test.ended_ms !== undefined);
  const [before] = ended;
  const after = ended.at(-1);
  return { ...(before ? { before } : {}), ...(after && after !== before ? { after } : {}) };
}
