// A lesson at the left of the bench, under a bar that leads back to the course. Counterpart: lessons-place.tsx. Rule: it is
// there only while a lesson is in front.

import { t } from '../text/t.ts';
import { ChallengePanel } from './challenge-panel.tsx';
import { DraftNote } from './draft-note.tsx';
import { LessonPanel } from './lesson-panel.tsx';
import './lesson.css';
import { AuthorsLanguage } from './prose.tsx';
import { useLessonDesk, useLessons } from './use-lesson.ts';

export function LessonColumn() {
  const desk = useLessonDesk();
  const running = useLessons((state) => state.running);
  const isAsking = useLessons((state) => state.elsewhere?.isAsking);
  if (!running) return null;
  const { challenge } = running.lesson;
  return (
    <div className="lesson">
      <div className="lesson__bar">
        <button type="button" className="link-button" onClick={() => desk.show('list')}>
          {t(challenge ? 'challenges.all' : 'lessons.all')}
        </button>
        {running.state.isPreparing && !isAsking && (
          <span className="lesson__preparing" role="status">
            {t('lesson.preparing')}
          </span>
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
      <DraftNote />
      <AuthorsLanguage value={running.lesson.language}>
        {challenge ? (
          <ChallengePanel {...running} challenge={challenge} key={running.lesson.head.id} />
        ) : (
          <LessonPanel {...running} />
        )}
      </AuthorsLanguage>
    </div>
  );
}
