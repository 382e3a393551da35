// The latest bars and marks in words, for somebody who can't see them. Counterpart: timeline-plot.tsx draws them. Rule: bounded;
// each connection's lines are in its dialog, so this says only who, with whom, and when.

import { memo } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import type { ChartView } from './chart.ts';
import { describeMark } from './describe-mark.ts';
import { TIMELINE_LIMITS } from './limits.ts';

interface Props {
  chart: ChartView;
  /** The chart is one object that grows. */
  revision: number;
}

export const BarList = memo(function BarList({ chart }: Props) {
  const { history } = useBenchParts().store.getState();
  const latest = chart.rows
    .flatMap(({ ends, bars }) => bars.slice(-TIMELINE_LIMITS.listed).map((bar) => ({ ends, bar })))
    .toSorted((one, other) => other.bar.from - one.bar.from)
    .slice(0, TIMELINE_LIMITS.listed);
  if (latest.length === 0) return null;
  return (
    <>
      <ul className="sr" aria-label={t('timeline.list')}>
        {latest.map(({ ends, bar }) => (
          <li key={bar.id}>
            {t(bar.to === undefined ? 'timeline.bar.open' : 'timeline.bar', {
              client: shortName(ends?.client ?? ''),
              server: shortName(ends?.server ?? ''),
              time: showTime(history.event(bar.from)?.at_ms ?? 0),
            })}
          </li>
        ))}
      </ul>
      {chart.marks.length > 0 && (
        <ul className="sr" aria-label={t('marks.list')}>
          {chart.marks
            .slice(-TIMELINE_LIMITS.listed)
            .toReversed()
            .map(({ seq }) => {
              const event = history.event(seq);
              return (
                <li key={seq}>
                  {t('marks.item', { time: showTime(event?.at_ms ?? 0), what: describeMark(event) ?? '' })}
                </li>
              );
            })}
        </ul>
      )}
    </>
  );
});
