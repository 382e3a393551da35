// The settings: kept, bounded, and usual where what was kept makes no sense.

import { describe, expect, it } from 'vitest';

import { Settings } from '../../../renderer/settings/settings.ts';

const USUAL = {
  theme: 'system',
  typePercent: 100,
  motion: 'system',
  language: 'system',
  lessons: 'en',
  hasSingleKeys: true,
} as const;

describe('the settings', () => {
  it('keep what is chosen', () => {
    const kept: unknown[] = [];
    const settings = new Settings({ recall: () => undefined, remember: (value) => void kept.push(value) });
    expect(settings.store.getState()).toEqual(USUAL);
    settings.choose({ theme: 'contrast' });
    settings.growType(1);
    expect(kept.at(-1)).toEqual({ ...USUAL, theme: 'contrast', typePercent: 110 });
  });

  it('grow and shrink the type only so far', () => {
    const settings = new Settings({ recall: () => ({ ...USUAL, typePercent: 200 }), remember: () => undefined });
    settings.growType(1);
    expect(settings.store.getState().typePercent).toBe(200);
    for (let steps = 0; steps < 20; steps += 1) settings.growType(-1);
    expect(settings.store.getState().typePercent).toBe(80);
  });
});
