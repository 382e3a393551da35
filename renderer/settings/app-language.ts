// Has the app speak as it was chosen, or as the system wishes. Counterpart: text/language.ts. Rule: the page's `lang` says
// what is spoken, not what was asked for; a language that can't be loaded leaves the one that is spoken.

import { type Language, LANGUAGES, onLanguage, speak, spokenLanguage } from '../text/language.ts';
import type { Choices, Settings } from './settings.ts';

/** Kept when what is chosen now is spoken; later choices are followed by themselves. */
export function followLanguage(settings: Settings, page: Document, wishes: readonly string[]): Promise<void> {
  onLanguage(() => (page.documentElement.lang = spokenLanguage()));
  settings.store.subscribe(({ language }, before) => {
    if (language !== before.language) void speakAs(language, wishes);
  });
  return speakAs(settings.store.getState().language, wishes);
}

async function speakAs(choice: Choices['language'], wishes: readonly string[]): Promise<void> {
  try {
    await speak(choice === 'system' ? firstOf(wishes) : choice);
  } catch {
    // Its file didn't come: what was spoken goes on.
  }
}

/** The first wish that can be granted: `de-AT` is German. */
export function firstOf(wishes: readonly string[]): Language {
  const granted = wishes.map((wish) => LANGUAGES.find((language) => language === wish.split('-')[0]));
  return granted.find((language) => language !== undefined) ?? 'en';
}
