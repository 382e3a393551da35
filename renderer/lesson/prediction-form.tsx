// What does the learner think will happen? Counterpart: lessons/panel.ts PredictionView. Rule: said once, it stands; how
// sure one is is said with the answer.

import { useEffect, useRef } from 'react';

import type { PredictionView } from '../../lessons/panel.ts';
import { t } from '../text/t.ts';
import { AskForm, SureButtons } from './ask-form.tsx';
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
  const form = useRef<HTMLFormElement>(null);
  // A reply waits for this answer: whoever typed at the other side of the window has to see that.
  useEffect(() => {
    if (view.isHolding) form.current?.scrollIntoView({ block: 'nearest' });
  }, [view.isHolding]);
  const say = (option: string, sure: boolean) => {
    onSay();
    desk.act({ kind: 'predict', option, sure });
  };
  return (
    <AskForm
      ref={form}
      label={t('panel.predict')}
      asks={view.asks}
      options={view.options}
      onSubmit={(option) => say(option, true)}
    >
      {(option) => (
        <>
          {view.isHolding && (
            <p className="prediction__held" role="status">
              {t('panel.waiting')}
            </p>
          )}
          <SureButtons option={option} onSay={say} />
        </>
      )}
    </AskForm>
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
