// A question with its options, one of them always "I don't know". Counterpart: prediction-form.tsx, the review and the
// concept test ask with it, each with buttons of its own. Rule: nothing is chosen at first but what was said before.

import { type ReactNode, type Ref, type SubmitEvent, useState } from 'react';

import { DONT_KNOW } from '../../contract/lesson.ts';
import { t } from '../text/t.ts';
import { Words } from './prose.tsx';

interface Props {
  ref?: Ref<HTMLFormElement>;
  /** What kind of question it is. */
  label: string;
  asks: string;
  options: readonly { id: string; text: string }[];
  /** What was said before. */
  said?: string | undefined;
  /** The main button, and Enter. */
  onSubmit: (option: string) => void;
  /** The buttons, for what is chosen now. */
  children: (option: string | undefined) => ReactNode;
}

export function AskForm({ ref, label, asks, options, said, onSubmit, children }: Props) {
  const [option, setOption] = useState(said);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (option !== undefined) onSubmit(option);
  };
  return (
    <form ref={ref} className="prediction__form" onSubmit={submit}>
      <fieldset>
        <legend>
          <span className="prediction__label">{label}</span>
          <Words text={asks} />
        </legend>
        {[...options, { id: DONT_KNOW, text: t('panel.dontKnow') }].map(({ id, text }) => (
          <label key={id} className="prediction__option">
            <input type="radio" name="prediction" value={id} checked={option === id} onChange={() => setOption(id)} />
            <span>
              <Words text={text} />
            </span>
          </label>
        ))}
      </fieldset>
      {children(option)}
    </form>
  );
}

/** How sure one is, said with the answer. */
export function SureButtons({
  option,
  onSay,
}: {
  option: string | undefined;
  onSay: (option: string, sure: boolean) => void;
}) {
  return (
    <div className="prediction__say">
      <button type="submit" className="plain-button" disabled={option === undefined}>
        {t(option === DONT_KNOW ? 'lesson.goOn' : 'panel.sure')}
      </button>
      {option !== DONT_KNOW && (
        <button
          type="button"
          className="plain-button"
          disabled={option === undefined}
          onClick={() => option !== undefined && onSay(option, false)}
        >
          {t('panel.guess')}
        </button>
      )}
    </div>
  );
}
