// The languages that lessons speak. Counterpart: say.ts, where the compiler asks each of them for its sentences; a lesson
// in one of them is `lesson.<language>.md`. Rule: English is first, and everything is there in it.

export const LESSON_LANGUAGES = ['en', 'de'] as const;
export type LessonLanguage = (typeof LESSON_LANGUAGES)[number];

/** Words of the same meaning, one for each language. */
export type InEachLanguage = Readonly<Record<LessonLanguage, string>>;
