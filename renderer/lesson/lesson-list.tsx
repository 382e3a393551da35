// The lessons there are. Counterpart: lessons/library.ts courseHeads. Rule: one press opens one; the one under way says so.

import { useEffect } from 'react';

import { t } from '../text/t.ts';
import { WayBack } from './lesson-lab.tsx';
import { useLessonDesk, useLessons } from './use-lesson.ts';

export function LessonList() {
  const desk = useLessonDesk();
  const running = useLessons((state) => state.running?.lesson.head.id);
  const heads = useLessons((state) => state.heads);
  const unreadable = useLessons((state) => state.unreadable);
  useEffect(() => void desk.load(), [desk]);
  return (
    <section aria-labelledby="lessons-title">
      <h2 id="lessons-title" className="lesson__title">
        {t('lessons.title')}
      </h2>
      <p className="lesson__soft">{t('lessons.help')}</p>
      <WayBack />
      <ul className="lesson-list">
        {heads?.map(({ id, number, extra, title, minutes }) => (
          <li key={id}>
            <button
              type="button"
              className="lesson-list__item"
              onClick={() => (running === id ? desk.show('lesson') : void desk.open(id))}
            >
              <span className="lesson__soft">{extra ? t('lessons.extra') : t('lessons.number', { number })}</span>
              <span className="lesson-list__title">{title}</span>
              <span className="lesson__soft">
                {running === id ? t('lessons.running') : t('lessons.minutes', { count: minutes })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {unreadable !== undefined && <p role="alert">{t('lessons.unreadable')}</p>}
    </section>
  );
}
