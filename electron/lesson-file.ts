// The lesson that somebody is writing, as a command line or POSTHORN_LESSON names it. Counterpart: web/command-line.ts;
// engine/draft/ reads it.

import path from 'node:path';
import { parseArgs } from 'node:util';

/** Absolute; undefined when none is. `args` may hold Chromium's own switches too. */
export function lessonFile(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const { values } = parseArgs({ args: [...args], options: { lesson: { type: 'string' } }, strict: false });
  const told = typeof values.lesson === 'string' ? values.lesson : env['POSTHORN_LESSON'];
  return told === undefined ? undefined : path.resolve(told);
}
