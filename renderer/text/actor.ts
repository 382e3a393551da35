// The names of actors, in words. Counterpart: actors.ts has them; `actor.list` tells the names. Rule: one that the
// catalogue doesn't know is shown by its name.

import { actorsEn } from './actors.ts';
import { t } from './t.ts';

export function showActor(name: string): { title: string; help: string } {
  const say = (key: string): string => (isKnown(key) ? t(key) : '');
  return { title: say(`actor.${name}`) || name, help: say(`actor.${name}.help`) };
}

function isKnown(key: string): key is keyof typeof actorsEn {
  return Object.hasOwn(actorsEn, key);
}
