// The end of a lesson: what was done, in the learner's own lines. Counterpart: lessons/record.ts Summary. Rule: no score;
// what is asked again another day is a question, not a fault.

import { useEffect, useRef } from 'react';

import type { PanelView } from '../../lessons/panel.ts';
import { t } from '../text/t.ts';
import { Prose } from './prose.tsx';
import { useLessonDesk } from './use-lesson.ts';

export function LessonSummary({ summary }: { summary: NonNullable<PanelView['summary']> }) {
  const desk = useLessonDesk();
  const { done, ending, review, steps, testedOut } = summary;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title ?? id;
  return (
    <div className="summary">
      <h3 ref={heading} className="lesson__step" tabIndex={-1}>
        {t(done ? 'lesson.done' : 'lesson.notDone')}
      </h3>
      {testedOut && <p>{t('panel.testedOut')}</p>}
      <ul className="goals">
        {steps.map((step) => (
          <li key={step.id} className={step.done ? 'goal goal--met' : 'goal'}>
            <span className="goal__sign" aria-hidden="true">
              {step.done ? '\u2713' : '\u25cb'}
            </span>
            <div>
              <p>
                <span className="sr">{`${t(step.done ? 'panel.met' : 'panel.notMet')}: `}</span>
                {step.title}
              </p>
              {step.quotes.map(({ seq, from, text }) => (
                <code key={`${seq}-${from}`} className={`summary__line summary__line--${from}`}>
                  {text}
                </code>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <Prose text={ending} />
      {review.length > 0 && (
        <>
          <h4 className="lesson__label">{t('panel.review')}</h4>
          <ul>
            {review.map(({ step }) => (
              <li key={step}>{titleOf(step)}</li>
            ))}
          </ul>
        </>
      )}
      <button
        type="button"
        className="help__next"
        onClick={() => {
          desk.leave();
          desk.show('list');
        }}
      >
        {t('lessons.all')}
      </button>
    </div>
  );
}
