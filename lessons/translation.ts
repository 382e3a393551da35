// A lesson in another language: `lesson.<lang>.md` beside it, with the same steps and only their words. Counterpart:
// schema.ts. Rule: what a translation leaves out stays in the first language; an id that the lesson lacks is a problem
// with file and line, so that an edited lesson finds its stale translations.

import type { Lesson, Remark, Step } from '../contract/lesson.ts';
import { check, nearest, type Problem } from '../contract/problems.ts';
import { z } from '../contract/schema.ts';
import { LESSON_CHARS } from './limits.ts';
import { castText, unknownNames, withCast } from './source/cast.ts';
import { cutLesson } from './source/markdown.ts';
import type { LessonProblem } from './source/problem.ts';
import { type Read, readYaml } from './source/yaml.ts';

const words = z.string().trim().min(1).max(400);
const byId = z.record(z.string(), words).default({});

const headSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
  title: words,
  /** The cast's words in this language, a row for each of the lesson's; it may add names, for a case of their own. */
  cast: z.array(z.record(z.string(), words)).default([]),
});
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
  /** What each question asks. */
  questions: byId,
  /** What there is to choose from, whichever question it belongs to. */
  choices: byId,
  leadsTo: words.optional(),
});
type TaskWords = z.output<typeof taskSchema>;

/** `gaps`: what still stands in the first language. */
export type Translated = { ok: true; lesson: Lesson; gaps: LessonProblem[] } | { ok: false; problems: LessonProblem[] };

/** The title in a translation, where it can be read. */
export function readTitle(file: string, source: string): string | undefined {
  const head = check(headSchema, readYaml(file, cutLesson(file, source.slice(0, LESSON_CHARS)).head).value);
  return head.ok ? head.value.title : undefined;
}

/** The lesson in the words of a translation. */
export function translate(lesson: Lesson, file: string, source: string): Translated {
  const parts = cutLesson(file, source);
  const problems = [...parts.problems];
  const headYaml = readYaml(file, parts.head);
  const head = check(headSchema, headYaml.value);
  problems.push(...headYaml.problems);
  if (!head.ok) problems.push(...told(head.problems, headYaml, file));
  const known = lesson.versions[0] ?? [];
  const sections = parts.sections.map((section) => {
    const yaml = readYaml(file, section.task);
    problems.push(...yaml.problems);
    const checked = check(taskSchema, yaml.value);
    if (!checked.ok) {
      if (yaml.problems.length === 0) problems.push(...told(checked.problems, yaml, file));
      return { section, yaml, task: undefined };
    }
    const { id } = checked.value;
    const step = known.find((one) => one.id === id);
    const strays = step ? straysOf(step, checked.value) : [noStep(id, known)];
    problems.push(...strays.map(({ path, message }) => ({ file, line: yaml.lineOf(path), message })));
    return { section, yaml, task: checked.value };
  });
  const cast = head.ok ? head.value.cast : [];
  const rows = lesson.head.cast.map((row, at) => ({ ...row, ...cast[at] }));
  if (cast.length > 0 && cast.length !== rows.length) {
    const message = `the lesson's cast has ${rows.length} rows, not ${cast.length}`;
    problems.push({ file, line: headYaml.lineOf(['cast']), message });
  }
  for (const name of new Set(unknownNames(source, rows[0] ?? {}))) {
    const line = source.split('\n').findIndex((one) => one.includes(`$${name}`)) + 1;
    problems.push({ file, line, message: `the cast has no $${name}${orElse(name, Object.keys(rows[0] ?? {}))}` });
  }
  if (problems.length > 0 || !head.ok) return { ok: false, problems };
  const gaps = known.flatMap((step) => {
    const found = sections.find(({ task }) => task?.id === step.id);
    if (found?.task) {
      const { yaml } = found;
      return gapsOf(step, found.task).map(({ path, message }) => ({ file, line: yaml.lineOf(path), message }));
    }
    const message = `step ${step.id} isn't translated; write its heading, its text and a task with \`id: ${step.id}\``;
    return [{ file, line: parts.ending.line, message }];
  });
  const ending = parts.ending.text.trim();
  if (ending === '' && lesson.ending.some((text) => text !== '')) {
    gaps.push({ file, line: parts.ending.line, message: 'the text after the last step is missing; write it' });
  }
  const versions = lesson.versions.map((steps, at) => {
    const row = rows[at] ?? {};
    return steps.map((step) => {
      const found = sections.find(({ task }) => task?.id === step.id);
      if (!found?.task) return step;
      const title = castText(found.section.title, row);
      const text = castText(found.section.prose.text.trim(), row);
      return { ...inWords(step, withCast(found.task, row) as TaskWords), title, text };
    });
  });
  const endings = ending === '' ? lesson.ending : rows.map((row) => castText(ending, row));
  return {
    ok: true,
    lesson: {
      ...lesson,
      language: head.value.language,
      head: { ...lesson.head, title: head.value.title },
      versions,
      ending: endings,
    },
    gaps,
  };
}

