// The end of every form of the fork sheet: play the run beside itself. Counterpart: compare/compare-desk.ts. Rule: a change
// that isn't whole yet, or is none, can't be played.

import { type FormEvent, type ReactNode, useState } from 'react';

import type { Change } from '../../contract/rerun.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';

/** A change, and how one says it. */
export interface Draft {
  change: Change;
  said: string;
}

interface Props {
  draft: Draft | undefined;
  /** The fields. */
  children: ReactNode;
  /** Another thing to do with what was chosen. */
  also?: ReactNode;
  onClose: () => void;
}

export function BesideForm({ draft, children, also, onClose }: Props) {
  const { compare, frame, store } = useBenchParts();
  const [goOn, setGoOn] = useState(true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!draft) return;
    const { live, history } = store.getState();
    frame.setState({ sheet: 'compare' });
    void compare.play({ run: live.lab.run, until: history.last, goOn, ...draft });
  };
  return (
    <form className="fork" onSubmit={submit}>
      {children}
      <p className="soft">{t('fork.beside.help')}</p>
      <label className="fork__check">
        <input type="checkbox" checked={goOn} onChange={({ target }) => setGoOn(target.checked)} /> {t('fork.goOn')}
      </label>
      {also}
      <div className="sheet__answers">
        <button type="button" className="plain-button" onClick={onClose}>
          {t('asking.no')}
        </button>
        <button type="submit" className="plain-button fork__go" disabled={!draft}>
          {t('fork.beside')}
        </button>
      </div>
    </form>
  );
}
