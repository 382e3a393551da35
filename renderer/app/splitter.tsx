// The line between two panels, to be moved by mouse, finger or arrow keys; twice clicked it goes back to its usual place.
// Counterpart: panel-sizes.ts keeps what was chosen. Rule: the panel that it sizes is named by `id`; the one on its other
// side gives and takes, and never below its own least size.

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useStore } from 'zustand';

import { t } from '../text/t.ts';
import { type PanelId, PANELS } from './panel-sizes.ts';
import './splitter.css';
import { useBenchParts } from './use-bench.ts';

/** One press of an arrow key, in rem; with Shift five times that. */
const STEP_REM = 1;
const LEAST_OTHER_REM = { x: 18, y: 7 } as const;

export function Splitter({ panel }: { panel: PanelId }) {
  const { sizes } = useBenchParts();
  const size = useStore(sizes.store, () => sizes.sizeOf(panel));
  const line = useRef<HTMLDivElement>(null);
  const drag = useRef<{ from: number; px: number; most: number }>(undefined);
  const { axis, grows, least, most } = PANELS[panel];
  const isX = axis === 'x';

  /** What it has, and the most that it may get before the other side is too small. */
  const measure = () => {
    const [own, other] = neighbours(line.current, grows);
    const rem = remPx();
    const room = (extent(other, isX) - LEAST_OTHER_REM[axis] * rem) / rem;
    const now = extent(own, isX) / rem;
    return { now, most: now + Math.max(0, room) };
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { now, most: farthest } = measure();
    drag.current = { from: now, px: isX ? event.clientX : event.clientY, most: farthest };
  };
  const move = (event: PointerEvent) => {
    if (!drag.current) return;
    const moved = ((isX ? event.clientX : event.clientY) - drag.current.px) / remPx();
    sizes.set(panel, Math.min(drag.current.from + moved * grows, drag.current.most));
  };
  const end = () => {
    if (drag.current) sizes.keep();
    drag.current = undefined;
  };
  const onKey = (event: KeyboardEvent) => {
    const { now, most: farthest } = measure();
    const wanted = wantedByKey(event, { now, least, most: farthest, grows, isX });
    if (wanted === undefined) return;
    event.preventDefault();
    sizes.set(panel, Math.min(wanted, farthest));
    sizes.keep();
  };
  return (
    <div
      ref={line}
      className={`splitter splitter--${axis}`}
      role="separator"
      tabIndex={0}
      aria-orientation={isX ? 'vertical' : 'horizontal'}
      aria-label={t(`splitter.${panel}`)}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={most}
      title={t('splitter.help')}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => sizes.reset(panel)}
      onKeyDown={onKey}
    />
  );
}

interface Press {
  now: number;
  least: number;
  most: number;
  grows: 1 | -1;
  isX: boolean;
}

function wantedByKey({ key, shiftKey }: KeyboardEvent, { now, least, most, grows, isX }: Press): number | undefined {
  const step = STEP_REM * (shiftKey ? 5 : 1) * grows;
  switch (key) {
    case isX ? 'ArrowRight' : 'ArrowDown':
      return now + step;
    case isX ? 'ArrowLeft' : 'ArrowUp':
      return now - step;
    case 'Home':
      return least;
    case 'End':
      return most;
    default:
      return undefined;
  }
}

function neighbours(line: HTMLElement | null, grows: 1 | -1): [Element | null, Element | null] {
  const before = line?.previousElementSibling ?? null;
  const after = line?.nextElementSibling ?? null;
  return grows === 1 ? [before, after] : [after, before];
}

function extent(element: Element | null, isX: boolean): number {
  const box = element?.getBoundingClientRect();
  return (isX ? box?.width : box?.height) ?? 0;
}

function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
