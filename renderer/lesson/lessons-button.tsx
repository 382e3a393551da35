// The way into the lessons and back to them. Counterpart: lesson-column.tsx shows what it opens. Rule: one button, which
// says what stands behind it: the list, or the lesson under way.

import { t } from '../text/t.ts';
import './lessons-button.css';
import { useLessonDesk, useLessons } from './use-lesson.ts';

export function LessonsButton() {
  const desk = useLessonDesk();
  const isShown = useLessons((state) => state.shown !== 'bench');
  const number = useLessons((state) => state.running?.lesson.head.number);
  const label = number === undefined ? t('lessons.title') : t('lessons.number', { number });
  return (
    <button
      type="button"
      className="lessons-button"
      aria-pressed={isShown}
      onClick={() => desk.show(isShown ? 'bench' : 'lesson')}
    >
      {label}
    </button>
  );
}
