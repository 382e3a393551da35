// The envelope that travels: who wrote, who gets it, and the postmarks it has collected so far. Counterpart: way.tsx
// moves it. Rule: what stands on it is the envelope's (MAIL FROM and RCPT TO), never the letter's From and To.

import type { Ref } from 'react';

import type { Topology } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { DrawnMark } from '../theme/host-mark.tsx';
import { MAP_LIMITS } from './limits.ts';

export const ENVELOPE = { width: 108, height: 60 } as const;
const POSTMARK = 19;

/** MAIL FROM and RCPT TO. */
export interface Address {
  from: string;
  to: readonly string[];
}

interface Props {
  ref: Ref<SVGGElement>;
  topology: Topology | undefined;
  address: Address;
  postmarks: readonly string[];
}

export function TravellingEnvelope({ ref, topology, address: { from, to }, postmarks }: Props) {
  const { width, height } = ENVELOPE;
  const [first = '', ...others] = to;
  const more = others.length > 0 ? ` +${others.length}` : '';
  return (
    <g ref={ref} className="envelope" aria-hidden="true">
      <g transform={`translate(${-width / 2} ${-height / 2})`}>
        <rect className="envelope__paper" width={width} height={height} rx="3" />
        <path className="envelope__flap" d={`M1 2 L${width / 2} 22 L${width - 1} 2`} />
        <text className="envelope__from" x="7" y={height - 25}>
          {from === '' ? t('letter.nobody') : shortAddress(from)}
        </text>
        <text className="envelope__to" x="7" y={height - 9}>
          {shortAddress(first) + more}
        </text>
        {postmarks.slice(-MAP_LIMITS.postmarks).map((name, index) => (
          <g
            key={name}
            transform={`translate(${width - POSTMARK / 2 - 4 - index * (POSTMARK - 1)} ${-POSTMARK / 2 + 8})`}
          >
            <g transform={`translate(${-POSTMARK / 2} 0)`}>
              <DrawnMark host={hostView(topology, name)} size={POSTMARK} />
            </g>
          </g>
        ))}
      </g>
    </g>
  );
}

/** `bob@harbor.example` -> `bob@harbor`: as much as fits. */
function shortAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).split('.')[0] ?? '';
  const text = showText(at < 0 ? address : `${address.slice(0, at)}@${domain}`);
  return text.length > MAP_LIMITS.addressCharacters ? `${text.slice(0, MAP_LIMITS.addressCharacters - 1)}\u2026` : text;
}
