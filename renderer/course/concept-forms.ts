// The two forms of the concept test, as the screen has them, in the language of the lessons. Counterpart: lessons/concepts/. Rule:
// read when one is first wanted; a test holds the files sound, and a form that isn't there in a language is asked in English.

import { type ConceptItem, type Form, readForm } from '../../lessons/concepts/concepts.ts';
import { formInWords } from '../../lessons/concepts/form-words.ts';
import type { LessonLanguage } from '../../lessons/text/languages.ts';

const files = import.meta.glob<string>('../../lessons/concepts/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const read = new Map<string, readonly ConceptItem[]>();

export function itemsOf(form: Form, language: LessonLanguage): readonly ConceptItem[] {
  const name = `form-${form}.${language}.yaml`;
  const known = read.get(name);
  if (known) return known;
  const items = inWords(inEnglish(form), name);
  read.set(name, items);
  return items;
}

function inEnglish(form: Form): readonly ConceptItem[] {
  const name = `form-${form}.yaml`;
  const result = readForm(name, sourceOf(name) ?? '');
  return result.ok ? result.items : [];
}

function inWords(items: readonly ConceptItem[], name: string): readonly ConceptItem[] {
  const source = sourceOf(name);
  const result = source === undefined ? undefined : formInWords(items, name, source);
  return result?.ok ? result.items : items;
}

const sourceOf = (name: string): string | undefined => files[`../../lessons/concepts/${name}`];
