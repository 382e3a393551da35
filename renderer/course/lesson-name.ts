// What a lesson is called beside its title. Counterpart: the front matter's `number` and `extra`. Rule: an extra has no
// number for a learner, only a place in the list.

import type { LessonHead } from '../../contract/lesson.ts';
import { t } from '../text/t.ts';

type Named = Pick<LessonHead, 'number' | 'extra'>;

/** `Lesson 4`, or `Extra`. */
export const lessonName = ({ number, extra }: Named): string =>
  extra ? t('lessons.extra') : t('lessons.number', { number });

/** `4`, or `+`. */
export const lessonSign = ({ number, extra }: Named): string => (extra ? '+' : String(number));
