// What the learner found out, in their own words or by a choice. Counterpart: contract/lesson.ts Question; the matchers
// `chosen` and `named` look at the answers. Rule: an answer may be changed; whether it is right is said by the goals.

import { type FormEvent, useId, useState } from 'react';

import type { Question } from '../../contract/lesson.ts';
import { t } from '../text/t.ts';
import { Words } from './prose.tsx';
import { useLessonDesk } from './use-lesson.ts';

export function Questions({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return null;
  return (
    <section className="questions" aria-label={t('panel.questions')}>
      {questions.map(({ options, ...question }) =>
        options ? (
          <Choice key={question.id} {...question} options={options} />
        ) : (
          <Typed key={question.id} {...question} />
        ),
      )}
    </section>
  );
}

type Asked = Pick<Question, 'id' | 'asks'>;

function Choice({ id: name, asks, options }: Asked & { options: NonNullable<Question['options']> }) {
  const desk = useLessonDesk();
  const id = useId();
  return (
    <div className="lesson-question field">
      <label htmlFor={id}>
        <Words text={asks} />
      </label>
      <select
        id={id}
        defaultValue=""
        onChange={({ target: { value } }) => desk.act({ kind: 'choose', token: { kind: 'answer', name, value } })}
      >
        <option value="" disabled>
          {t('panel.choose')}
        </option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Typed({ id: name, asks }: Asked) {
  const desk = useLessonDesk();
  const id = useId();
  const [value, setValue] = useState('');
  const answer = (event: FormEvent) => {
    event.preventDefault();
    const said = value.trim();
    if (said !== '') desk.act({ kind: 'choose', token: { kind: 'answer', name, value: said } });
  };
  return (
    <form className="lesson-question field" onSubmit={answer}>
      <label htmlFor={id}>
        <Words text={asks} />
      </label>
      <div className="lesson-question__typed">
        <input
          id={id}
          value={value}
          maxLength={ANSWER_CHARS}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setValue(event.target.value)}
        />
        <button type="submit" className="plain-button" disabled={value.trim() === ''}>
          {t('panel.answer')}
        </button>
      </div>
    </form>
  );
}

/** An address or a queue id; more is none of them. */
const ANSWER_CHARS = 254;
