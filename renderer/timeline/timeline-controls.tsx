// Step, play, zoom, and where one is. Counterpart: use-playback.ts does it; the slider below has the same on its keys.
// Rule: every button says what it does and which key does it too.

import { ActionButton } from '../actions/action-button.tsx';
import { openExport } from '../actions/export.ts';
import { findLines } from '../actions/find.ts';
import { openLadder } from '../actions/ladder.ts';
import { openBreakpoints, openFork } from '../actions/wire.ts';
import { useBench, useBenchParts } from '../app/use-bench.ts';
import { showMoment } from '../store/bench-store.ts';
import { t } from '../text/t.ts';
import { Pause, Play, StepBack, StepOn } from '../theme/icons.tsx';
import type { ChartView } from './chart.ts';
import { MarkKey } from './mark-key.tsx';
import { MomentCaption } from './moment-caption.tsx';
import { type Span, zoomed } from './span.ts';
import { STRIDES, type Stride } from './steps.ts';
import { type Playback, SPEEDS } from './use-playback.ts';

interface Props {
  chart: ChartView;
  playback: Playback;
  span: Span | undefined;
  onSpan: (span: Span | undefined) => void;
}

const ZOOM = 2;

export function TimelineControls({ chart, playback, span, onSpan }: Props) {
  const { store } = useBenchParts();
  const isNow = useBench((state) => state.cursor === undefined);
  const { stride, setStride, speed, setSpeed, isPlaying, toggle, step } = playback;
  const hasBars = chart.rows.length > 0;
  const zoom = (factor: number) => {
    const { axis } = chart;
    const { cursor } = store.getState();
    const at = cursor === undefined ? axis.end : axis.position(cursor);
    onSpan(zoomed(axis, span, factor, at));
  };
  return (
    <div className="timeline__controls">
      <IconButton
        label={t('timeline.back', { stride: t(`stride.${stride}`) })}
        onClick={() => step('back')}
        off={!hasBars}
      >
        <StepBack />
      </IconButton>
      <IconButton label={t(isPlaying ? 'timeline.pause' : 'timeline.play')} onClick={toggle} off={!hasBars} isMain>
        {isPlaying ? <Pause /> : <Play />}
      </IconButton>
      <IconButton label={t('timeline.on', { stride: t(`stride.${stride}`) })} onClick={() => step('on')} off={isNow}>
        <StepOn />
      </IconButton>
      <label className="timeline__choice">
        <span>{t('timeline.by')}</span>
        <select value={stride} onChange={({ target }) => setStride(target.value as Stride)}>
          {STRIDES.map((one) => (
            <option key={one} value={one}>
              {t(`stride.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="timeline__choice">
        <span className="sr">{t('timeline.speed')}</span>
        <select value={speed} onChange={({ target }) => setSpeed(Number(target.value))}>
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {t('timeline.times', { speed: one })}
            </option>
          ))}
        </select>
      </label>
      <MomentCaption />
      <ActionButton action={findLines} className="timeline__act">
        {t('filter.short')}
      </ActionButton>
      <ActionButton action={openLadder} className="timeline__act" />
      <ActionButton action={openBreakpoints} className="timeline__act" />
      <ActionButton action={openFork} className="timeline__act" />
      <ActionButton action={openExport} className="timeline__act" />
      {hasBars && <MarkKey marks={chart.marks} />}
      <span className="timeline__zoom">
        <button
          type="button"
          aria-label={t('timeline.wider')}
          title={t('timeline.wider')}
          disabled={!span}
          onClick={() => zoom(1 / ZOOM)}
        >
          {'\u2212'}
        </button>
        <button
          type="button"
          aria-label={t('timeline.closer')}
          title={t('timeline.closer')}
          disabled={!hasBars}
          onClick={() => zoom(ZOOM)}
        >
          +
        </button>
      </span>
      <button
        type="button"
        className={isNow ? 'timeline__now timeline__now--is' : 'timeline__now'}
        disabled={isNow}
        title={t('timeline.now.help')}
        onClick={() => showMoment(store, undefined)}
      >
        {t('timeline.now')}
      </button>
    </div>
  );
}

interface IconButtonProps {
  label: string;
  onClick: () => void;
  off: boolean;
  isMain?: boolean;
  children: React.ReactNode;
}

function IconButton({ label, onClick, off, isMain = false, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className={isMain ? 'icon-button timeline__play' : 'icon-button'}
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
