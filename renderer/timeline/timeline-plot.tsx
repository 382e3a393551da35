// The bars, the axis below them, and the cursor over both. Counterpart: layout.ts makes the shapes, use-scrub.ts takes the
// pointer, and the axis is the slider that takes the keys. Rule: moving the cursor draws no bar again,
// and choosing another letter only the chosen ones.

import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { Seq } from '../../contract/ids.ts';
import { useFinding } from '../filter/use-finding.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showFineTime, showPause, showTime } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';
import type { ChartView } from './chart.ts';
import { MomentSlider } from './moment-slider.tsx';
import {
  chosenBars,
  foundMarks,
  lookupMarks,
  pauseLabels,
  rowHeightFor,
  rowShapes,
  type RowShape,
  tickSeqs,
} from './layout.ts';
import { markShapes } from './mark-shapes.ts';
import { type Plot, xOf } from './plot.ts';
import { inView, panned, type Span, zoomed } from './span.ts';
import type { Playback } from './use-playback.ts';
import { usePress } from './use-press.ts';
import { useSize } from './use-size.ts';

interface Props {
  chart: ChartView;
  /** The chart is one object that grows; this says when it did. */
  revision: number;
  chosen: ReadonlySet<string>;
  span: Span | undefined;
  onSpan: (span: Span | undefined) => void;
  playback: Playback;
}

export function TimelinePlot({ chart, revision, chosen, span, onSpan, playback }: Props) {
  // The line goes where the person is, also while that page is still being read.
  const cursor = useBench((state) => state.seeking ?? state.cursor);
  const body = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLDivElement>(null);
  const { width } = useSize(slider);
  const place = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeightFor(chart, useSize(place).height - AXIS_HEIGHT);
  const at = cursor === undefined ? undefined : chart.axis.position(cursor);
  const { from, to, isLatest } = inView(chart.axis, span, at);
  const plot = useMemo<Plot>(
    () => ({ chart, span: { from, to, isLatest }, width, rowHeight }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the chart grows in place
    [chart, revision, from, to, isLatest, width, rowHeight],
  );
  const x = Math.min(width, Math.max(0, xOf(plot, at ?? chart.axis.end)));
  const press = usePress(plot, slider);
  useWheel(body, (event) => {
    const box = slider.current?.getBoundingClientRect();
    const pointer = from + ((event.clientX - (box?.left ?? 0)) / Math.max(1, width)) * (to - from);
    const isPan = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const now = { from, to, isLatest };
    if (isPan) onSpan(panned(chart.axis, span && now, (event.deltaX || event.deltaY) / Math.max(1, width)));
    else onSpan(zoomed(chart.axis, now, 2 ** (-event.deltaY / WHEEL_PER_DOUBLE), pointer));
  });
  return (
    <div className="timeline__place" ref={place}>
      <div className="timeline__body" ref={body}>
        <Rows plot={plot} chosen={chosen} press={press} />
        <div className="timeline__bottom">
          <MomentSlider ref={slider} playback={playback} press={press}>
            <AxisLabels plot={plot} />
          </MomentSlider>
        </div>
        <div className="timeline__over" aria-hidden="true">
          {cursor !== undefined && <div className="timeline__future" style={{ left: x }} />}
          <div className="timeline__cursor" style={{ transform: `translateX(${x}px)` }}>
            {cursor === undefined && <span className="timeline__cursor-word">{t('timeline.here')}</span>}
          </div>
        </div>
      </div>
    </div>
  );
}

/** The axis below the rows, with the space under it. */
const AXIS_HEIGHT = 28;
/** So much turning of the wheel shows half as much, twice as large. */
const WHEEL_PER_DOUBLE = 240;

/** React listens to the wheel passively; this one keeps the page where it is. */
function useWheel(element: React.RefObject<HTMLElement | null>, onWheel: (event: WheelEvent) => void) {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const target = element.current;
    const turn = (event: WheelEvent) => {
      // Over the names of the rows the wheel scrolls them.
      if (!(event.target instanceof SVGElement) && !(event.target as HTMLElement).closest('[role=slider]')) return;
      event.preventDefault();
      latest.current(event);
    };
    target?.addEventListener('wheel', turn, { passive: false });
    return () => target?.removeEventListener('wheel', turn);
  }, [element]);
}

type Press = ReturnType<typeof usePress>;

interface RowsProps {
  plot: Plot;
  /** Bars that stand out: the dialogs and the letter of the journey that is shown. Empty: none does. */
  chosen: ReadonlySet<string>;
  press: Press;
}

