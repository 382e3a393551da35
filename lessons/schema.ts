// A lesson's file, read and checked: Markdown with front matter and `task` blocks in YAML. Counterpart:
// contract/lesson.ts has the shape of the data, source/ the cutting. Rule: never throws; every problem has file and line,
// and all of them are reported, because an author mends more than one at a time.

import {
  type Goal,
  type Lesson,
  type LessonHead,
  lessonHeadSchema,
  type Step,
  taskSchema,
} from '../contract/lesson.ts';
import { check, nearest, type Problem } from '../contract/problems.ts';
import { versionOf } from '../contract/text-version.ts';
import { BELIEFS } from './beliefs.ts';
import { GOALS } from './goal/index.ts';
import { REFERENCE_NAMES, referenceTo } from './reference/names.ts';
import { LESSON_CHARS, PROBLEMS_COUNT, PROSE_WORDS, STEPS_COUNT } from './limits.ts';
import { castText, type CastRow, unknownNames, withCast } from './source/cast.ts';
import { cutLesson, type Parts, type Section } from './source/markdown.ts';
import type { LessonProblem } from './source/problem.ts';
import { type Read, readYaml } from './source/yaml.ts';

export type ParsedLesson = { ok: true; lesson: Lesson } | { ok: false; problems: LessonProblem[] };

const taskOf = taskSchema(GOALS.schema);

/** `file` is what problems name; `source` the file's text. */
export function parseLesson(file: string, source: string): ParsedLesson {
  if (source.length > LESSON_CHARS) {
    return { ok: false, problems: [{ file, line: 1, message: `a lesson has at most ${LESSON_CHARS} characters` }] };
  }
  const parts = cutLesson(file, source);
  const reading = new Reading(file, parts, versionOf(source));
  return reading.result();
}

/** The front matter alone, for a list of lessons: reading a whole lesson takes a hundred times as long. */
export function readHead(file: string, source: string): LessonHead | undefined {
  const checked = check(lessonHeadSchema, readYaml(file, cutLesson(file, source.slice(0, LESSON_CHARS)).head).value);
  return checked.ok ? checked.value : undefined;
}

/** What a `lesson.md` is written in. */
export const FIRST_LANGUAGE = 'en';

/** One file under way: what is wrong with it gathers here. */
class Reading {
  readonly #file: string;
  readonly #parts: Parts;
  readonly #version: string;
  readonly #problems: LessonProblem[];

  constructor(file: string, parts: Parts, version: string) {
    this.#file = file;
    this.#parts = parts;
    this.#version = version;
    this.#problems = [...parts.problems];
  }

