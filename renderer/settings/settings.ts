// How a person wants the screen: colours, size of type, motion, languages, keys of one character. Counterpart: page-look.ts and
// app-language.ts put it in force, settings-sheet.tsx asks. Rule: kept in this browser; what is kept and doesn't fit counts as never chosen.

import { createStore } from 'zustand/vanilla';

import { z } from '../../contract/schema.ts';
import { LESSON_LANGUAGES } from '../../lessons/text/languages.ts';
import { remembered } from '../store/remembered.ts';
import { LANGUAGES } from '../text/language.ts';
import { TYPE_PERCENT } from './limits.ts';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const MOTIONS = ['system', 'reduced'] as const;

/** What the app speaks; lessons may have a language of their own. */
export const APP_LANGUAGES = ['system', ...LANGUAGES] as const;

/** What lessons are read in; a lesson that isn't there in it is shown in English, and says so. */
export const LESSON_CHOICES = ['app', ...LESSON_LANGUAGES] as const;

const schema = z.object({
  theme: z.enum(THEMES).catch('system'),
  typePercent: z.int().min(TYPE_PERCENT.least).max(TYPE_PERCENT.most).catch(TYPE_PERCENT.usual),
  motion: z.enum(MOTIONS).catch('system'),
  language: z.enum(APP_LANGUAGES).catch('system'),
  lessons: z.enum(LESSON_CHOICES).catch('app'),
  /** Whether keys of one character do something: who dictates, or has a cat, switches them off (WCAG 2.1.4). */
  hasSingleKeys: z.boolean().catch(true),
});
export type Choices = z.output<typeof schema>;

const USUAL: Choices = schema.parse({});
const keptHere = remembered('posthorn.settings', schema);

export class Settings {
  readonly store;
  readonly #kept: Pick<typeof keptHere, 'recall' | 'remember'>;
  #isEnlarged = false;

  constructor(kept: Pick<typeof keptHere, 'recall' | 'remember'> = keptHere) {
    this.#kept = kept;
    this.store = createStore<Choices>()(() => kept.recall() ?? USUAL);
  }

  choose(choices: Partial<Choices>): void {
    this.store.setState(choices);
    if (!this.#isEnlarged) this.#kept.remember(this.store.getState());
  }

  /** Type for a hall, for as long as a lecture goes: nothing of it is kept. */
  enlarge(factor: number | undefined): void {
    this.#isEnlarged = factor !== undefined;
    const { typePercent } = this.#kept.recall() ?? USUAL;
    this.store.setState({ typePercent: Math.min(TYPE_PERCENT.most, Math.round(typePercent * (factor ?? 1))) });
  }

  /** One step larger or smaller. */
  growType(steps: 1 | -1): void {
    const { least, most, step } = TYPE_PERCENT;
    const wanted = this.store.getState().typePercent + steps * step;
    this.choose({ typePercent: Math.min(Math.max(wanted, least), most) });
  }
}
