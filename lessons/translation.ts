// A lesson in another language: `lesson.<lang>.md` beside it, with the same steps and only their words. Counterpart:
// schema.ts. Rule: what a translation leaves out stays in the first language; an id that the lesson lacks is a problem
// with file and line, so that an edited lesson finds its stale translations.

import type { Lesson, Remark, Step } from '../contract/lesson.ts';
import { check } from '../contract/problems.ts';
import { z } from '../contract/schema.ts';
import { castText, withCast } from './source/cast.ts';
import { cutLesson } from './source/markdown.ts';
import type { LessonProblem } from './source/problem.ts';
import { readYaml } from './source/yaml.ts';

const words = z.string().trim().min(1).max(400);
const byId = z.record(z.string(), words).default({});

const headSchema = z.strictObject({ language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), title: words });
const taskSchema = z.strictObject({
  id: z.string(),
  act: words.optional(),
  prediction: z
    .strictObject({
      asks: words,
      options: z.record(z.string(), z.strictObject({ text: words, reply: words })),
      dontKnow: words,
    })
    .optional(),
  /** What each goal says, in order. */
  goal: z.array(words).optional(),
  slips: byId,
  nearMisses: byId,
  hints: z.tuple([words, words, words]).optional(),
});
type TaskWords = z.output<typeof taskSchema>;

export type Translated = { ok: true; lesson: Lesson } | { ok: false; problems: LessonProblem[] };

/** The lesson in the words of a translation. */
export function translate(lesson: Lesson, file: string, source: string): Translated {
  const parts = cutLesson(file, source);
  const problems = [...parts.problems];
  const headYaml = readYaml(file, parts.head);
  const head = check(headSchema, headYaml.value);
  problems.push(...headYaml.problems);
  if (!head.ok) problems.push({ file, line: parts.head.line, message: 'needs `language` and `title`' });
  const known = lesson.versions[0] ?? [];
  const sections = parts.sections.map((section) => {
    const yaml = readYaml(file, section.task);
    problems.push(...yaml.problems);
    const checked = check(taskSchema, yaml.value);
    if (!checked.ok) {
      for (const { path, message } of checked.problems) {
        problems.push({ file, line: yaml.lineOf(path.split('/').slice(1)), message: `${path} ${message}` });
      }
      return { section, task: undefined };
    }
    const step = known.find((one) => one.id === checked.value.id);
    for (const stray of step ? strays(step, checked.value) : [`the lesson has no step ${checked.value.id}`]) {
      problems.push({ file, line: section.task.line, message: stray });
    }
    return { section, task: checked.value };
  });
  if (problems.length > 0 || !head.ok) return { ok: false, problems };
  const versions = lesson.versions.map((steps, at) => {
    const row = lesson.head.cast[at] ?? {};
    return steps.map((step) => {
      const found = sections.find(({ task }) => task?.id === step.id);
      if (!found?.task) return step;
      const title = castText(found.section.title, row);
      const text = castText(found.section.prose.text.trim(), row);
      return { ...inWords(step, withCast(found.task, row) as TaskWords), title, text };
    });
  });
  const text = parts.ending.text.trim();
  const ending = text === '' ? lesson.ending : lesson.head.cast.map((row) => castText(text, row));
  return { ok: true, lesson: { ...lesson, head: { ...lesson.head, title: head.value.title }, versions, ending } };
}

/** Ids and counts that don't fit the step. */
function strays(step: Step, task: TaskWords): string[] {
  const remarks = [...step.slips, ...step.nearMisses].map((remark) => remark.id);
  const options = step.prediction?.options.map((one) => one.id) ?? [];
  const given = [...Object.keys(task.slips), ...Object.keys(task.nearMisses)];
  const answers = Object.keys(task.prediction?.options ?? {});
  return [
    ...given.filter((id) => !remarks.includes(id)).map((id) => `the step has no remark ${id}`),
    ...answers.filter((id) => !options.includes(id)).map((id) => `the prediction has no option ${id}`),
    ...(task.goal && task.goal.length !== step.goal.length ? [`the step has ${step.goal.length} goals`] : []),
  ];
}

function inWords(step: Step, task: TaskWords): Step {
  const remarks = (list: Remark[], said: Record<string, string>): Remark[] =>
    list.map((remark) => ({ ...remark, says: said[remark.id] ?? remark.says }));
  const { prediction } = step;
  return {
    ...step,
    act: task.act ?? step.act,
    hints: task.hints ?? step.hints,
    goal: step.goal.map((goal, at) => ({ ...goal, says: task.goal?.[at] ?? goal.says ?? '' })),
    slips: remarks(step.slips, task.slips),
    nearMisses: remarks(step.nearMisses, task.nearMisses),
    ...(prediction && task.prediction
      ? {
          prediction: {
            ...prediction,
            asks: task.prediction.asks,
            dontKnow: task.prediction.dontKnow,
            options: prediction.options.map((one) => ({ ...one, ...task.prediction?.options[one.id] })),
          },
        }
      : {}),
  };
}