  result(): ParsedLesson {
    const { sections, ending } = this.#parts;
    const head = this.#head();
    // Without a cast the names of a task can't be told; its own shape can still be checked.
    const rows: readonly CastRow[] = head?.cast ?? [{}];
    if (sections.length === 0) this.#complain(1, 'the lesson has no task');
    if (sections.length > STEPS_COUNT) this.#complain(1, `a lesson has at most ${STEPS_COUNT} steps`);
    const read = sections.map((section) => ({ section, yaml: readYaml(this.#file, section.task) }));
    for (const { yaml } of read) this.#problems.push(...yaml.problems);
    for (const { section, yaml } of read) this.#prose(section, head ? rows : [], yaml);
    this.#length(ending.text, ending.line, 'at the end');
    const versions = rows.map((row) => read.flatMap(({ section, yaml }) => this.#step(section, yaml, row, head) ?? []));
    this.#ids(versions[0] ?? []);
    const problems = this.#sorted();
    if (problems.length > 0 || !head) return { ok: false, problems };
    const endings = rows.map((row) => castText(ending.text.trim(), row));
    return {
      ok: true,
      lesson: { file: this.#file, version: this.#version, language: FIRST_LANGUAGE, head, versions, ending: endings },
    };
  }

  #head(): LessonHead | undefined {
    const { head } = this.#parts;
    const yaml = readYaml(this.#file, head);
    this.#problems.push(...yaml.problems);
    if (yaml.problems.length > 0 || head.text.trim() === '') return undefined;
    const checked = check(lessonHeadSchema, yaml.value);
    if (!checked.ok) {
      this.#tell(checked.problems, yaml);
      return undefined;
    }
    const [first = {}, ...others] = checked.value.cast;
    const names = Object.keys(first).toSorted().join(' ');
    others.forEach((row, at) => {
      const isSame = Object.keys(row).toSorted().join(' ') === names;
      if (!isSame) this.#complain(yaml.lineOf(['cast', String(at + 1)]), 'every row of the cast has the same names');
    });
    return checked.value;
  }

  /** The prose before a task: short, and with names that the cast has. */
  #prose({ prose, task, title }: Section, rows: readonly CastRow[], yaml: Read): void {
    this.#length(prose.text, prose.line, 'before the next act');
    const [row] = rows;
    if (!row) return;
    for (const [piece, text] of [
      [prose, `${title} ${prose.text}`],
      [task, JSON.stringify(yaml.value ?? '')],
    ] as const) {
      for (const name of new Set(unknownNames(text, row))) {
        const line = piece.text.split('\n').findIndex((one) => one.includes(`$${name}`));
        this.#complain(piece.line + Math.max(0, line), `the cast has no $${name}`);
      }
    }
  }

  /** A wall of text isn't read. */
  #length(text: string, line: number, where: string): void {
    const words = text.split(/\s+/).filter((word) => word !== '').length;
    if (words > PROSE_WORDS) this.#complain(line, `${words} words ${where}; at most ${PROSE_WORDS} are read`);
  }

  #step({ title, prose, task }: Section, yaml: Read, row: CastRow, head: LessonHead | undefined): Step | undefined {
    if (yaml.problems.length > 0) return undefined;
    const checked = check(taskOf, withCast(yaml.value, row));
    if (!checked.ok) {
      this.#tell(checked.problems, yaml);
      return undefined;
    }
    const { value } = checked;
    value.goal.forEach((goal: Goal, at) => {
      if (goal.says === undefined)
        this.#complain(yaml.lineOf(['goal', String(at)]), 'a goal needs `says`, for the list');
    });
    value.prediction?.options.forEach(({ belief }, at) => {
      if (belief === undefined || (BELIEFS as readonly string[]).includes(belief)) return;
      const near = nearest(belief, BELIEFS);
      const hint = near === undefined ? '' : `; did you mean "${near}"?`;
      const line = yaml.lineOf(['prediction', 'options', String(at), 'belief']);
      this.#complain(line, `no belief is called "${belief}"${hint}`);
    });
    value.ref.terms.forEach((name, at) => {
      if (referenceTo(name) !== undefined) return;
      const near = nearest(name, REFERENCE_NAMES);
      const hint = near === undefined ? '; add it to lessons/reference/terms' : `; did you mean "${near}"?`;
      this.#complain(yaml.lineOf(['ref', 'terms', String(at)]), `the reference has no "${name}"${hint}`);
    });
    const remarks = [...value.slips, ...value.nearMisses].map((remark) => remark.id);
    for (const id of twice(remarks)) this.#complain(yaml.lineOf([]), `two remarks have the id ${id}`);
    if (!head) return undefined;
    const start = { ...head.start, ...definedOf(value.start) };
    const text = castText(prose.text.trim(), row);
    const { choices, ...own } = value;
    const questions = value.questions.map((one) => ({ ...(choices && { options: choices }), ...one }));
    return { ...own, questions, title: castText(title, row), text, start, line: task.line };
  }

  #ids(steps: readonly Step[]): void {
    for (const id of twice(steps.map((step) => step.id))) {
      const line = steps.findLast((step) => step.id === id)?.line ?? 1;
      this.#complain(line, `two steps have the id ${id}`);
    }
  }

  #tell(problems: readonly Problem[], yaml: Read): void {
    for (const { path, message, suggestion } of problems) {
      const keys = path.split('/').slice(1);
      const where = keys.length === 0 ? '' : `${keys.join('.')}: `;
      const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
      this.#complain(yaml.lineOf(keys), `${where}${message}${hint}`);
    }
  }

  #complain(line: number, message: string): void {
    this.#problems.push({ file: this.#file, line, message });
  }

  /** In the order of the file, each once: the rows of the cast repeat them. */
  #sorted(): LessonProblem[] {
    const unique = new Map(this.#problems.map((problem) => [`${problem.line} ${problem.message}`, problem]));
    return [...unique.values()].toSorted((left, right) => left.line - right.line).slice(0, PROBLEMS_COUNT);
  }
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) < at);
}

function definedOf<T extends object>(partial: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const members = Object.entries(partial).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as { [K in keyof T]: Exclude<T[K], undefined> };
}
