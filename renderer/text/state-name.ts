// A protocol's state in words. Counterpart: en-states.ts. Rule: one without words is called as its table does.

import { statesEn } from './en-states.ts';
import { t } from './t.ts';

export function stateName(protocol: string, state: string): string {
  const key = `states.${protocol}.${state}`;
  return isKnown(key) ? t(key) : state;
}

function isKnown(key: string): key is keyof typeof statesEn {
  return Object.hasOwn(statesEn, key);
}
