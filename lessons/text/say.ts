// A sentence of the catalogue with its parameters put in. Counterpart: en.ts; the renderer's t() does the same.
// Rule: a parameter that isn't given stays as it is written, so that it is noticed.

import { lessonsEn, type LessonTextKey } from './en.ts';

export function say(
  key: LessonTextKey,
  params: Readonly<Record<string, string | number>> = {},
  catalogue: Readonly<Record<LessonTextKey, string>> = lessonsEn,
): string {
  return catalogue[key].replaceAll(/\{(\w+)\}/g, (written, name: string) => String(params[name] ?? written));
}
