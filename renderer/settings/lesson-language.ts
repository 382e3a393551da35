// The language that lessons are read in: the app's, or one of their own. Counterpart: settings.ts keeps the choice, lessons/text/
// has the languages. Rule: whoever chose nothing reads lessons in the language that the app speaks, as far as they are there.

import type { LessonLanguage } from '../../lessons/text/languages.ts';
import { onLanguage, spokenLanguage } from '../text/language.ts';
import type { Settings } from './settings.ts';

export function lessonLanguage(settings: Settings): LessonLanguage {
  const { lessons } = settings.store.getState();
  return lessons === 'app' ? spokenLanguage() : lessons;
}

/** Told when lessons are to be read in another language than before. */
export function onLessonLanguage(settings: Settings, tell: () => void): void {
  let before = lessonLanguage(settings);
  const look = () => {
    const now = lessonLanguage(settings);
    if (now === before) return;
    before = now;
    tell();
  };
  settings.store.subscribe(look);
  onLanguage(look);
}
