// An exercise that is handed in: a lab of the student's own, and its run as a file. Counterpart: docs/marking.md, `session.pack`.
// Rule: what the file holds stands there before it is made.

import { type FormEvent, useState } from 'react';

import type { LabEntry } from '../../contract/commands.ts';
import { ON_PAPER, type Student, studentSchema } from '../../contract/hand-in.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { useLabs } from '../labs/use-labs.ts';
import { exerciseLabName } from '../lesson/lesson-labs.ts';
import { useSessionDesk, useSessions } from '../session/use-session.ts';
import { t } from '../text/t.ts';

/** The lab in which exercises are begun; lessons of other labs open theirs. */
const BEGUN_IN = 'two-domains';
/** As the run takes them (contract/learner.ts). */
const ANSWER_CHARS = { name: 40, value: 1000 };

export function HandInPanel() {
  const { entries, failure, isBusy, change } = useLabs();
  const { source } = useBenchParts();
  const open = entries.find((lab) => lab.isOpen);
  const begin = (student: Student) =>
    change(async () => {
      const known = entries.find((lab) => lab.kind === BEGUN_IN && isOf(lab, student));
      const name = exerciseLabName(student);
      const id = known?.id ?? (await source.dispatch('labs.create', { name, topology: BEGUN_IN, student })).id;
      if (known?.isOpen !== true) await source.dispatch('labs.open', { id });
    });
  return (
    <details className="progress-panel">
      <summary>{t('handIn.title')}</summary>
      {open?.student ? (
        <Saving student={open.student} lab={open.kind ?? open.id} />
      ) : (
        <Beginning isBusy={isBusy} onBegin={begin} />
      )}
      {failure !== '' && <p role="alert">{failure}</p>}
    </details>
  );
}

function isOf({ student: one }: LabEntry, { student, exercise }: Student): boolean {
  return one?.student === student && one.exercise === exercise;
}

function Saving({ student, lab }: { student: Student; lab: string }) {
  const sessions = useSessionDesk();
  const isSaving = useSessions((state) => state.task !== undefined);
  return (
    <>
      <p>{t('handIn.isOpen', { ...student })}</p>
      <p className="course__soft">{t('handIn.holds')}</p>
      <p className="course__soft">{t('handIn.more')}</p>
      <PaperAnswers />
      <div className="progress-panel__buttons">
        <button
          type="button"
          className="plain-button"
          disabled={isSaving}
          onClick={() => void sessions.handIn(student, lab)}
        >
          {t('handIn.save')}
        </button>
      </div>
    </>
  );
}

/** Answers to questions that stand on paper, written into the run. */
function PaperAnswers() {
  const { source } = useBenchParts();
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState('');
  const [given, setGiven] = useState<readonly { name: string; value: string }[]>([]);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const said = { name: question.trim(), value: answer.trim() };
    if (said.name === '' || said.value === '') return;
    const act = { kind: 'choose', token: { kind: 'answer', ...said } } as const;
    await source.dispatch('lesson.note', { lesson: ON_PAPER, version: '', act });
    setGiven([...given.filter(({ name }) => name !== said.name), said]);
    setAnswer('');
  };
  return (
    <form className="hand-in" aria-label={t('handIn.answers')} onSubmit={(event) => void onSubmit(event)}>
      <p className="course__soft">{t('handIn.answersHelp')}</p>
      <label>
        {t('handIn.question')}
        <input
          value={question}
          maxLength={ANSWER_CHARS.name}
          autoComplete="off"
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
      <label>
        {t('handIn.answer')}
        <input
          value={answer}
          maxLength={ANSWER_CHARS.value}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </label>
      <button type="submit" className="plain-button">
        {t('handIn.write')}
      </button>
      <ul role="status">
        {given.map(({ name, value }) => (
          <li key={name}>{t('handIn.given', { name, value })}</li>
        ))}
      </ul>
    </form>
  );
}

function Beginning({ isBusy, onBegin }: { isBusy: boolean; onBegin: (student: Student) => void }) {
  const [student, setStudent] = useState('');
  const [exercise, setExercise] = useState('');
  const [wrong, setWrong] = useState<'badNumber' | 'badExercise'>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { shape } = studentSchema;
    if (!shape.student.safeParse(student).success) setWrong('badNumber');
    else if (!shape.exercise.safeParse(exercise).success) setWrong('badExercise');
    else {
      setWrong(undefined);
      onBegin(studentSchema.parse({ student, exercise }));
    }
  };
  return (
    <form className="hand-in" onSubmit={onSubmit}>
      <p className="course__soft">{t('handIn.help')}</p>
      <label>
        {t('handIn.student')}
        <input value={student} onChange={(event) => setStudent(event.target.value)} autoComplete="off" />
      </label>
      <label>
        {t('handIn.exercise')}
        <input value={exercise} onChange={(event) => setExercise(event.target.value)} autoComplete="off" />
      </label>
      {wrong && <p role="alert">{t(`handIn.${wrong}`)}</p>}
      <button type="submit" className="plain-button" disabled={isBusy}>
        {t('handIn.open')}
      </button>
    </form>
  );
}
