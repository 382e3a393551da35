// A sentence of the catalogue with its parameters put in, in a lesson's language. Counterpart: en.ts and de.ts; the renderer's t()
// does the same in the app's language. Rule: a parameter that isn't given stays as it is written, so that it is noticed; a language
// that isn't known is answered in English.

import { lessonsDe } from './de.ts';
import { lessonsEn, type LessonTextKey } from './en.ts';
import type { LessonLanguage } from './languages.ts';

type Catalogue = Readonly<Record<LessonTextKey, string>>;

/** `names`: another sentence of the catalogue, a word that differs from language to language. */
export type SayParam = string | number | { names: LessonTextKey };

const CATALOGUES: Readonly<Record<LessonLanguage, Catalogue>> = { en: lessonsEn, de: lessonsDe };

export function say(
  key: LessonTextKey,
  params: Readonly<Record<string, SayParam>> = {},
  language: string = 'en',
): string {
  const catalogue = catalogueOf(language);
  return catalogue[key].replaceAll(/\{(\w+)\}/g, (written, name: string) => {
    const value = params[name] ?? written;
    return typeof value === 'object' ? catalogue[value.names] : String(value);
  });
}

const catalogueOf = (language: string): Catalogue =>
  Object.hasOwn(CATALOGUES, language) ? CATALOGUES[language as LessonLanguage] : CATALOGUES.en;
