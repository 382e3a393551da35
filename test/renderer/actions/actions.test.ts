// The list of actions: no two share an id or keys, and every key means what it says.

import { describe, expect, it } from 'vitest';

import { ACTIONS } from '../../../renderer/actions/index.ts';
import { isPressed } from '../../../renderer/actions/keys.ts';
import { t } from '../../../renderer/text/t.ts';

describe('the actions', () => {
  it('have an id of their own and words for people', () => {
    expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length);
    expect(new Set(ACTIONS.map(({ title }) => t(title))).size).toBe(ACTIONS.length);
  });

  it('have keys of their own: no press means two', () => {
    const keys = ACTIONS.flatMap((action) => action.keys ?? []);
    for (const one of keys) {
      const pressed = press(one);
      expect([one, keys.filter((other) => isPressed(other, pressed, false))]).toEqual([one, [one]]);
    }
  });
});

function press(keys: string) {
  const parts = keys.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  return {
    key: parts.includes('Shift') ? key : key.toLowerCase(),
    code: '',
    ctrlKey: parts.includes('Mod') || parts.includes('Ctrl'),
    metaKey: false,
    altKey: false,
    shiftKey: parts.includes('Shift'),
  };
}
