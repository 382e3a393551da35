// Numbers that aren't whole. Counterpart: t() writes whole ones. Rule: with the sign that the spoken language has.

import { byLanguage } from './language.ts';

const tenths = byLanguage(
  (language) => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

/** `2.4`; in German `2,4`. */
export const showTenths = (value: number): string => tenths().format(value);
