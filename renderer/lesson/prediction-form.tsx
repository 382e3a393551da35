// What does the learner think will happen? Counterpart: lessons/panel.ts PredictionView. Rule: said once, it stands; how
// sure one is is said with the answer.

import { type FormEvent, useEffect, useRef, useState } from 'react';

import { DONT_KNOW } from '../../contract/lesson.ts';
import type { PredictionView } from '../../lessons/panel.ts';
import { t } from '../text/t.ts';
import { Words } from './prose.tsx';
import { useLessonDesk } from './use-lesson.ts';

export function PredictionForm({ view }: { view: PredictionView }) {
  const box = useRef<HTMLDivElement>(null);
  // The pressed button goes away; the focus stays with the question.
  const onSay = () => box.current?.focus();
  return (
    <div ref={box} className="prediction" tabIndex={-1}>
      {view.state === 'asked' ? <Question view={view} onSay={onSay} /> : <Answer view={view} />}
    </div>
  );
}

function Question({ view, onSay }: { view: PredictionView; onSay: () => void }) {
  const desk = useLessonDesk();
  const [option, setOption] = useState<string>();
  const options = [...view.options, { id: DONT_KNOW, text: t('panel.dontKnow') }];
  const form = useRef<HTMLFormElement>(null);
  // A reply waits for this answer: whoever typed at the other side of the window has to see that.
  useEffect(() => {
    if (view.isHolding) form.current?.scrollIntoView({ block: 'nearest' });
  }, [view.isHolding]);
  const say = (sure: boolean) => {
    if (option === undefined) return;
    onSay();
    desk.act({ kind: 'predict', option, sure });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say(true);
  };
  return (
    <form ref={form} className="prediction__form" onSubmit={submit}>
      <fieldset>
        <legend>
          <span className="prediction__label">{t('panel.predict')}</span>
          <Words text={view.asks} />
        </legend>
        {options.map(({ id, text }) => (
          <label key={id} className="prediction__option">
            <input type="radio" name="prediction" value={id} checked={option === id} onChange={() => setOption(id)} />
            <span>
              <Words text={text} />
            </span>
          </label>
        ))}
      </fieldset>
      {view.isHolding && (
        <p className="prediction__held" role="status">
          {t('panel.waiting')}
        </p>
      )}
      <div className="prediction__say">
        <button type="submit" className="plain-button" disabled={option === undefined}>
          {t(option === DONT_KNOW ? 'lesson.goOn' : 'panel.sure')}
        </button>
        {option !== DONT_KNOW && (
          <button type="button" className="plain-button" disabled={option === undefined} onClick={() => say(false)}>
            {t('panel.guess')}
          </button>
        )}
      </div>
    </form>
  );
}

function Answer({ view }: { view: PredictionView }) {
  const { options, chosen, right, reply, state } = view;
  const answer = options.find(({ id }) => id === chosen)?.text ?? t('panel.dontKnow');
  return (
    <div className="prediction__form" aria-live="polite">
      <p className="prediction__asks">
        <Words text={view.asks} />
      </p>
      {state === 'not predicted' ? (
        <p>{t('panel.notPredicted')}</p>
      ) : (
        <p>
          {right === true && <span aria-hidden="true">{'\u2713 '}</span>}
          <Words text={t('panel.youSaid', { answer })} />
        </p>
      )}
      {state === 'waiting' && <p className="lesson__soft">{t('lesson.nowTry')}</p>}
      {reply !== undefined && (
        <p>
          <Words text={reply} />
        </p>
      )}
    </div>
  );
}
