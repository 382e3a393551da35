// Two hosts and what passes between them, as one line with its signs: a lock for TLS, a code for a refusal, a word for
// a line that is held. Counterpart: links.ts. Rule: each sign is a shape or a word before it is a colour, and all of them are
// in the name of the button that the line is.

import { type KeyboardEvent, memo } from 'react';

import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { type Curve, pathOf, pointAt } from './curve.ts';
import type { MapLink } from './links.ts';
import { linkStop } from './stops.ts';

interface Props extends MapLink {
  curve: Curve;
  colour: string;
  /** What a press on the line leads to; absent where nothing can be disturbed. */
  onPress: ((ends: readonly string[]) => void) | undefined;
  /** The one that Tab leads to. */
  isStop: boolean;
  onStop: (name: string) => void;
  onKey: (name: string, event: KeyboardEvent) => void;
}

export const LinkLine = memo(
  function LinkLine(props: Props) {
    const { client, server, curve, colour, phase, refusal, tls, held, open, onPress, isStop, onStop, onKey } = props;
    const middle = pointAt(curve, 0.5);
    const words = held ? t('map.held') : refusal === '' ? '' : t('map.refused', { code: refusal });
    const isLit = phase !== 'past';
    return (
      <g className={`link link--${phase} host-${colour}${refusal === '' ? '' : ' link--refused'}`}>
        {onPress && (
          <path
            className="link__touch"
            d={pathOf(curve)}
            role="button"
            tabIndex={isStop ? 0 : -1}
            data-link={linkStop(props)}
            aria-label={nameOf(props)}
            aria-haspopup="dialog"
            onClick={() => onPress([client, server])}
            onFocus={() => onStop(linkStop(props))}
            onKeyDown={(event) => onKey(linkStop(props), event)}
          >
            <title>{t('faults.thisLink', { one: shortName(client), other: shortName(server) })}</title>
          </path>
        )}
        <path className="link__line" d={pathOf(curve)} />
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
    one.onPress === other.onPress &&
    one.isStop === other.isStop &&
    one.onKey === other.onKey,
);

function nameOf({ client, server, open, tls, refusal, held }: MapLink): string {
  const facts = [
    open > 0 ? t('map.link.open', { count: open }) : t('map.link.quiet'),
    ...(tls ? [t('map.link.tls')] : []),
    ...(refusal === '' ? [] : [t('map.link.refused', { code: refusal })]),
    ...(held ? [t('map.heldHere')] : []),
  ];
  return t('map.link', { client: shortName(client), server: shortName(server), facts: facts.join(', ') });
}

export function LockSign({ x, y }: { x: number; y: number }) {
  return (
    <g className="lock-sign" transform={`translate(${x - 7} ${y - 8})`}>
      <rect className="lock-sign__ground" x="-2" y="-2" width="18" height="19" rx="9" />
      <path d="M4.300 7V5a2.700 2.700 0 015.400 0v2" />
      <rect className="lock-sign__body" x="2.500" y="7" width="9" height="6.500" rx="1.500" />
    </g>
  );
}
