// Five minutes of questions from lessons that one has had: those that one was wrong about, guessed or didn't know.
// Counterpart: lessons/review.ts chooses and spaces them. Rule: what is asked is settled at the beginning; it ends by
// itself; every answer gets what its option has to say, and nothing is counted against anybody.

import { useEffect, useRef, useState } from 'react';

import { DONT_KNOW, type LessonHead } from '../../contract/lesson.ts';
import type { Progress } from '../../contract/progress.ts';
import { nextLesson } from '../../lessons/progress.ts';
import {
  type Due,
  dueAt,
  keptAnswer,
  nextDue,
  REVIEW_MS,
  REVIEW_QUESTIONS,
  reviewAnswered,
  reviewGoesOn,
  type ReviewQuestion,
  reviewQuestion,
} from '../../lessons/review.ts';
import { AskForm, SureButtons } from '../lesson/ask-form.tsx';
import { AuthorsLanguage, Prose, Words } from '../lesson/prose.tsx';
import { useLessonDesk } from '../lesson/use-lesson.ts';
import { t } from '../text/t.ts';
import { showDay } from '../text/times.ts';
import { useLesson } from './course-detail.tsx';
import { lessonName } from './lesson-name.ts';
import { useProgress, useProgressDesk } from './use-progress.ts';

const MINUTE_MS = 60_000;

/** An answer of this review. */
interface Answered {
  due: Due;
  title: string;
  right: boolean;
  sure: boolean;
}

export function Review({ heads, onBack }: { heads: readonly LessonHead[]; onBack: () => void }) {
  const desk = useLessonDesk();
  const progress = useProgress((state) => state.progress);
  // What is due changes with every answer; this review doesn't.
  const [asked] = useState(() => dueAt(progress, Date.now()).slice(0, REVIEW_QUESTIONS));
  const [began_ms] = useState(desk.now_ms);
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  /** Behind one: answered, or gone from its lesson. */
  const [behind, setBehind] = useState(0);
  const [isOver, setOver] = useState(asked.length === 0);
  const due = asked[behind];
  const onNext = (one?: Answered) => {
    if (one) setAnswered([...answered, one]);
    setBehind(behind + 1);
    if (!reviewGoesOn(behind + 1, asked.length, began_ms, desk.now_ms())) setOver(true);
  };
  const left_ms = Math.max(0, REVIEW_MS - (desk.now_ms() - began_ms));
  return (
    <div className="course-page">
      <button type="button" className="link-button" onClick={onBack}>
        {t('course.back')}
      </button>
      <h2 className="course-page__title">{t('course.review')}</h2>
      {asked.length === 0 && <NothingDue heads={heads} progress={progress} />}
      {!isOver && due && (
        <>
          <label className="review__bar">
            {t('review.place', { number: behind + 1, count: asked.length })}
            {' \u00b7 '}
            {t('review.left', { count: Math.max(1, Math.ceil(left_ms / MINUTE_MS)) })}
            <progress value={behind} max={asked.length} />
          </label>
          <OneQuestion key={behind} due={due} began_ms={progress.lessons[due.lesson]?.began_ms ?? 0} onNext={onNext} />
        </>
      )}
      {isOver && asked.length > 0 && <End answered={answered} left={asked.length - behind} onBack={onBack} />}
    </div>
  );
}

interface OneProps {
  due: Due;
  /** When its lesson was begun. */
  began_ms: number;
  onNext: (answered?: Answered) => void;
}

