// Along the bottom: every connection as a bar, letters, lookups, and the moment that the whole bench shows.
// Counterpart: chart.ts (what is drawn), store/bench-store.ts showMoment (what scrubbing does). Rule: looking at the past
// changes nothing in the lab, and the way back to now is always in sight.

import { useMemo, useState } from 'react';

import type { Journey } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { BarList } from './bar-list.tsx';
import type { Span } from './span.ts';
import './timeline.css';
import { TimelineControls } from './timeline-controls.tsx';
import { TimelinePlot } from './timeline-plot.tsx';
import { useChart } from './use-chart.ts';
import { usePlayback } from './use-playback.ts';

export function Timeline({ journey }: { journey: Journey | undefined }) {
  const [span, setSpan] = useState<Span>();
  const { chart, revision } = useChart(span);
  const playback = usePlayback(journey);
  const chosen = useChosen(journey);
  return (
    <div className="timeline">
      <TimelineControls chart={chart} playback={playback} span={span} onSpan={setSpan} />
      {chart.rows.length === 0 ? (
        <p className="timeline__empty">{t('timeline.empty')}</p>
      ) : (
        <TimelinePlot
          chart={chart}
          revision={revision}
          chosen={chosen}
          span={span}
          onSpan={setSpan}
          playback={playback}
        />
      )}
      <BarList chart={chart} revision={revision} />
    </div>
  );
}

/** The dialogs and the letter of the journey; the same set while they are the same. */
function useChosen(journey: Journey | undefined): ReadonlySet<string> {
  const ids = [journey?.letter?.id ?? '', ...(journey?.dialogs ?? []).map((dialog) => dialog.id)].join('\n');
  return useMemo(() => new Set(ids.split('\n').filter((id) => id !== '')), [ids]);
}
