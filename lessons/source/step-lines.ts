// Where in a lesson's file something of a step stands. Counterpart: yaml.ts knows the lines of one task. Rule: a step that isn't
// in the file (the opening of another lesson) has no lines.

import { cutLesson } from './markdown.ts';
import { readYaml } from './yaml.ts';

export type LineOf = (step: string, path: readonly string[]) => number | undefined;

export function stepLines(file: string, source: string): LineOf {
  const tasks = cutLesson(file, source).sections.map(({ task }) => readYaml(file, task));
  return (step, path) => {
    const found = tasks.find(({ value }) => (value as { id?: unknown } | null)?.id === step);
    return found?.lineOf(path);
  };
}
