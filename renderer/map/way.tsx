// The chosen letter's way on the map: its path so far, the hosts that took it with their times, and the envelope on it.
// Counterpart: legs.ts, film.ts. Rule: React draws what stays; only the envelope's place is set frame by frame.

import { useCallback, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

import { useArrival, useBench } from '../app/use-bench.ts';
import type { Topology } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { type Curve, curveBetween, pathOf, pointAt } from './curve.ts';
import { CELL, type MapLayout, type Point } from './layout.ts';
import { hostAfter, type Leg, type Question, takenBy } from './legs.ts';
import type { Scene } from './film.ts';
import { LockSign } from './map-link.tsx';
import { QuestionArcs } from './question-arcs.tsx';
import { type Address, ENVELOPE, TravellingEnvelope } from './travelling-envelope.tsx';
import { type Frame, useFilm } from './use-film.ts';

interface Props {
  address: Address;
  legs: readonly Leg[];
  layout: MapLayout;
  topology: Topology;
  /** Where to draw what goes over the hosts. */
  over: SVGGElement;
  /** It is shown once more, from its beginning. */
  isAgain: boolean;
  onPlaying: (isPlaying: boolean) => void;
}

export function Way({ address, legs, layout, topology, over, isAgain, onPlaying }: Props) {
  const isArriving = useArrival(legs[0]?.conn) || isAgain;
  const envelope = useRef<SVGGElement>(null);
  const onFrame = useCallback(
    (frame: Frame) => {
      const place = placeOf(frame, legs, layout);
      if (place) envelope.current?.setAttribute('transform', place);
    },
    [legs, layout],
  );
  // Nothing moves in the past, and not while more letters come than one can follow.
  const isStill = useBench((state) => state.cursor !== undefined || state.isPouring);
  const { scene, done } = useFilm({ legs, isArriving, isStill, onFrame });
  const isPlaying = scene !== undefined;
  useEffect(() => {
    onPlaying(isPlaying);
    return () => onPlaying(false);
  }, [isPlaying, onPlaying]);
  const begun = scene === undefined ? legs : legs.slice(0, scene.leg + 1);
  const taken = takenBy(legs, done);
  return (
    <g className="way">
      {begun.map((leg, index) => (
        <LegLine
          // Where nothing moves, the lines of another letter take the places of these.
          key={isStill ? index : leg.conn}
          leg={leg}
          curve={curveBetween(layout, leg.from, leg.to)}
          isDone={index < done}
          topology={topology}
        />
      ))}
      {createPortal(
        <>
          {[...taken].map(([name, at_ms]) => {
            const spot = layout.hosts.get(name);
            if (!spot) return null;
            const below = CELL.mark / 2 + (layout.isRoomy ? 45 : 31);
            return (
              <text key={name} className="way__time" x={spot.x} y={spot.y + below}>
                {showTime(at_ms)}
              </text>
            );
          })}
          <QuestionArcs layout={layout} topology={topology} questions={questionsOf(scene, legs)} />
          <TravellingEnvelope ref={envelope} topology={topology} address={address} postmarks={[...taken.keys()]} />
        </>,
        over,
      )}
    </g>
  );
}

interface LegProps {
  leg: Leg;
  curve: Curve | undefined;
  isDone: boolean;
  topology: Topology;
}

function LegLine({ leg, curve, isDone, topology }: LegProps) {
  if (!curve) return null;
  const { from, refusal, tls, outcome } = leg;
  const sign = pointAt(curve, outcome === 'refused' ? 0.66 : 0.5);
  const kind = outcome === 'refused' ? 'refused' : isDone ? 'done' : 'begun';
  return (
    <g className={`leg leg--${kind} host-${hostView(topology, from).colour}`}>
      <path className="leg__line" d={pathOf(curve)} />
      {isDone && tls && <LockSign {...sign} />}
      {isDone && outcome === 'refused' && (
        <text className="link__sign link__sign--refused" x={sign.x} y={sign.y + 18}>
          {t('map.refused', { code: refusal })}
        </text>
      )}
    </g>
  );
}

/** What is asked in a scene: by the host that the letter leaves for where to go, by the next one who is calling. */
function questionsOf(scene: Scene | undefined, legs: readonly Leg[]): Question[] {
  const leg = scene && legs[scene.leg];
  if (!leg) return [];
  const asks = scene.kind === 'stand' ? leg.from : leg.to;
  const asked = leg.questions.filter((one) => one.host === asks);
  const telling = asked.find((one) => one.type === 'MX') ?? asked[0];
  return telling ? [telling] : [];
}

/** The envelope's transform: above a host while it stands there, tilted and larger on its way. */
function placeOf({ scene, part }: Frame, legs: readonly Leg[], layout: MapLayout): string | undefined {
  const leg = scene && legs[scene.leg];
  const stands = scene?.kind === 'stand' || part <= 0 || part >= 1;
  if (!leg || stands) {
    const done = scene === undefined ? legs.length : scene.leg + (part >= 1 ? 1 : 0);
    const host = scene?.kind === 'stand' ? leg?.from : hostAfter(legs, done);
    const spot = host === undefined ? undefined : layout.hosts.get(host);
    return spot && transform(above(spot, layout), 0, RESTING);
  }
  const curve = curveBetween(layout, leg.from, leg.to);
  if (!curve) return undefined;
  const on = pointAt(curve, part);
  // It sets out from above its host, and comes to stand above the next.
  const near = 1 - Math.min(1, part / NEAR, (1 - part) / NEAR);
  const end = layout.hosts.get(part < 0.5 ? leg.from : leg.to) ?? on;
  const rest = above(end, layout);
  const point = { x: on.x + (rest.x - end.x) * near, y: on.y + (rest.y - end.y) * near };
  return transform(point, TILT * (1 - near), RESTING + (1 - RESTING) * (1 - near));
}

/** Over the mark, or at its side where the map ends. */
function above({ x, y }: Point, { width }: MapLayout): Point {
  const half = (ENVELOPE.width * RESTING) / 2 + 4;
  const up = y - CELL.mark / 2 - (ENVELOPE.height * RESTING) / 2 - 1;
  return { x: Math.max(half, Math.min(width - half, x)), y: Math.max((ENVELOPE.height * RESTING) / 2 + 8, up) };
}

const RESTING = 0.78;
const TILT = -6;
/** Part of a leg in which the envelope leaves its host and comes to the next. */
const NEAR = 0.18;

function transform({ x, y }: Point, tilt: number, scale: number): string {
  return `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${tilt.toFixed(1)}) scale(${scale.toFixed(3)})`;
}
