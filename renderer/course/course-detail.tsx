// The lesson that is chosen on the map: what it takes, what is good to know first, its steps, and the ways into it.
// Counterpart: course-overview.tsx. Rule: nothing is locked; what isn't advised is said, not forbidden.

import { useEffect, useState } from 'react';

import type { Lesson, LessonHead } from '../../contract/lesson.ts';
import type { LessonProgress, Progress } from '../../contract/progress.ts';
import { OPENING } from '../../lessons/library.ts';
import { advisedFirst, isBehind, recordsFrom, standingOf, stepToGoOn } from '../../lessons/progress.ts';
import { useLessonDesk } from '../lesson/use-lesson.ts';
import { t } from '../text/t.ts';
import { lessonName, lessonSign } from './lesson-name.ts';
import type { CourseView } from './course-place.tsx';

interface Props {
  head: LessonHead;
  heads: readonly LessonHead[];
  progress: Progress;
  isNext: boolean;
  isRunning: boolean;
  onChoose: (id: string) => void;
  onShow: (view: CourseView) => void;
}

export function CourseDetail({ head, heads, progress, isNext, isRunning, onChoose, onShow }: Props) {
  const { id, title, minutes, extra } = head;
  const kept = progress.lessons[id];
  const lesson = useLesson(id);
  const first = advisedFirst(head, progress);
  const titled = (ids: readonly string[]) => heads.filter((one) => ids.includes(one.id));
  const leadsTo = heads.filter((one) => one.after.includes(id));
  return (
    <section className="course-detail" aria-labelledby="detail-title">
      <div className="course-detail__about">
        <p className="course__soft">
          {lessonName(head)} {'\u00b7'} {t('detail.about', { count: minutes })}
          {extra && ` \u00b7 ${t('detail.extra')}`}
        </p>
        <div className="course-detail__head">
          <h3 id="detail-title" className="course-detail__title">
            {title}
          </h3>
          <Ways {...{ id, kept, lesson, isNext, isRunning, onShow }} />
        </div>
        {first.length > 0 ? (
          <Others label={t('detail.first')} heads={titled(first)} onChoose={onChoose} />
        ) : (
          head.after.length > 0 && <p className="course__soft">{t('detail.ready')}</p>
        )}
        {leadsTo.length > 0 && <Others label={t('detail.leadsTo')} heads={leadsTo} onChoose={onChoose} />}
      </div>
      {lesson ? <Steps lesson={lesson} kept={kept} /> : <p className="course__soft">{t('detail.opening')}</p>}
    </section>
  );
}

/** The lesson's text. Reading it takes a moment, and choosing another one must not wait for that. */
export function useLesson(id: string): Lesson | undefined {
  const desk = useLessonDesk();
  const [lesson, setLesson] = useState<Lesson>();
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(() => void desk.load().then((course) => isGone || setLesson(course.open(id))));
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [desk, id]);
  return lesson?.head.id === id ? lesson : undefined;
}

function Others({
  label,
  heads,
  onChoose,
}: {
  label: string;
  heads: readonly LessonHead[];
  onChoose: (id: string) => void;
}) {
  return (
    <p className="course__soft course-detail__others">
      {label}{' '}
      {heads.map((head) => (
        <button key={head.id} type="button" className="link-button" onClick={() => onChoose(head.id)}>
          {lessonSign(head)} {head.title}
        </button>
      ))}
    </p>
  );
}

interface WaysProps {
  id: string;
  kept: LessonProgress | undefined;
  lesson: Lesson | undefined;
  isNext: boolean;
  isRunning: boolean;
  onShow: (view: CourseView) => void;
}

function Ways({ id, kept, lesson, isNext, isRunning, onShow }: WaysProps) {
  const desk = useLessonDesk();
  const main = isNext ? 'help__next' : 'plain-button';
  const alone = (
    <button
      type="button"
      className="link-button"
      title={t('detail.aloneHelp')}
      onClick={() => void desk.open(id, 'alone')}
    >
      {t('detail.alone')}
    </button>
  );
  if (isRunning) {
    return (
      <div className="course-detail__ways">
        <button type="button" className={main} onClick={() => desk.show('lesson')}>
          {t('detail.goOn')}
        </button>
      </div>
    );
  }
  if (isBehind(kept)) {
    return (
      <div className="course-detail__ways">
        <button type="button" className="plain-button" onClick={() => onShow({ name: 'page', lesson: id })}>
          {t('detail.read')}
        </button>
        <button type="button" className="link-button" onClick={() => void desk.open(id, 'afresh')}>
          {t('detail.afresh')}
        </button>
        {kept?.known_ms === undefined && alone}
      </div>
    );
  }
  const step = lesson && stepToGoOn(lesson, recordsFrom(lesson, kept)) + 1;
  const goOn = step === undefined ? t('detail.goOn') : t('detail.goOnAt', { number: step });
  return (
    <div className="course-detail__ways">
      <button type="button" className={main} onClick={() => void desk.open(id)}>
        {standingOf(kept) === 'new' ? t('detail.begin') : goOn}
      </button>
      {alone}
    </div>
  );
}

function Steps({ lesson, kept }: { lesson: Lesson; kept: LessonProgress | undefined }) {
  const steps = lesson.versions[0] ?? [];
  const own = steps.filter(({ id }) => id !== OPENING);
  const core = own.filter((step) => step.core).length;
  const counts = [t('detail.core', { count: core }), t('detail.more', { count: own.length - core })];
  return (
    <div className="course-detail__steps">
      <p className="course__soft">{counts.join(', ')}</p>
      <ol aria-label={t('detail.steps')}>
        {steps.map(({ id, title, core: isCore }) => {
          const isDone = kept?.steps[id]?.done !== undefined;
          return (
            <li key={id} className={isCore ? 'course-step course-step--core' : 'course-step'}>
              <span aria-hidden="true">{isDone ? '\u2713' : '\u25cb'}</span>
              <span>
                {title}
                <span className="sr">{`, ${t(isDone ? 'step.done' : 'step.notDone')}`}</span>
              </span>
              <span className="course-step__kind">
                {t(id === OPENING ? 'step.opening' : isCore ? 'step.core' : 'step.extra')}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
