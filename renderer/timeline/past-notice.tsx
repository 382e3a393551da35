// Says that the bench shows the past, and leads back. Counterpart: timeline.tsx, where one got there. Rule: nothing while
// now is shown; calm, because nothing is wrong.

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { showMoment } from '../store/bench-store.ts';
import { t } from '../text/t.ts';
import { showDay, showTime } from '../text/times.ts';
import './past-notice.css';

export function PastNotice() {
  const { store } = useBenchParts();
  const at_ms = useBench(({ cursor, history }) =>
    cursor === undefined ? undefined : (history.event(cursor)?.at_ms ?? 0),
  );
  const isSession = useBench(({ link }) => link.name === 'session');
  if (at_ms === undefined) return null;
  return (
    <p className="past-notice">
      {isSession
        ? t('past.inSession', { time: showTime(at_ms), day: showDay(at_ms) })
        : t('past.looking', { time: showTime(at_ms) })}{' '}
      <button type="button" className="past-notice__back" onClick={() => showMoment(store, undefined)}>
        {t(isSession ? 'past.toEnd' : 'past.back')}
      </button>
    </p>
  );
}
