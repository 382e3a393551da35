// Two hosts and what passes between them, as one line with its signs: a lock for TLS, a code for a refusal, a word for
// a line that is held. Counterpart: links.ts. Rule: each sign is a shape or a word before it is a colour.

import { memo } from 'react';

import { t } from '../text/t.ts';
import { type Curve, pathOf, pointAt } from './curve.ts';
import type { MapLink } from './links.ts';

interface Props extends MapLink {
  curve: Curve;
  colour: string;
  /** Both ends as the map calls them, and what a press on the line leads to; absent where nothing can be disturbed. */
  label: string;
  onPress: ((ends: readonly string[]) => void) | undefined;
}

export const LinkLine = memo(
  function LinkLine(props: Props) {
    const { client, server, curve, colour, phase, refusal, tls, held, open, label, onPress } = props;
    const middle = pointAt(curve, 0.5);
    const words = held ? t('map.held') : refusal === '' ? '' : t('map.refused', { code: refusal });
    const isLit = phase !== 'past';
    return (
      <g className={`link link--${phase} host-${colour}${refusal === '' ? '' : ' link--refused'}`}>
        <path className="link__line" d={pathOf(curve)} />
        {onPress && (
          <path className="link__touch" d={pathOf(curve)} onClick={() => onPress([client, server])}>
            <title>{label}</title>
          </path>
        )}
        {isLit && tls && <LockSign x={middle.x} y={middle.y} />}
        {isLit && words !== '' && (
          <text className={held ? 'link__sign' : 'link__sign link__sign--refused'} x={middle.x} y={middle.y + 18}>
            {words}
          </text>
        )}
        {isLit && open > 1 && (
          <text className="link__count" x={middle.x} y={middle.y - 12}>
            {t('map.open', { count: open })}
          </text>
        )}
      </g>
    );
  },
  (one, other) =>
    one.phase === other.phase &&
    one.refusal === other.refusal &&
    one.tls === other.tls &&
    one.held === other.held &&
    one.open === other.open &&
    one.curve === other.curve &&
    one.colour === other.colour &&
    one.label === other.label &&
    one.onPress === other.onPress,
);

export function LockSign({ x, y }: { x: number; y: number }) {
  return (
    <g className="lock-sign" transform={`translate(${x - 7} ${y - 8})`}>
      <rect className="lock-sign__ground" x="-2" y="-2" width="18" height="19" rx="9" />
      <path d="M4.300 7V5a2.700 2.700 0 015.400 0v2" />
      <rect className="lock-sign__body" x="2.500" y="7" width="9" height="6.500" rx="1.500" />
    </g>
  );
}
