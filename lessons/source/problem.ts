// What is wrong in a lesson's file, with its place. Counterpart: parse.ts. Rule: every problem has a file and a line, so
// that an editor can jump there.

export interface LessonProblem {
  file: string;
  /** From 1. */
  line: number;
  message: string;
}

/** `course/02-speak-smtp/lesson.md:41: message` */
export function problemLine({ file, line, message }: LessonProblem): string {
  return `${file}:${line}: ${message}`;
}
