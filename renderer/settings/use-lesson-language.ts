// The language of the lessons, for views. Counterpart: lesson-language.ts.

import { useStore } from 'zustand';

import type { LessonLanguage } from '../../lessons/text/languages.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { lessonLanguage } from './lesson-language.ts';

export function useLessonLanguage(): LessonLanguage {
  const { settings } = useBenchParts();
  return useStore(settings.store, () => lessonLanguage(settings));
}
