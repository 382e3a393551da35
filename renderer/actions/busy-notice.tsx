// What is under way and takes its time, and how to end it. Counterpart: perform.ts says what is busy. Rule: nothing for what
// is done at once; a bar that flashes only startles.

import { useEffect, useState } from 'react';

import { useBenchParts, useFrame } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import { t } from '../text/t.ts';
import type { Action } from './action.ts';
import { ACTIONS } from './index.ts';
import { QUIET_MS } from './limits.ts';

export function BusyNotice() {
  const busy = useFrame((state) => state.busy);
  return ACTIONS.filter(({ id, isLong }) => isLong && busy.has(id)).map((action) => (
    <Busy key={action.id} action={action} />
  ));
}

function Busy({ action }: { action: Action }) {
  const bench = useBenchParts();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return null;
  const { title, cancel } = action;
  const end = async () => {
    try {
      await cancel?.(bench);
    } catch (error) {
      bench.frame.setState({ failure: describeFailure(error) });
    }
  };
  return (
    <div className="notice" role="status">
      <label className="session-task">
        {t('actions.busy', { action: t(title) })}
        <progress />
      </label>
      {cancel && (
        <button type="button" className="plain-button" onClick={() => void end()}>
          {t('session.cancel')}
        </button>
      )}
    </div>
  );
}
