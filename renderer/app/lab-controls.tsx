// Lab time by hand, and the way back to the beginning. Counterpart: `clock.*` and `lab.reset`.
// Rule: what can't be undone is asked twice; while a command is under way nothing else can be asked.

import { useState } from 'react';

import { describeFailure } from '../inbox/failure.ts';
import { t } from '../text/t.ts';
import './lab-controls.css';
import { useBench, useBenchParts } from './use-bench.ts';

const STEP_MS = 10 * 60 * 1000;

export function LabControls() {
  const { source } = useBenchParts();
  const isLive = useBench((state) => state.link.name === 'live');
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState('');
  if (!isLive) return null;
  const run = (command: () => Promise<unknown>) => {
    setBusy(true);
    setFailure('');
    command()
      .catch((error: unknown) => setFailure(describeFailure(error)))
      .finally(() => {
        setBusy(false);
        setAsking(false);
      });
  };
  const advance = () => run(() => source.dispatch('clock.advance', { ms: STEP_MS }));
  const next = () => run(() => source.dispatch('clock.next', {}));
  const reset = () => (isAsking ? run(() => source.dispatch('lab.reset', {})) : setAsking(true));
  return (
    <span className="lab-controls">
      <button type="button" disabled={isBusy} title={t('controls.advance.help')} onClick={advance}>
        {t('controls.advance')}
      </button>
      <button type="button" disabled={isBusy} title={t('controls.next.help')} onClick={next}>
        {t('controls.next')}
      </button>
      <button
        type="button"
        disabled={isBusy}
        className={isAsking ? 'lab-controls__sure' : ''}
        title={t('controls.reset.help')}
        onClick={reset}
        onBlur={() => setAsking(false)}
      >
        {t(isAsking ? 'controls.reset.sure' : 'controls.reset')}
      </button>
      <span role="alert" className="lab-controls__failure">
        {failure}
      </span>
    </span>
  );
}
