// What a word of the filter language looks at, in words. Counterpart: contract/filter/keys. Rule: a word without help is
// offered without.

import { filterEn } from './en-filter.ts';
import { t } from './t.ts';

export function filterHelp(key: string): string {
  const help = `filter.key.${key}`;
  return isKnown(help) ? t(help) : '';
}

function isKnown(key: string): key is keyof typeof filterEn {
  return Object.hasOwn(filterEn, key);
}
