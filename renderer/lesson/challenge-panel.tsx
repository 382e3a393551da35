// A challenge under way: what is asked for, the findings, and what of it has been met. Counterpart: lesson-panel.tsx for
// lessons; course/challenges.tsx lists them. Rule: no hints, no reasons; for marks it isn't even said what is met. The time is
// shown to whoever asks for it.

import { useEffect, useMemo, useRef, useState } from 'react';

import type { ChallengeFacts, Lesson } from '../../contract/lesson.ts';
import { challengeId } from '../../lessons/challenges/index.ts';
import type { GoalView } from '../../lessons/checks.ts';
import { panelView } from '../../lessons/panel.ts';
import type { RunnerState } from '../../lessons/runner.ts';
import { numberByChance } from '../course/challenge-number.ts';
import { t } from '../text/t.ts';
import { OtherLab } from './lesson-lab.tsx';
import { useForeign, Words } from './prose.tsx';
import { Questions } from './question-form.tsx';
import { StepDoors } from './step-doors.tsx';
import { StepTools } from './step-tools.tsx';
import { useShellOpen } from './use-shell-open.ts';
import { useLessonDesk, useLessons } from './use-lesson.ts';

interface Props {
  lesson: Lesson;
  challenge: ChallengeFacts;
  state: RunnerState;
}

export function ChallengePanel({ lesson, challenge, state }: Props) {
  const { kind, isExam } = challenge;
  const desk = useLessonDesk();
  const view = useMemo(() => panelView(lesson, state, 0), [lesson, state]);
  const elsewhere = useLessons((all) => all.elsewhere);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShellOpen(view.panels);
  const foreign = useForeign();
  const isSolved = !isExam && view.phase !== 'working';
  return (
    <section className="lesson__panel" aria-labelledby="lesson-title">
      <p className="lesson__soft">
        {t(isExam ? 'challenge.examOf' : 'challenge.of', { seed: String(challenge.seed) })}
      </p>
      <h2 id="lesson-title" ref={heading} className="lesson__title" tabIndex={-1} lang={foreign}>
        {lesson.head.title}
      </h2>
      {elsewhere && <OtherLab elsewhere={elsewhere} />}
      <p className="lesson__act">
        <Words text={view.act} />
      </p>
      <StepTools panels={view.panels} />
      <StepDoors actors={state.step.start.actors} panels={view.panels} />
      <Questions key={state.began_ms} questions={view.questions} />
      <Parts goals={view.goals} isExam={isExam} />
      <div role="status">
        {isSolved && <p className="lesson__solved">{t('challenge.solved')}</p>}
        {isExam && <p className="lesson__soft">{t('challenge.marked')}</p>}
      </div>
      {isSolved && (
        <button
          type="button"
          className="help__next"
          onClick={() => void desk.open(challengeId(kind, numberByChance(), false), 'afresh')}
        >
          {t('challenge.next')}
        </button>
      )}
      <div className="help__links">
        <button
          type="button"
          className="link-button"
          onClick={() => desk.act({ kind: 'restart', at_ms: desk.now_ms() })}
        >
          {t('challenge.again')}
        </button>
        <Time key={state.began_ms} began_ms={state.began_ms} isOver={isSolved} />
      </div>
    </section>
  );
}

function Parts({ goals, isExam }: { goals: readonly GoalView[]; isExam: boolean }) {
  return (
    <section className="goals" aria-labelledby="goals-title">
      <h4 id="goals-title" className="lesson__label">
        {t('challenge.parts')}
      </h4>
      <ul>
        {goals.map(({ says, met }) => {
          const isShown = met && !isExam;
          return (
            <li key={says} className={isShown ? 'goal goal--met' : 'goal'}>
              <span className="goal__sign" aria-hidden="true">
                {isShown ? '\u2713' : isExam ? '\u2022' : '\u25cb'}
              </span>
              <p>
                {!isExam && <span className="sr">{`${t(met ? 'panel.met' : 'panel.notMet')}: `}</span>}
                <Words text={says} />
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const SECOND_MS = 1000;
const MINUTE_S = 60;

/** Off until somebody wants it. */
function Time({ began_ms, isOver }: { began_ms: number; isOver: boolean }) {
  const desk = useLessonDesk();
  const [isShown, setShown] = useState(false);
  const [now_ms, setNow] = useState(began_ms);
  useEffect(() => {
    if (!isShown || isOver) return undefined;
    const look = () => setNow(desk.now_ms());
    look();
    const timer = setInterval(look, SECOND_MS);
    return () => clearInterval(timer);
  }, [desk, isShown, isOver]);
  const seconds = Math.max(0, Math.floor((now_ms - began_ms) / SECOND_MS));
  const text = `${Math.floor(seconds / MINUTE_S)}:${String(seconds % MINUTE_S).padStart(2, '0')}`;
  return (
    <>
      <button type="button" className="link-button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        {t('challenge.time')}
      </button>
      {isShown && <span role="timer">{text}</span>}
    </>
  );
}
