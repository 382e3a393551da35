// The two forms of the concept test, as the screen has them. Counterpart: lessons/concepts/. Rule: read when one is first
// wanted; a test holds the files sound.

import { type ConceptItem, type Form, readForm } from '../../lessons/concepts/concepts.ts';

const files = import.meta.glob<string>('../../lessons/concepts/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const read = new Map<Form, readonly ConceptItem[]>();

export function itemsOf(form: Form): readonly ConceptItem[] {
  const known = read.get(form);
  if (known) return known;
  const name = `form-${form}.yaml`;
  const result = readForm(name, files[`../../lessons/concepts/${name}`] ?? '');
  const items = result.ok ? result.items : [];
  read.set(form, items);
  return items;
}
