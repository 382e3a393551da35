// The challenges there are, and the number that makes them. Counterpart: lessons/challenges/index.ts; in the lab of a student
// the number is theirs. Rule: nothing is locked and nothing is timed.

import { useEffect, useId, useRef, useState } from 'react';

import { seedOf, type Student } from '../../contract/hand-in.ts';
import { CHALLENGES, challengeId, MOST_SEED } from '../../lessons/challenges/index.ts';
import { challengeKept } from '../../lessons/progress.ts';
import { useLabs } from '../labs/use-labs.ts';
import { useLessonDesk, useLessons } from '../lesson/use-lesson.ts';
import { useLessonLanguage } from '../settings/use-lesson-language.ts';
import { t } from '../text/t.ts';
import './challenges.css';
import { numberByChance, numberTyped } from './challenge-number.ts';
import { useProgress } from './use-progress.ts';

const LEVELS = [1, 2, 3] as const;

export function Challenges({ onBack }: { onBack: () => void }) {
  const desk = useLessonDesk();
  const language = useLessonLanguage();
  const { entries } = useLabs();
  const running = useLessons((state) => state.running?.lesson);
  const student = entries.find((lab) => lab.isOpen)?.student;
  const [typed, setTyped] = useState(() => String(running?.challenge?.seed ?? numberByChance()));
  const seed = student ? seedOf(student) : numberTyped(typed);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="course-page challenges">
      <button type="button" className="link-button" onClick={onBack}>
        {t('course.back')}
      </button>
      <h2 ref={heading} className="course-page__title" tabIndex={-1}>
        {t('challenges.title')}
      </h2>
      <p className="course__soft">{t('challenges.help')}</p>
      {student ? <TheirNumber student={student} /> : <ChallengeNumber typed={typed} onType={setTyped} />}
      {running?.challenge && (
        <button type="button" className="help__next challenges__go-on" onClick={() => desk.show('lesson')}>
          {t('challenges.goOn', { title: running.head.title, seed: String(running.challenge.seed) })}
        </button>
      )}
      {LEVELS.map((level) => (
        <section key={level} aria-labelledby={`challenges-${level}`}>
          <h3 id={`challenges-${level}`} className="challenges__level">
            <span aria-hidden="true">{'\u25cf'.repeat(level) + '\u25cb'.repeat(LEVELS.length - level)}</span>{' '}
            {t(`challenges.level${level}`)}
          </h3>
          <ul>
            {CHALLENGES.filter((one) => one.level === level).map(({ id, title, minutes }) => (
              <Row
                key={id}
                {...{ id, minutes, title: title[language] }}
                onBegin={
                  seed === undefined ? undefined : () => void desk.open(challengeId(id, seed, !!student), 'afresh')
                }
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row(props: { id: string; title: string; minutes: number; onBegin: (() => void) | undefined }) {
  const { id, title, minutes, onBegin } = props;
  const isSolved = useProgress((state) => state.progress.lessons[challengeKept(id)]?.done_ms !== undefined);
  return (
    <li className="challenges__row">
      <span className="challenges__name">{title}</span>
      <span className="course__soft">
        {t('challenges.minutes', { count: minutes })}
        {isSolved && ` \u00b7 \u2713 ${t('challenges.solved')}`}
      </span>
      <button
        type="button"
        className="plain-button"
        aria-label={t('challenges.beginNamed', { title })}
        disabled={onBegin === undefined}
        onClick={onBegin}
      >
        {t('challenges.begin')}
      </button>
    </li>
  );
}

function TheirNumber({ student }: { student: Student }) {
  return <p>{t('challenges.exam', { ...student, seed: String(seedOf(student)) })}</p>;
}

function ChallengeNumber({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const field = useId();
  const isBad = numberTyped(typed) === undefined;
  return (
    <div className="challenges__number field">
      <label htmlFor={field}>{t('challenges.number')}</label>
      <input
        id={field}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        maxLength={10}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${field}-bad` : undefined}
        onChange={(event) => onType(event.target.value)}
      />
      <button type="button" className="link-button" onClick={() => onType(String(numberByChance()))}>
        {t('challenges.another')}
      </button>
      {isBad && (
        <p id={`${field}-bad`} role="alert">
          {t('challenges.badNumber', { most: MOST_SEED })}
        </p>
      )}
    </div>
  );
}
