// How an instructor weighs the work: a YAML file. Counterpart: score.ts; docs/marking.md has an example. Rule: hostile until
// parsed; a key that isn't known is an error with its line, because a typing mistake would cost somebody points.

import { z } from '../contract/schema.ts';
import { instead, readYamlFile } from './yaml-file.ts';

const share = z.number().min(0).max(1);

const lessonWeights = z.strictObject({
  /** What the whole lesson is worth. */
  points: z.number().min(0).max(10_000),
  /** What single steps weigh beside the others; 1 where nothing is said. Without this only core steps count. */
  steps: z.record(z.string(), z.number().min(0).max(1000)).exactOptional(),
});

export const markPolicySchema = z.strictObject({
  exercise: z.string().min(1).max(40),
  /** The grade for all points. */
  grade: z.number().min(1).max(10_000).default(100),
  lessons: z.record(z.string(), lessonWeights).default({}),
  /** Challenges by their names, each with the student's own number. */
  challenges: z.record(z.string(), z.strictObject({ points: z.number().min(0).max(10_000) })).default({}),
  /** Share of a step's points that is lost with each hint, and that is left when it was done after its solution. */
  hintCosts: share.default(0),
  afterSolution: share.default(1),
  /** Share of a step's points that is for predicting before the answer; `counts: right` asks for the right one. */
  predictions: z
    .strictObject({ share: share.default(0), counts: z.enum(['said', 'right']).default('said') })
    .default({ share: 0, counts: 'said' }),
  /** What a file gets that isn't consistent: it is only pointed out, or it counts nothing until somebody has looked. */
  findings: z.enum(['report', 'zero']).default('report'),
});
export type MarkPolicy = z.output<typeof markPolicySchema>;

export type ReadPolicy = { ok: true; policy: MarkPolicy } | { ok: false; problems: string[] };

/** What a policy may name. */
export interface Known {
  lessons: readonly string[];
  challenges: readonly string[];
  /** The ids of a lesson's steps. */
  stepsOf: (lesson: string) => readonly string[];
}

export function readPolicy(file: string, source: string, { lessons, challenges, stepsOf }: Known): ReadPolicy {
  const read = readYamlFile(file, source, markPolicySchema);
  if (!read.ok) return read;
  const { value: policy, lineOf } = read;
  const problems: string[] = [];
  const unknown = (path: string[], name: string, known: readonly string[], kind: string) => {
    problems.push(`${file}:${lineOf(path)}: there is no ${kind} "${name}".${instead(name, known)}`);
  };
  for (const [id, { steps = {} }] of Object.entries(policy.lessons)) {
    if (!lessons.includes(id)) unknown(['lessons', id], id, lessons, 'lesson');
    const known = lessons.includes(id) ? stepsOf(id) : [];
    for (const step of known.length > 0 ? Object.keys(steps) : []) {
      if (!known.includes(step)) unknown(['lessons', id, 'steps', step], step, known, `step of ${id}`);
    }
  }
  for (const kind of Object.keys(policy.challenges)) {
    if (!challenges.includes(kind)) unknown(['challenges', kind], kind, challenges, 'challenge');
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy };
}
