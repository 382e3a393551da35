// Which moment is shown, in one line: its time, and the mark it stands at or the last that was said. Counterpart:
// timeline-controls.tsx. Rule: now needs no caption, only the word how to leave it.

import { useBench } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { describeLine } from './describe-line.ts';
import { describeMark } from './describe-mark.ts';
import { LetGo } from './let-go.tsx';
import { lineAt } from './steps.ts';

export function MomentCaption() {
  const cursor = useBench((state) => state.cursor);
  const history = useBench((state) => state.history);
  const dialogs = useBench((state) => state.moment.dialogs);
  const isEmpty = useBench((state) => state.live.dialogs.byId.size === 0);
  const isShort = useBench(({ history: held, pages }) => pages !== undefined || held.first <= 1);
  if (cursor === undefined && !isShort) return <LetGo />;
  if (cursor === undefined) return <p className="timeline__caption soft">{isEmpty ? '' : t('timeline.hint')}</p>;
  const event = history.event(cursor);
  const mark = describeMark(event);
  const line = describeLine(dialogs, lineAt(history, cursor));
  return (
    <p className="timeline__caption">
      <span className="mono">{showTime(event?.at_ms ?? 0)}</span>
      {mark !== undefined && (
        <span className="timeline__line" title={mark}>
          {mark}
        </span>
      )}
      {mark === undefined && line && (
        <>
          <span className="soft">{t('timeline.said', { speaker: line.speaker, hearer: line.hearer })}</span>
          <code className="timeline__line" title={line.text}>
            {line.text}
          </code>
        </>
      )}
    </p>
  );
}
