// The names of policies and their settings, in words. Counterpart: `policy.list` tells their keys. Rule: a policy that
// the catalogue doesn't know, someone's own, is shown by its keys.

import { policiesEn } from './policies.ts';
import { t } from './t.ts';

export function showPolicy(name: string): { title: string; help: string; died: string } {
  const [title, help, died] = [`policy.${name}`, `policy.${name}.help`, `policy.${name}.died`];
  const say = (key: string): string => (isKnown(key) ? t(key) : '');
  // `died`: why a historic policy is one.
  return { title: say(title) || name, help: say(help), died: say(died) };
}

/** The sentence for a reason's code; undefined where the catalogue has none. */
export function reasonKey(code: string): keyof typeof policiesEn | undefined {
  const key = `why.${code}`;
  return isKnown(key) ? key : undefined;
}

/** The sentence for what would have changed a decision. */
export function otherwiseKey(code: string): keyof typeof policiesEn | undefined {
  const key = `otherwise.${code}`;
  return isKnown(key) ? key : undefined;
}

export function showSetting(policy: string, setting: string): string {
  const key = `policy.${policy}.${setting}`;
  return isKnown(key) ? t(key) : setting;
}

/** What a policy may be told to do about a result. */
export function showChoice(option: string): string {
  const key = `policy.choice.${option}`;
  return isKnown(key) ? t(key) : option;
}

function isKnown(key: string): key is keyof typeof policiesEn {
  return Object.hasOwn(policiesEn, key);
}