function OneQuestion({ due, began_ms, onNext }: OneProps) {
  const progress = useProgressDesk();
  const lesson = useLesson(due.lesson);
  const [said, setSaid] = useState<{ option: string; sure: boolean }>();
  const question = lesson && reviewQuestion(lesson, due);
  useEffect(() => {
    // An edited lesson: the question isn't there any more.
    if (lesson && !question) onNext();
  });
  if (!lesson || !question) return <p role="status">{t('detail.opening')}</p>;
  const say = (option: string, sure: boolean) => {
    const answer = { option, sure: sure && option !== DONT_KNOW };
    setSaid(answer);
    const kept = keptAnswer(question.prediction, answer, question.names, Date.now());
    progress.add(reviewAnswered(due, began_ms, kept));
  };
  const { step } = question;
  return (
    <AuthorsLanguage value={lesson.language}>
      <div className="review__question">
        <p className="course__soft">
          {t('review.from', { lesson: lessonName(lesson.head), title: lesson.head.title, step: step.title })}
        </p>
        <details className="review__situation">
          <summary>{t('review.situation')}</summary>
          <Prose text={step.text} />
        </details>
        <p>
          <Words text={step.act} />
        </p>
        {said ? (
          <Told
            question={question}
            said={said}
            onNext={(right) => onNext({ due, title: step.title, right, sure: said.sure })}
          />
        ) : (
          <div className="prediction">
            <AskForm
              label={t('panel.predict')}
              asks={question.prediction.asks}
              options={question.options}
              onSubmit={(option) => say(option, true)}
            >
              {(option) => <SureButtons option={option} onSay={say} />}
            </AskForm>
          </div>
        )}
      </div>
    </AuthorsLanguage>
  );
}

interface ToldProps {
  question: ReviewQuestion;
  said: { option: string };
  onNext: (right: boolean) => void;
}

function Told({ question: { prediction }, said, onNext }: ToldProps) {
  const box = useRef<HTMLDivElement>(null);
  // The pressed button is gone; what came of it is read from here.
  useEffect(() => box.current?.focus(), []);
  const chosen = prediction.options.find(({ id }) => id === said.option);
  const right = prediction.options.find((option) => option.right);
  const isRight = chosen?.right === true;
  return (
    <div ref={box} className="prediction review__told" tabIndex={-1}>
      <p className="prediction__asks">
        <Words text={prediction.asks} />
      </p>
      <p>
        {isRight && <span aria-hidden="true">{'\u2713 '}</span>}
        <Words text={t('panel.youSaid', { answer: chosen?.text ?? t('panel.dontKnow') })} />
      </p>
      <p>
        <Words text={chosen?.reply ?? prediction.dontKnow} />
      </p>
      {!isRight && right && (
        <p>
          <Words text={t('review.soItIs', { answer: right.text })} />
        </p>
      )}
      <button type="button" className="help__next review__next" onClick={() => onNext(isRight)}>
        {t('panel.next')}
      </button>
    </div>
  );
}

function NothingDue({ heads, progress }: { heads: readonly LessonHead[]; progress: Progress }) {
  const desk = useLessonDesk();
  const later = nextDue(progress);
  const next = heads.find(({ id }) => id === nextLesson(heads, progress));
  return (
    <div className="review__question">
      <p>{later === undefined ? t('review.nothing') : t('review.later', { day: showDay(later) })}</p>
      <p className="course__soft">{t('review.how')}</p>
      {next && (
        <button type="button" className="help__next review__next" onClick={() => void desk.open(next.id)}>
          {t('review.begin', { lesson: lessonName(next), title: next.title })}
        </button>
      )}
    </div>
  );
}

function End({ answered, left, onBack }: { answered: readonly Answered[]; left: number; onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const known = answered.filter(({ right, sure }) => right && sure).length;
  const weak = answered.filter(({ right, sure }) => !right || !sure);
  return (
    <div className="review__question">
      <h3 ref={heading} className="lesson__step" tabIndex={-1}>
        {t('review.over')}
      </h3>
      <p>{t('review.known', { known, count: answered.length })}</p>
      {weak.length > 0 && (
        <>
          <p>{t('review.again')}</p>
          <ul className="review__weak">
            {weak.map(({ due, title }) => (
              <li key={`${due.lesson} ${due.step}`}>{title}</li>
            ))}
          </ul>
        </>
      )}
      {left > 0 && <p className="course__soft">{t('review.more', { count: left })}</p>}
      <button type="button" className="help__next review__next" onClick={onBack}>
        {t('course.back')}
      </button>
    </div>
  );
}
