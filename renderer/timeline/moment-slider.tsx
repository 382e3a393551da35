// The axis as a slider over moments: what a screen reader hears of it, and what its keys do. Counterpart: steps.ts.
// Rule: left and right are lines, with Shift a client's commands, with Ctrl hops; Home and End the ends, Space plays.

import type { KeyboardEvent, ReactNode, Ref } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { Seq } from '../../contract/ids.ts';
import { reachOf, showMoment } from '../store/bench-store.ts';
import type { Dialogs } from '../store/dialogs.ts';
import type { History } from '../store/history.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { describeLine } from './describe-line.ts';
import { describeMark } from './describe-mark.ts';
import { lineAt, type Stride } from './steps.ts';
import type { Playback } from './use-playback.ts';
import type { usePress } from './use-press.ts';

interface Props {
  ref: Ref<HTMLDivElement>;
  playback: Playback;
  press: ReturnType<typeof usePress>;
  children: ReactNode;
}

export function MomentSlider({ ref, playback, press, children }: Props) {
  const { store } = useBenchParts();
  const cursor = useBench((state) => state.cursor);
  const history = useBench((state) => state.history);
  const { first, last } = useBench(reachOf);
  const dialogs = useBench((state) => state.moment.dialogs);
  const keys: Readonly<Record<string, (stride: Stride) => void>> = {
    ArrowLeft: (stride) => playback.step('back', stride),
    ArrowDown: (stride) => playback.step('back', stride),
    ArrowRight: (stride) => playback.step('on', stride),
    ArrowUp: (stride) => playback.step('on', stride),
    PageDown: () => playback.step('back', 'hop'),
    PageUp: () => playback.step('on', 'hop'),
    Home: () => showMoment(store, first),
    End: () => showMoment(store, undefined),
    Escape: () => showMoment(store, undefined),
    ' ': () => playback.toggle(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act(strideOf(event));
  };
  return (
    <div
      ref={ref}
      className="timeline__axis"
      role="slider"
      tabIndex={0}
      aria-label={t('timeline.slider')}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={cursor ?? last}
      aria-valuetext={valueText(history, dialogs, cursor)}
      title={t('timeline.keys')}
      onKeyDown={onKeyDown}
      {...press.axis}
    >
      {children}
    </div>
  );
}

function strideOf({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): Stride {
  if (ctrlKey || metaKey) return 'hop';
  return shiftKey ? 'command' : 'line';
}

/** What is said of a moment: its time, and the mark it stands at or the last line. */
function valueText(history: History, dialogs: Dialogs, cursor: Seq | undefined): string {
  if (cursor === undefined) return t('timeline.now');
  const event = history.event(cursor);
  const time = showTime(event?.at_ms ?? 0);
  const mark = describeMark(event);
  if (mark !== undefined) return t('marks.item', { time, what: mark });
  const line = describeLine(dialogs, lineAt(history, cursor));
  return line ? t('timeline.value', { time, speaker: line.speaker, text: line.text }) : time;
}
