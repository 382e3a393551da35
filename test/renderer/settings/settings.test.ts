// The settings: kept, bounded, and usual where what was kept makes no sense.

import { afterEach, describe, expect, it } from 'vitest';

import { lessonLanguage, onLessonLanguage } from '../../../renderer/settings/lesson-language.ts';
import { Settings } from '../../../renderer/settings/settings.ts';
import { speak } from '../../../renderer/text/language.ts';

const USUAL = {
  theme: 'system',
  typePercent: 100,
  motion: 'system',
  language: 'system',
  lessons: 'app',
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

describe('the language of the lessons', () => {
  afterEach(() => speak('en'));

  it('is the app’s until one is chosen, and whoever shows lessons is told of each change', async () => {
    const settings = new Settings({ recall: () => undefined, remember: () => undefined });
    const told: string[] = [];
    onLessonLanguage(settings, () => told.push(lessonLanguage(settings)));
    await speak('de');
    settings.choose({ theme: 'dark' });
    settings.choose({ lessons: 'de' });
    await speak('en');
    settings.choose({ lessons: 'en' });
    expect(told).toEqual(['de', 'en']);
  });
});
