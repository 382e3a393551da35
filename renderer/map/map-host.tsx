// A host on the map: its mark, its name, what it is there for where there is room, and how many letters wait in it.
// Counterpart: theme/host-mark.tsx; host/ opens its sheet. Rule: one button, whose label says all that is drawn.

import { type KeyboardEvent, memo } from 'react';

import type { HostView } from '../store/hosts.ts';
import { showRole } from '../text/role.ts';
import { t } from '../text/t.ts';
import { DrawnMark } from '../theme/host-mark.tsx';
import { captionWidth, CELL } from './layout.ts';
import { MAP_LIMITS } from './limits.ts';

interface Props {
  host: HostView;
  x: number;
  y: number;
  isRoomy: boolean;
  waiting: number;
  held: boolean;
  /** The one that Tab leads to; arrows lead to the others. */
  isStop: boolean;
  isOpen: boolean;
  onOpen: (name: string) => void;
  onPoint: (name: string | undefined) => void;
  onKey: (name: string, event: KeyboardEvent) => void;
}

export const MapHost = memo(function MapHost(props: Props) {
  const { host, x, y, isRoomy, waiting, held, isStop, isOpen, onOpen, onPoint, onKey } = props;
  const { name, short } = host;
  const half = CELL.mark / 2;
  const width = Math.max(CELL.width - 4, captionWidth(host, isRoomy) + CELL.space - 4);
  const facts = [
    showRole(host),
    ...(waiting > 0 ? [t('map.waiting', { count: waiting })] : []),
    ...(held ? [t('map.heldHere')] : []),
  ];
  return (
    <g
      className="map-host"
      transform={`translate(${x} ${y})`}
      role="button"
      tabIndex={isStop ? 0 : -1}
      data-host={name}
      aria-label={t('map.host', { host: short, facts: facts.join(', ') })}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => onOpen(name)}
      onKeyDown={(event) => onKey(name, event)}
      onFocus={() => onPoint(name)}
      onBlur={() => onPoint(undefined)}
      onPointerEnter={() => onPoint(name)}
      onPointerLeave={() => onPoint(undefined)}
    >
      <rect
        className="map-host__area"
        x={-width / 2}
        y={-half - 4}
        width={width}
        height={CELL.mark + (isRoomy ? 56 : 42)}
        rx="8"
      />
      <g transform={`translate(${-half} ${-half})`}>
        <DrawnMark host={host} size={CELL.mark} />
      </g>
      <text className="map-host__name" y={half + 16}>
        {shorten(short)}
      </text>
      {isRoomy && (
        <text className="map-host__role" y={half + 31}>
          {showRole(host)}
        </text>
      )}
      {waiting > 0 && <Badge x={half} y={half - 4} text={String(waiting)} kind="queue" />}
      {held && <Badge x={-half} y={half - 4} text={t('map.heldSign')} kind="held" />}
    </g>
  );
});

function Badge({ x, y, text, kind }: { x: number; y: number; text: string; kind: 'queue' | 'held' }) {
  const width = 12 + text.length * 6;
  return (
    <g className={`badge badge--${kind}`} transform={`translate(${x} ${y})`}>
      <rect x={-width / 2} y="-9" width={width} height="18" rx="9" />
      <text y="4">{text}</text>
    </g>
  );
}

function shorten(name: string): string {
  return name.length > MAP_LIMITS.nameCharacters ? `${name.slice(0, MAP_LIMITS.nameCharacters - 1)}\u2026` : name;
}
