// The lesson under way: where one is, what to read and do, what one thinks, what is still missing. Counterpart:
// lessons/panel.ts, which says all of it as data. Rule: drawn from the view alone; every press is an action of the runner.

import { useEffect, useMemo, useRef, useState } from 'react';

import type { Lesson } from '../../contract/lesson.ts';
import { HINT_AFTER_MS } from '../../lessons/limits.ts';
import { type PanelView, panelView } from '../../lessons/panel.ts';
import { referenceTo } from '../../lessons/reference/names.ts';
import type { RunnerState } from '../../lessons/runner.ts';
import { ReferenceLink, RfcLink } from '../reference/reference-link.tsx';
import { t } from '../text/t.ts';
import { OtherLab } from './lesson-lab.tsx';
import { LessonSummary } from './lesson-summary.tsx';
import { firstUses, type StepTerms, termsOfStep } from './linked-terms.ts';
import { PredictionForm } from './prediction-form.tsx';
import { Prose, useForeign, Words } from './prose.tsx';
import { Questions } from './question-form.tsx';
import { StepDoors } from './step-doors.tsx';
import { Goals, Notices } from './step-goals.tsx';
import { StepHelp, StepNext } from './step-help.tsx';
import { StepTools } from './step-tools.tsx';
import { useLessonDesk, useLessons } from './use-lesson.ts';
import { useShellOpen } from './use-shell-open.ts';

export function LessonPanel({ lesson, state }: { lesson: Lesson; state: RunnerState }) {
  const now_ms = useHintTime(state.began_ms);
  const view = useMemo(() => panelView(lesson, state, now_ms), [lesson, state, now_ms]);
  // Which names the learner has makes no difference to the terms.
  const uses = useMemo(() => firstUses(lesson.versions[0] ?? []), [lesson]);
  const elsewhere = useLessons((desk) => desk.elsewhere);
  const foreign = useForeign();
  const { number, isExtra, title } = view.lesson;
  return (
    <section className="lesson__panel" aria-labelledby="lesson-title">
      <p className="lesson__soft">{isExtra ? t('lessons.extra') : t('lessons.number', { number })}</p>
      <h2 id="lesson-title" className="lesson__title" lang={foreign}>
        {title}
      </h2>
      {lesson.lacks !== undefined && <p className="lesson__soft">{t('settings.lessons.missing')}</p>}
      <StepBars view={view} />
      {elsewhere && <OtherLab elsewhere={elsewhere} />}
      {view.summary ? (
        <LessonSummary summary={view.summary} />
      ) : (
        <StepView
          key={`${state.at}-${state.began_ms}`}
          view={view}
          actors={state.step.start.actors}
          terms={termsOfStep(uses, state.step.id)}
        />
      )}
      <p className="sr" role="status" aria-live="polite">
        {saidAloud(view)}
      </p>
    </section>
  );
}

function StepBars({ view }: { view: PanelView }) {
  const desk = useLessonDesk();
  return (
    <ol className="step-bars" aria-label={t('lesson.steps')}>
      {view.steps.map(({ id, title, state }, step) => {
        const label = t(`bars.${state}`, { number: step + 1, title });
        return (
          <li key={id}>
            <button
              type="button"
              className={`step-bars__bar step-bars__bar--${state}`}
              aria-label={label}
              title={label}
              aria-current={state === 'current' ? 'step' : undefined}
              onClick={() => desk.act({ kind: 'go', step, at_ms: desk.now_ms() })}
            />
          </li>
        );
      })}
    </ol>
  );
}

function StepView({ view, actors, terms }: { view: PanelView; actors: readonly string[]; terms: StepTerms }) {
  const { step, phase, counts, ref } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShellOpen(view.panels);
  const position = t('panel.stepOf', { step: step.number, steps: step.of });
  return (
    <>
      <h3 ref={heading} className="lesson__step" tabIndex={-1}>
        <span className="lesson__position">{step.core ? position : `${position}, ${t('panel.optional')}`}</span>
        <Words text={step.title} />
      </h3>
      <Prose text={view.prose} terms={terms.prose} />
      <p className="lesson__act has-terms">
        <Words text={view.act} terms={terms.act} />
      </p>
      <StepTools panels={view.panels} />
      <StepDoors actors={actors} panels={view.panels} />
      {view.prediction && <PredictionForm view={view.prediction} />}
      <Questions questions={view.questions} />
      <Goals goals={view.goals} />
      <Notices notices={view.notices} />
      {phase === 'again' && <p className="lesson__soft">{t('panel.againWhy')}</p>}
      <StepHelp view={view} />
      <p className="lesson__ref">
        {t(`panel.counts.${counts}`)} <StepReferences {...ref} />
        {ref.leadsTo !== undefined && (
          <span>
            <Words text={t('lesson.leadsTo', { what: ref.leadsTo })} />
          </span>
        )}
      </p>
      <StepNext view={view} />
    </>
  );
}

function StepReferences({ rfc, terms }: PanelView['ref']) {
  const links = [
    ...rfc.map((cited) => <RfcLink key={cited} cited={cited} />),
    ...terms.map((name) => {
      const to = referenceTo(name);
      return to === undefined ? <span key={name}>{name}</span> : <ReferenceLink key={name} to={to} name={name} />;
    }),
  ];
  return <span className="lesson__links">{links}</span>;
}

/** What a person who doesn't see the marks hears: goals as they are reached. */
function saidAloud({ goals, phase }: PanelView): string {
  if (phase === 'finished') return '';
  const met = goals.filter((goal) => goal.met).map(({ says }) => t('lesson.reached', { goal: says }));
  return [...met, ...(phase === 'met' ? [t('lesson.allReached')] : [])].join(' ');
}

/** The time now, and once more when the hints of a step open by themselves. */
function useHintTime(began_ms: number): number {
  const desk = useLessonDesk();
  const [later_ms, setLater] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setLater(desk.now_ms()), began_ms + HINT_AFTER_MS - desk.now_ms());
    return () => clearTimeout(timer);
  }, [desk, began_ms]);
  return Math.max(began_ms, later_ms);
}
