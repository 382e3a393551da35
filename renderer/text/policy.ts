// The names of policies and their settings, in words. Counterpart: `policy.list` tells their keys. Rule: a policy that
// the catalogue doesn't know, someone's own, is shown by its keys.

import { hostEn } from './en-host.ts';
import { t } from './t.ts';

export function showPolicy(name: string): { title: string; help: string } {
  const [title, help] = [`policy.${name}`, `policy.${name}.help`];
  return { title: isKnown(title) ? t(title) : name, help: isKnown(help) ? t(help) : '' };
}

export function showSetting(policy: string, setting: string): string {
  const key = `policy.${policy}.${setting}`;
  return isKnown(key) ? t(key) : setting;
}

function isKnown(key: string): key is keyof typeof hostEn {
  return Object.hasOwn(hostEn, key);
}