/** What is wrong with a piece of YAML, at its lines and with the right name where one is near. */
function told(problems: readonly Problem[], yaml: Read, file: string): LessonProblem[] {
  return problems.map(({ path, message, suggestion }) => {
    const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
    return { file, line: yaml.lineOf(path.split('/').slice(1)), message: `${path} ${message}${hint}` };
  });
}

/** A place inside a task, and what is to be said of it. */
interface Remarked {
  path: string[];
  message: string;
}

const noStep = (id: string, known: readonly Step[]): Remarked => {
  const ids = known.map((step) => step.id);
  return { path: ['id'], message: `the lesson has no step ${id}${orElse(id, ids)}` };
};

const orElse = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
};

/** What a step has to be said of, key by key: the ids, each with its words in the first language. */
function wordsOf(step: Step): Record<'slips' | 'nearMisses' | 'questions' | 'choices', Map<string, string>> {
  const said = (remarks: Remark[]) => new Map(remarks.map(({ id, says }) => [id, says]));
  const options = step.questions.flatMap((question) => question.options ?? []);
  return {
    slips: said(step.slips),
    nearMisses: said(step.nearMisses),
    questions: new Map(step.questions.map(({ id, asks }) => [id, asks])),
    choices: new Map(options.map(({ id, text }) => [id, text])),
  };
}

const KEYED = ['slips', 'nearMisses', 'questions', 'choices'] as const;

/** Ids and counts that don't fit the step. */
function straysOf(step: Step, task: TaskWords): Remarked[] {
  const words = wordsOf(step);
  const options = step.prediction?.options.map((one) => one.id) ?? [];
  return [
    ...KEYED.flatMap((key) => {
      const ids = [...words[key].keys()];
      const strays = Object.keys(task[key]).filter((id) => !ids.includes(id));
      return strays.map((id) => ({ path: [key, id], message: `${key}: the step has no ${id}${orElse(id, ids)}` }));
    }),
    ...Object.keys(task.prediction?.options ?? {})
      .filter((id) => !options.includes(id))
      .map((id) => ({
        path: ['prediction', 'options', id],
        message: `the prediction has no option ${id}${orElse(id, options)}`,
      })),
    ...(task.goal && task.goal.length !== step.goal.length
      ? [{ path: ['goal'], message: `the step has ${step.goal.length} goals, not ${task.goal.length}` }]
      : []),
  ];
}

/** What the translation leaves in the first language, and what to write. */
function gapsOf(step: Step, task: TaskWords): Remarked[] {
  const words = wordsOf(step);
  const lacks = (path: string[], text: string): Remarked => ({
    path: path.slice(0, -1),
    message: `${path.join('/')} isn't translated; write it for: ${text}`,
  });
  const { prediction } = step;
  const predicted = task.prediction?.options;
  return [
    ...(task.act === undefined ? [lacks(['act'], step.act)] : []),
    ...(prediction && !predicted ? [lacks(['prediction'], prediction.asks)] : []),
    ...(predicted ? (prediction?.options ?? []).filter(({ id }) => !predicted[id]) : []).map(({ id, text }) =>
      lacks(['prediction', 'options', id], text),
    ),
    ...(task.goal === undefined ? [lacks(['goal'], step.goal.map(({ says }) => says ?? '').join(' | '))] : []),
    ...KEYED.flatMap((key) =>
      [...words[key]].filter(([id]) => !task[key][id]).map(([id, text]) => lacks([key, id], text)),
    ),
    ...(task.hints === undefined ? [lacks(['hints'], step.hints.join(' | '))] : []),
    ...(step.ref.leadsTo !== undefined && task.leadsTo === undefined ? [lacks(['leadsTo'], step.ref.leadsTo)] : []),
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
    questions: step.questions.map(({ id, asks, options }) => ({
      id,
      asks: task.questions[id] ?? asks,
      ...(options && { options: options.map((one) => ({ ...one, text: task.choices[one.id] ?? one.text })) }),
    })),
    ref: { ...step.ref, ...(task.leadsTo !== undefined && { leadsTo: task.leadsTo }) },
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
