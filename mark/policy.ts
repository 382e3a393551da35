// How an instructor weighs the work: a YAML file. Counterpart: score.ts; docs/marking.md has an example. Rule: hostile until
// parsed; a key that isn't known is an error with its line, because a typing mistake would cost somebody points.

import { LineCounter, parseDocument } from 'yaml';

import { check, nearest } from '../contract/problems.ts';
import { z } from '../contract/schema.ts';
import { MARK_LIMITS } from './limits.ts';

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
  lessons: z.record(z.string(), lessonWeights),
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
  /** The ids of a lesson's steps. */
  stepsOf: (lesson: string) => readonly string[];
}

export function readPolicy(file: string, source: string, { lessons, stepsOf }: Known): ReadPolicy {
  if (source.length > MARK_LIMITS.policyChars) return { ok: false, problems: [`${file}: it is too long`] };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0) {
    return { ok: false, problems: document.errors.map(({ message }) => `${file}: ${message.split('\n')[0]}`) };
  }
  const lineOf = (path: readonly string[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range?.[0] !== undefined) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const checked = check(markPolicySchema, document.toJS({ maxAliasCount: 0 }));
  if (!checked.ok) {
    const told = checked.problems.map(
      ({ path, message }) => `${file}:${lineOf(path.split('/').slice(1))}: ${path} ${message}`,
    );
    return { ok: false, problems: told };
  }
  const problems: string[] = [];
  const unknown = (path: string[], name: string, known: readonly string[], kind: string) => {
    const near = nearest(name, known);
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    problems.push(`${file}:${lineOf(path)}: there is no ${kind} "${name}".${hint}`);
  };
  for (const [id, { steps = {} }] of Object.entries(checked.value.lessons)) {
    if (!lessons.includes(id)) unknown(['lessons', id], id, lessons, 'lesson');
    const known = lessons.includes(id) ? stepsOf(id) : [];
    for (const step of known.length > 0 ? Object.keys(steps) : []) {
      if (!known.includes(step)) unknown(['lessons', id, 'steps', step], step, known, `step of ${id}`);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy: checked.value };
}
