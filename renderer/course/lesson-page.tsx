// A lesson that one has done, to be read again: its text, what one thought, one's own lines. Counterpart:
// contract/progress.ts keeps those. Rule: every step with the names that it was done with; what was left out can be read too,
// and done now.

import { useEffect, useRef } from 'react';

import { DONT_KNOW, type Lesson, type Prediction, type Step } from '../../contract/lesson.ts';
import type { KeptAnswer, LessonProgress, StepProgress } from '../../contract/progress.ts';
import { firstUses, type StepTerms, termsOfStep } from '../lesson/linked-terms.ts';
import { AuthorsLanguage, Prose, useForeign, Words } from '../lesson/prose.tsx';
import { useLessonDesk } from '../lesson/use-lesson.ts';
import { t } from '../text/t.ts';
import { useLesson } from './course-detail.tsx';
import { lessonName } from './lesson-name.ts';
import { useProgress } from './use-progress.ts';

export function LessonPage({ id, onBack }: { id: string; onBack: () => void }) {
  const lesson = useLesson(id);
  const kept = useProgress((state) => state.progress.lessons[id]);
  return (
    <div className="course-page">
      <button type="button" className="link-button" onClick={onBack}>
        {t('course.back')}
      </button>
      <AuthorsLanguage value={lesson?.language}>
        {lesson ? <Page lesson={lesson} kept={kept} /> : <p role="status">{t('detail.opening')}</p>}
      </AuthorsLanguage>
    </div>
  );
}

function Page({ lesson, kept }: { lesson: Lesson; kept: LessonProgress | undefined }) {
  const { head, versions, ending } = lesson;
  const heading = useRef<HTMLHeadingElement>(null);
  const foreign = useForeign();
  useEffect(() => heading.current?.focus(), []);
  const steps = versions[0] ?? [];
  const uses = firstUses(steps);
  const last = kept?.steps[steps.at(-1)?.id ?? '']?.done?.names ?? 0;
  return (
    <article aria-labelledby="page-title">
      <p className="course__soft">{lessonName(head)}</p>
      <h2 id="page-title" ref={heading} className="course-page__title" tabIndex={-1} lang={foreign}>
        {head.title}
      </h2>
      {steps.map((first, at) => {
        const step = kept?.steps[first.id];
        const shown = versions[step?.done?.names ?? step?.prediction?.names ?? 0]?.[at] ?? first;
        return (
          <StepOnPage key={first.id} {...{ lesson, at, step: shown }} kept={step} terms={termsOfStep(uses, first.id)} />
        );
      })}
      <Prose text={ending[last] ?? ''} />
    </article>
  );
}

interface StepProps {
  lesson: Lesson;
  at: number;
  step: Step;
  kept: StepProgress | undefined;
  terms: StepTerms;
}

function StepOnPage({ lesson, at, step: { title, text, act, prediction }, kept, terms }: StepProps) {
  const desk = useLessonDesk();
  const done = kept?.done;
  const goTo = async () => {
    await desk.open(lesson.head.id);
    desk.act({ kind: 'go', step: at, at_ms: desk.now_ms() });
  };
  return (
    <section className="course-page__step">
      <h3>
        <span aria-hidden="true">{done ? '\u2713 ' : '\u25cb '}</span>
        <Words text={title} />
      </h3>
      <Prose text={text} terms={terms.prose} />
      <p className="course-page__act has-terms">
        <Words text={act} terms={terms.act} />
      </p>
      {prediction && kept?.prediction && <Thought prediction={prediction} said={kept.prediction} />}
      {done ? (
        <>
          <p className="course__soft">{t('page.lines')}</p>
          <pre className="course-page__lines">
            {done.quotes.map(({ from, text: line }, index) => (
              <code key={index} className={`summary__line summary__line--${from}`}>
                {line}
              </code>
            ))}
          </pre>
          <p className="course__soft">
            {done.hints > 0 && kept.alone_ms === undefined ? t('page.hints', { count: done.hints }) : t('page.alone')}
          </p>
        </>
      ) : (
        <p className="course__soft">
          {t('page.notDone')}{' '}
          <button type="button" className="link-button" onClick={() => void goTo()}>
            {t('page.doIt')}
          </button>
        </p>
      )}
    </section>
  );
}

function Thought({ prediction: { asks, options, dontKnow }, said }: { prediction: Prediction; said: KeptAnswer }) {
  const option = options.find(({ id }) => id === said.option);
  const answer = said.option === DONT_KNOW ? t('panel.dontKnow') : (option?.text ?? '');
  return (
    <div className="course-page__thought">
      <p>
        <Words text={asks} />
      </p>
      <p>
        {t(said.sure ? 'page.youThought' : 'page.youGuessed')} <Words text={answer} />
        {said.right && <span aria-hidden="true">{' \u2713'}</span>}
      </p>
      <p>
        <Words text={option?.reply ?? dontKnow} />
      </p>
    </div>
  );
}
