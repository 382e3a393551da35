// What kind of letter its fields say it is. Counterpart: checks/, which accuse nobody of what such a letter does by its
// nature; the analyzer says it first. Rule: said by fields that anybody can write, so it explains and proves nothing.

import type { Field } from '../fields.ts';

export type LetterKind = 'list' | 'bulk' | 'forwarded' | 'report' | 'automatic' | 'calendar';

const SIGNS: readonly (readonly [LetterKind, name: RegExp, value: RegExp])[] = [
  ['list', /^list-(?:id|post)$/i, /\S/],
  ['list', /^precedence$/i, /^\s*list\b/i],
  ['bulk', /^(?:feedback-id|x-csa-complaints|list-unsubscribe)$/i, /\S/],
  ['bulk', /^precedence$/i, /^\s*bulk\b/i],
  ['forwarded', /^(?:resent-(?:from|sender|date)|x-forwarded-(?:to|for))$/i, /\S/],
  ['forwarded', /^return-path$/i, /<?(?:srs[01][=+-]|prvs=)/i],
  ['report', /^content-type$/i, /^\s*multipart\/report\b/i],
  ['report', /^return-path$/i, /^\s*<\s*>/],
  ['automatic', /^auto-submitted$/i, /^\s*auto-/i],
  ['calendar', /^content-type$/i, /^\s*text\/calendar\b|\bmethod=(?:request|reply|cancel)/i],
];

export function kindsOf(fields: readonly Field[]): LetterKind[] {
  const found = SIGNS.flatMap(([kind, name, value]) =>
    fields.some((field) => name.test(field.name) && value.test(field.value)) ? [kind] : [],
  );
  return [...new Set(found)].filter((kind, _at, all) => kind !== 'bulk' || !all.includes('list'));
}