const Rows = memo(function Rows({ plot, chosen, press }: RowsProps) {
  const shapes = useMemo(() => rowShapes(plot), [plot]);
  const standOut = chosenBars(plot, chosen);
  const lookupsTop = shapes.length * plot.rowHeight;
  const marksTop = lookupsTop + plot.rowHeight;
  const height = marksTop + plot.rowHeight;
  return (
    // More rows than there is room for are scrolled, also by keyboard.
    <div className="timeline__rows" role="group" aria-label={t('timeline.rows')} tabIndex={0}>
      <div className="timeline__names" style={{ '--row': `${plot.rowHeight}px` } as CSSProperties} aria-hidden="true">
        {shapes.map(({ key, ends }) => (
          <RowName key={key} ends={ends} />
        ))}
        <span className="timeline__name">{t('timeline.lookups')}</span>
        <span className="timeline__name">{t('marks.row')}</span>
      </div>
      <svg className="timeline__bars" height={height} aria-hidden="true" {...press.bars}>
        <Pauses plot={plot} height={height} />
        {shapes.map((shape, index) => (
          <RowBars key={shape.key} shape={shape} chosen={standOut[index]} />
        ))}
        <Found plot={plot} height={height} />
        <Marks plot={plot} lookupsTop={lookupsTop} marksTop={marksTop} />
      </svg>
    </div>
  );
});

const Pauses = memo(function Pauses({ plot, height }: { plot: Plot; height: number }) {
  return pauseLabels(plot).map(({ seq, x }) => <path key={seq} className="timeline__pause" d={`M${x} 0V${height}`} />);
});

function Found({ plot, height }: { plot: Plot; height: number }) {
  const { lines } = useFinding();
  return <path className="timeline__found" d={foundMarks(plot, lines, height)} />;
}

const Marks = memo(function Marks({ plot, ...tops }: { plot: Plot; lookupsTop: number; marksTop: number }) {
  return (
    <>
      <path className="timeline__lookups" d={lookupMarks(plot, tops.lookupsTop)} />
      {markShapes(plot, plot.chart.marks, tops.marksTop).map(({ kind, path }) => (
        <path key={kind} className={`timeline__mark timeline__mark--${kind}`} d={path} />
      ))}
    </>
  );
});

function RowName({ ends }: { ends: RowShape['ends'] | undefined }) {
  const topology = useBench((state) => state.live.lab.topology);
  if (!ends) return <span className="timeline__name">{t('timeline.letters')}</span>;
  const client = hostView(topology, ends.client);
  const server = hostView(topology, ends.server);
  const name = t('timeline.pair', { client: client.short, server: server.short });
  return (
    <span className="timeline__name" title={name}>
      <HostMark host={client} size={14} />
      {name}
    </span>
  );
}

/** `chosen`: the bars that stand out, which the others fade for; undefined where none does. */
const RowBars = memo(function RowBars({ shape, chosen }: { shape: RowShape; chosen: string | undefined }) {
  const topology = useBench((state) => state.live.lab.topology);
  const colour = shape.ends ? `host-${hostView(topology, shape.ends.client).colour}` : 'timeline__letters';
  return (
    <g className={colour}>
      <path
        className={chosen === undefined ? 'timeline__bar' : 'timeline__bar timeline__bar--faded'}
        strokeWidth={shape.thickness}
        d={shape.bars}
      />
      {chosen !== undefined && <path className="timeline__bar" strokeWidth={shape.thickness} d={chosen} />}
      <path className="timeline__command" d={shape.commands} />
      <path className="timeline__refusal" d={shape.refusals} />
    </g>
  );
});

/** Shorter than this in view, the times need their milliseconds. */
const FINE_MS = 10_000;

const AxisLabels = memo(function AxisLabels({ plot }: { plot: Plot }) {
  const { history } = useBenchParts().store.getState();
  const timeOf = (seq: Seq) => history.event(seq)?.at_ms ?? plot.chart.timeOf?.(seq) ?? 0;
  const pauses = pauseLabels(plot);
  const ticks = tickSeqs(
    plot,
    pauses.map(({ x }) => x),
  ).map(({ seq, x }) => ({ seq, x, at_ms: timeOf(seq) }));
  const isFine = (ticks.at(-1)?.at_ms ?? 0) - (ticks[0]?.at_ms ?? 0) < FINE_MS;
  const show = isFine ? showFineTime : showTime;
  const told = ticks.filter(({ at_ms }, index) => show(at_ms) !== show(ticks[index - 1]?.at_ms ?? -1));
  return (
    <>
      {told.map(({ seq, x, at_ms }) => (
        <span key={seq} className="timeline__tick" style={{ left: x }}>
          {show(at_ms)}
        </span>
      ))}
      {pauses.map(({ seq, ms, x }) => (
        <span key={`pause ${seq}`} className="timeline__tick timeline__tick--pause" style={{ left: x }}>
          {showPause(ms)}
        </span>
      ))}
    </>
  );
});
