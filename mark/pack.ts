// What an instructor keeps to themselves: goals that the app doesn't show, and the keys to questions that stand on paper. Counterpart:
// hidden-goals.ts looks for them in a run; docs/examples/pack.yaml is one. Rule: hostile until parsed; everything is checked
// before anything is marked.

import { z } from '../contract/schema.ts';
import type { Goal } from '../contract/lesson.ts';
import { Chance } from '../lessons/chance.ts';
import { CHALLENGES } from '../lessons/challenges/index.ts';
import { GOALS } from '../lessons/goal/index.ts';
import { withCast } from '../lessons/source/cast.ts';
import { MARK_LIMITS } from './limits.ts';
import { readYamlFile } from './yaml-file.ts';

const kinds = CHALLENGES.map(({ id }) => id) as [string, ...string[]];

const taskSchema = z.strictObject({
  id: z.string().min(1).max(40),
  points: z.number().min(0).max(10_000),
  /** `$names` in the goals are those of this challenge, as the student's own number makes it. */
  challenge: z.enum(kinds).exactOptional(),
  /** Each is worth the same share of the points. */
  goals: z.array(z.unknown()).min(1).max(MARK_LIMITS.packGoals),
});

const packSchema = z.strictObject({
  exercise: z.string().min(1).max(40),
  tasks: z.array(taskSchema).min(1).max(MARK_LIMITS.packTasks),
});
export type Pack = z.output<typeof packSchema>;

export type ReadPack = { ok: true; pack: Pack } | { ok: false; problems: string[] };

export function readPack(file: string, source: string): ReadPack {
  const read = readYamlFile(file, source, packSchema);
  if (!read.ok) return read;
  const { value: pack } = read;
  // The goals with somebody's names: whose makes no difference to their shape.
  const whole = packSchema.extend({ tasks: z.array(taskSchema.extend({ goals: z.array(GOALS.schema) })) });
  const named = readYamlFile(
    file,
    source,
    z.preprocess((value) => withNames(value as Pack, 0), whole),
  );
  if (!named.ok) return named;
  const problems = pack.tasks.flatMap(({ id }, at) =>
    pack.tasks.findIndex((one) => one.id === id) < at
      ? [`${file}:${read.lineOf(['tasks', String(at)])}: two tasks have the id "${id}"`]
      : [],
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack };
}

/** The goals of a task for the student with this number. */
export function goalsFor({ challenge, goals }: Pack['tasks'][number], seed: number): Goal[] {
  return z.array(GOALS.schema).parse(withCast(goals, namesOf(challenge, seed)));
}

function withNames(pack: Pack, seed: number): Pack {
  const tasks = pack.tasks.map((task) => ({
    ...task,
    goals: withCast(task.goals, namesOf(task.challenge, seed)) as unknown[],
  }));
  return { ...pack, tasks };
}

function namesOf(kind: string | undefined, seed: number) {
  return CHALLENGES.find(({ id }) => id === kind)?.make(new Chance(seed)).names ?? {};
}
