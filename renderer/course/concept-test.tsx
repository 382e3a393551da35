// The concept test: what it is for, its questions one by one, and what came of it, before the course and after.
// Counterpart: lessons/concepts/ has forms and results, concept-table.tsx the table. Rule: no grade and no clock; "I don't
// know" is an answer like the others; every answer is kept at once, so one may stop and go on another day.

import { useEffect, useRef, useState } from 'react';

import type { LessonHead } from '../../contract/lesson.ts';
import { type KeptConceptTest, noProgress } from '../../contract/progress.ts';
import { type ConceptItem, type Form, nextForm, openTest } from '../../lessons/concepts/concepts.ts';
import { AskForm } from '../lesson/ask-form.tsx';
import { AuthorsLanguage } from '../lesson/prose.tsx';
import { useLessonLanguage } from '../settings/use-lesson-language.ts';
import { t } from '../text/t.ts';
import { itemsOf } from './concept-forms.ts';
import { ConceptTable } from './concept-table.tsx';
import { useProgress, useProgressDesk } from './use-progress.ts';

export function ConceptTest({ heads, onBack }: { heads: readonly LessonHead[]; onBack: () => void }) {
  const desk = useProgressDesk();
  const progress = useProgress((state) => state.progress);
  const language = useLessonLanguage();
  /** The test on screen, by when it was begun. */
  const [begun, setBegun] = useState<number>();
  const test = progress.tests.find((one) => one.began_ms === begun);
  const keep = (kept: KeptConceptTest) => desk.add({ ...noProgress(), tests: [kept] });
  const begin = () => {
    const kept = openTest(progress) ?? fresh(nextForm(progress));
    keep(kept);
    setBegun(kept.began_ms);
  };
  return (
    <div className="course-page course-page--test">
      <button type="button" className="link-button" onClick={onBack}>
        {t('course.back')}
      </button>
      <h2 className="course-page__title">{t('course.test')}</h2>
      {test && test.ended_ms === undefined ? (
        <AuthorsLanguage value={language}>
          <Questions
            test={test}
            items={itemsOf(test.form, language)}
            onKeep={keep}
            onPause={() => setBegun(undefined)}
          />
        </AuthorsLanguage>
      ) : (
        <>
          <Invitation
            open={openTest(progress)}
            hasResult={progress.tests.some((one) => one.ended_ms)}
            onBegin={begin}
          />
          <ConceptTable heads={heads} progress={progress} hasJustEnded={test !== undefined} />
        </>
      )}
    </div>
  );
}

function fresh(form: Form): KeptConceptTest {
  const now_ms = Date.now();
  return { form, began_ms: now_ms, seen_ms: now_ms, answers: {} };
}

interface InvitationProps {
  open: KeptConceptTest | undefined;
  hasResult: boolean;
  onBegin: () => void;
}

function Invitation({ open, hasResult, onBegin }: InvitationProps) {
  const answered = Object.keys(open?.answers ?? {}).length;
  const label = open
    ? t('concept.goOn', { number: answered + 1 })
    : t(hasResult ? 'concept.beginOther' : 'concept.begin');
  return (
    <div className="review__question">
      {!hasResult && <p>{t('concept.what')}</p>}
      <p className="course__soft">{t('concept.how')}</p>
      <button
        type="button"
        className={hasResult && !open ? 'plain-button review__next' : 'help__next review__next'}
        onClick={onBegin}
      >
        {label}
      </button>
    </div>
  );
}

interface QuestionsProps {
  test: KeptConceptTest;
  items: readonly ConceptItem[];
  onKeep: (test: KeptConceptTest) => void;
  onPause: () => void;
}

function Questions({ test, items, onKeep, onPause }: QuestionsProps) {
  const firstOpen = items.findIndex(({ concept }) => !Object.hasOwn(test.answers, concept));
  const [at, setAt] = useState(Math.max(0, firstOpen));
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed has gone: the keyboard goes on with the question.
  useEffect(() => box.current?.focus(), [at]);
  const item = items[at];
  if (!item) return null;
  const isLast = at + 1 === items.length;
  const say = (option: string) => {
    const answers = { ...test.answers, [item.concept]: option };
    const isWhole = items.every(({ concept }) => Object.hasOwn(answers, concept));
    const now_ms = Date.now();
    onKeep({ ...test, answers, seen_ms: now_ms, ...(isWhole && isLast ? { ended_ms: now_ms } : {}) });
    if (!isLast) setAt(at + 1);
  };
  return (
    <div ref={box} className="review__question" tabIndex={-1}>
      <label className="review__bar">
        {t('concept.place', { number: at + 1, count: items.length })}
        <progress value={at} max={items.length} />
      </label>
      <div className="prediction">
        <AskForm
          key={item.concept}
          label={t('concept.choose')}
          asks={item.asks}
          options={item.options}
          said={test.answers[item.concept]}
          onSubmit={say}
        >
          {(option) => (
            <div className="concept__buttons">
              <button type="submit" className="help__next" disabled={option === undefined}>
                {t(isLast ? 'concept.finish' : 'panel.next')}
              </button>
              {at > 0 && (
                <button type="button" className="link-button" onClick={() => setAt(at - 1)}>
                  {t('concept.previous')}
                </button>
              )}
              <button type="button" className="link-button" onClick={onPause}>
                {t('concept.pause')}
              </button>
            </div>
          )}
        </AskForm>
      </div>
    </div>
  );
}
