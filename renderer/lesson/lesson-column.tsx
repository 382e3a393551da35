// What the lessons put at the left of the bench. Counterpart: app/app.tsx, which gives it the place. Rule: the list and
// the panel share one frame; the bar above is there only while a lesson is under way.

import { t } from '../text/t.ts';
import { LessonList } from './lesson-list.tsx';
import { LessonPanel } from './lesson-panel.tsx';
import './lesson.css';
import { useLessonDesk, useLessons } from './use-lesson.ts';

export function LessonColumn() {
  const desk = useLessonDesk();
  const shown = useLessons((state) => state.shown);
  const running = useLessons((state) => state.running);
  return (
    <div className="lesson">
      {running && (
        <div className="lesson__bar">
          {shown === 'lesson' && (
            <button type="button" className="link-button" onClick={() => desk.show('list')}>
              {t('lessons.all')}
            </button>
          )}
          <button
            type="button"
            className="lesson__close icon-button"
            aria-label={t('lessons.close')}
            title={t('lessons.close')}
            onClick={() => desk.leave()}
          >
            <span aria-hidden="true">{'\u00d7'}</span>
          </button>
        </div>
      )}
      {shown === 'lesson' && running ? <LessonPanel {...running} /> : <LessonList />}
    </div>
  );
}
