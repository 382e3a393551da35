// The map's picture: regions, lines, hosts and the chosen letter's way, in one drawing that can be moved and enlarged.
// Counterpart: layout.ts places, map-view.tsx gives the room. Rule: hosts and the links between them are reached
// by arrow keys, opened by Enter; what is drawn over them lets clicks through.

import { type KeyboardEvent, memo, useCallback, useMemo, useRef, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { hostSheet } from '../host/host-sheet-store.ts';
import type { Topology } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { type Curve, curveBetween } from './curve.ts';
import { FaultSigns } from './fault-signs.tsx';
import type { MapLayout } from './layout.ts';
import type { Leg } from './legs.ts';
import { MapControls } from './map-controls.tsx';
import { MapHost } from './map-host.tsx';
import { LinkLine } from './map-link.tsx';
import { isDirection, neighbour } from './neighbour.ts';
import { QuestionArcs } from './question-arcs.tsx';
import { linkStop, stopsOf } from './stops.ts';
import type { Address } from './travelling-envelope.tsx';
import { useActivity } from './use-activity.ts';
import { useZoom } from './use-zoom.ts';
import { Way } from './way.tsx';

interface Props {
  topology: Topology;
  layout: MapLayout;
  address: Address;
  legs: readonly Leg[];
  /** How often the way was asked for once more. */
  takes: number;
  openHost: string | undefined;
  onOpen: (name: string) => void;
  onPoint: (name: string | undefined) => void;
  onPlaying: (isPlaying: boolean) => void;
}

const CLOSER = 1.4;

/** Drawn again when something on it changed, not with every batch of events. */
export const MapCanvas = memo(function MapCanvas(props: Props) {
  const { topology, layout, address, legs, takes, openHost, onOpen, onPoint, onPlaying } = props;
  const svg = useRef<SVGSVGElement>(null);
  const picture = useRef<SVGGElement>(null);
  const zoom = useZoom(svg, picture, layout);
  const { links, waiting, questions } = useActivity();
  const [over, setOver] = useState<SVGGElement | null>(null);
  const [isShowing, setShowing] = useState(false);
  const [stop, setStop] = useState<string>();
  const curves = useMemo(() => curvesOf(layout), [layout]);
  const hosts = useMemo(
    () => topology.hosts.filter((host) => layout.hosts.has(host.name)).map((host) => hostView(topology, host.name)),
    [topology, layout],
  );
  const held = new Set(links.filter((link) => link.held).map((link) => link.client));
  const { frame } = useBenchParts();
  const isLive = useBench((state) => state.link.name === 'live');
  const isPast = useBench((state) => state.cursor !== undefined);
  const disturb = useCallback(
    (disturbing: readonly string[]) => frame.setState({ sheet: 'faults', disturbing }),
    [frame],
  );
  const linked = isLive ? [...new Set(links.map(linkStop))].join('\n') : '';
  const stops = useMemo(() => stopsOf(layout, curves, linked.split('\n')), [layout, curves, linked]);
  const tabStop = stop !== undefined && stops.has(stop) ? stop : hosts[0]?.name;

  const point = useCallback(
    (name: string | undefined) => {
      if (name !== undefined) setStop(name);
      onPoint(name);
    },
    [onPoint],
  );
  const press = useCallback(
    (name: string, event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') {
        if (layout.hosts.has(name)) onOpen(name);
        else disturb(name.split(' '));
      } else if (event.key === 'Escape') hostSheet.close();
      else if (isDirection(event.key)) {
        const next = neighbour(stops, name, event.key);
        if (next === undefined) return;
        const at = layout.hosts.has(next) ? 'data-host' : 'data-link';
        svg.current?.querySelector<SVGElement>(`[${at}="${CSS.escape(next)}"]`)?.focus();
      } else if (event.key === 'PageUp') zoom.by(CLOSER);
      else if (event.key === 'PageDown') zoom.by(1 / CLOSER);
      else if (event.key === 'Home') zoom.fit();
      else return;
      event.preventDefault();
    },
    [layout, stops, onOpen, disturb, zoom],
  );

  const playing = useCallback(
    (isPlaying: boolean) => {
      setShowing(isPlaying);
      onPlaying(isPlaying);
    },
    [onPlaying],
  );

  const first = legs[0]?.conn;
  return (
    <>
      <svg
        ref={svg}
        className={isPast ? 'map__svg map__svg--past' : 'map__svg'}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="group"
        aria-label={t('map.picture')}
      >
        <g ref={picture}>
          {layout.regions.map(({ id, title, isInternet, x, y, width, height }) => (
            <g key={id} className={isInternet ? 'region region--internet' : 'region'}>
              {!isInternet && <rect className="region__ground" x={x} y={y} width={width} height={height} rx="10" />}
              <text className="region__title" x={isInternet ? x + width / 2 : x + 12} y={y - 9}>
                {title}
              </text>
            </g>
          ))}
          {links.map((link) => {
            const curve = curves(link.client, link.server);
            const colour = hostView(topology, link.client).colour;
            const given = { ...link, colour, onPress: isLive ? disturb : undefined, onStop: setStop, onKey: press };
            const isStop = linkStop(link) === tabStop;
            return curve && <LinkLine key={`${link.client} ${link.server}`} {...given} curve={curve} isStop={isStop} />;
          })}
          <FaultSigns layout={layout} curves={curves} />
          {over && first !== undefined && (
            <Way
              // Each letter has a film of its own; in the past none runs, and one drawing serves all.
              key={isPast ? 'past' : `${first} ${takes}`}
              address={address}
              legs={legs}
              layout={layout}
              topology={topology}
              isAgain={takes > 0}
              over={over}
              onPlaying={playing}
            />
          )}
          {hosts.map((host) => {
            const spot = layout.hosts.get(host.name);
            if (!spot) return null;
            return (
              <MapHost
                key={host.name}
                host={host}
                x={spot.x}
                y={spot.y}
                isRoomy={layout.isRoomy}
                waiting={waiting.get(host.name) ?? 0}
                held={held.has(host.name)}
                isStop={host.name === tabStop}
                isOpen={host.name === openHost}
                onOpen={onOpen}
                onPoint={point}
                onKey={press}
              />
            );
          })}
          <g ref={setOver} className="way" />
          {!isShowing && <QuestionArcs layout={layout} topology={topology} questions={questions} />}
        </g>
      </svg>
      <MapControls zoom={zoom} closer={CLOSER} />
    </>
  );
});

/** Curves by pair, each made once: a line that stays the same is not drawn again. */
function curvesOf(layout: MapLayout): (from: string, to: string) => Curve | undefined {
  const known = new Map<string, Curve | undefined>();
  return (from, to) => {
    const key = `${from} ${to}`;
    if (!known.has(key)) known.set(key, curveBetween(layout, from, to));
    return known.get(key);
  };
}
