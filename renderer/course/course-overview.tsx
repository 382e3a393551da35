// All lessons at once, and one of them in detail. Counterpart: lessons/course-map.ts has the places, course-detail.tsx the
// detail. Rule: what is advised next is chosen at first and is the one thing in the accent; a lesson that is chosen twice
// is opened.

import { useState } from 'react';

import type { LessonHead } from '../../contract/lesson.ts';
import type { Progress } from '../../contract/progress.ts';
import { isBehind, nextLesson } from '../../lessons/progress.ts';
import { dueAt, REVIEW_QUESTIONS } from '../../lessons/review.ts';
import { DraftNote } from '../lesson/draft-note.tsx';
import { WayBack } from '../lesson/lesson-lab.tsx';
import { useLessonDesk, useLessons } from '../lesson/use-lesson.ts';
import { t } from '../text/t.ts';
import { CourseDetail } from './course-detail.tsx';
import { CourseMapView } from './course-map.tsx';
import type { CourseView } from './course-place.tsx';
import { HandInPanel } from './hand-in-panel.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { rememberedLook } from './remembered-look.ts';
import { useProgress } from './use-progress.ts';

interface Props {
  heads: readonly LessonHead[];
  onShow: (view: CourseView) => void;
}

export function CourseOverview({ heads, onShow }: Props) {
  const desk = useLessonDesk();
  const running = useLessons((state) => state.running?.lesson.head.id);
  const unreadable = useLessons((state) => state.unreadable);
  const progress = useProgress((state) => state.progress);
  const next = nextLesson(heads, progress);
  const due = Math.min(REVIEW_QUESTIONS, dueAt(progress, Date.now()).length);
  const [chosen, setChosen] = useState<string>();
  const [look, setLook] = useState(() => rememberedLook.recall() ?? 'map');
  const shown = chosen ?? running ?? next ?? heads[0]?.id;
  const head = heads.find(({ id }) => id === shown);
  const change = (wanted: 'map' | 'list') => {
    setLook(wanted);
    rememberedLook.remember(wanted);
  };
  const onOpen = (id: string) => {
    if (running === id) desk.show('lesson');
    else void desk.open(id);
  };
  return (
    <div className="course">
      <header className="course__head">
        <h2 id="lessons-title" className="course__title">
          {t('lessons.title')}
        </h2>
        <div className="course__ways">
          <Tally heads={heads} progress={progress} />
          <button type="button" className="link-button course__way" onClick={() => onShow({ name: 'review' })}>
            {due === 0 ? t('course.review') : t('course.reviewDue', { count: due })}
          </button>
          <button type="button" className="link-button course__way" onClick={() => onShow({ name: 'test' })}>
            {t('course.test')}
          </button>
          <button type="button" className="link-button course__way" onClick={() => onShow({ name: 'challenges' })}>
            {t('challenges.title')}
          </button>
          <div className="course__look" role="group" aria-label={t('course.views')}>
            {(['map', 'list'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={look === one} onClick={() => change(one)}>
                {t(`course.${one}`)}
              </button>
            ))}
          </div>
        </div>
        <p className="course__soft course__help">{t('course.help')}</p>
      </header>
      <WayBack />
      <DraftNote />
      {unreadable !== undefined && <p role="alert">{t('lessons.unreadable')}</p>}
      <div className="course__body">
        <CourseMapView
          {...{ heads, progress, look, next, running }}
          chosen={shown}
          onChoose={(id) => (id === chosen ? onOpen(id) : setChosen(id))}
        />
        {head && (
          <CourseDetail
            key={head.id}
            {...{ head, heads, progress, onShow }}
            isNext={head.id === (running ?? next)}
            isRunning={head.id === running}
            onChoose={setChosen}
          />
        )}
      </div>
      <ProgressPanel />
      <HandInPanel />
    </div>
  );
}

/** Minutes after which the time left is told in hours. */
const HOUR = 60;

function Tally({ heads, progress: { lessons } }: { heads: readonly LessonHead[]; progress: Progress }) {
  const course = heads.filter(({ extra }) => !extra);
  const left = course.filter(({ id }) => !isBehind(lessons[id]));
  const minutes = left.reduce((sum, head) => sum + head.minutes, 0);
  const time = minutes < HOUR ? t('course.fewLeft') : t('course.left', { count: Math.round(minutes / HOUR) });
  return (
    <p className="course__soft">
      {t('course.tally', { done: course.length - left.length, count: course.length })}
      {left.length > 0 && ` \u00b7 ${time}`}
    </p>
  );
}
