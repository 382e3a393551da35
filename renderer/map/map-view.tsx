// The map of the lab: organisations and hosts, what passes between them, and the chosen letter on its way.
// Counterpart: store/journeys.ts; the dialogs below say the same in words. Rule: everything drawn is also said, in the
// buttons' labels and in the list of the way.

import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';

import { useBench, useBenchParts, usePlan } from '../app/use-bench.ts';
import { hostSheet, useHostSheet } from '../host/host-sheet-store.ts';
import { shortName } from '../store/hosts.ts';
import { type Journey, stopsOf } from '../store/journeys.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { layOut, type Room } from './layout.ts';
import { type Leg, legsOf } from './legs.ts';
import { MAP_LIMITS } from './limits.ts';
import { MapCanvas } from './map-canvas.tsx';
import type { Address } from './travelling-envelope.tsx';
import { MapFacts } from './map-facts.tsx';
import './map.css';
import { Duration, outcomeOf, reasonOf } from './outcome.tsx';

/** Drawn again when something of the journey changed; what else goes on the canvas asks for itself. */
export const MapView = memo(function MapView({ journey }: { journey: Journey | undefined }) {
  const topology = usePlan();
  const legs = useLegs(journey);
  const [takes, setTakes] = useState({ of: journey?.id, count: 0 });
  const [isPlaying, setPlaying] = useState(false);
  const [pointed, setPointed] = useState<string>();
  const openHost = useHostSheet((state) => state.host);
  const isPast = useBench((state) => state.cursor !== undefined);
  const isLeaping = useBench((state) => state.isLeaping);
  const isPouring = useBench((state) => state.isPouring);
  const [place, room] = useRoom();
  const layout = useMemo(() => (topology && room ? layOut(topology, room) : undefined), [topology, room]);
  const address = useAddress(journey);
  const open = useCallback((host: string) => hostSheet.open(host), []);
  if (!topology) return null;
  const outcome = journey && !isPlaying ? outcomeOf(journey) : '';
  const reason = outcome === '' || !journey ? '' : reasonOf(journey);
  const count = takes.of === journey?.id ? takes.count : 0;
  return (
    <div className={isLeaping ? 'map map--leaping' : 'map'}>
      <div className="map__head">
        {/* What became of it says more than a title, and takes its place. */}
        <h2 className={outcome === '' ? undefined : 'sr'}>{t(journey ? 'route.title' : 'map.title')}</h2>
        {outcome !== '' && (
          <p className="map__outcome">
            {outcome} <span className="map__reason">{reason}</span>
          </p>
        )}
        {isPouring && !isPast && (
          <span className="map__pouring" title={t('map.pouring.help')}>
            {t('map.pouring')}
          </span>
        )}
        {journey && <Duration journey={journey} isPlaying={isPlaying} />}
        {legs.length > 0 && !isPlaying && !isPast && !isPouring && (
          <button type="button" className="map__again" onClick={() => setTakes({ of: journey?.id, count: count + 1 })}>
            {t('map.again')}
          </button>
        )}
      </div>
      <div ref={place} className="map__place">
        {layout && (
          <MapCanvas
            topology={topology}
            layout={layout}
            address={address}
            legs={legs}
            takes={count}
            openHost={openHost}
            onOpen={open}
            onPoint={setPointed}
            onPlaying={setPlaying}
          />
        )}
      </div>
      <MapFacts topology={topology} name={pointed} />
      {journey && <WayInWords journey={journey} />}
    </div>
  );
});

function WayInWords({ journey }: { journey: Journey }) {
  return (
    <ol className="sr" aria-label={t('route.title')}>
      {stopsOf(journey).map(({ host, taken_ms }) => (
        <li key={host}>
          {shortName(host)} {taken_ms !== undefined && t('route.time', { time: showTime(taken_ms) })}
        </li>
      ))}
    </ol>
  );
}

/** What stands on the letter's envelope; the same while that is the same. */
function useAddress(journey: Journey | undefined): Address {
  const told = JSON.stringify({ from: journey?.reversePath ?? '', to: journey?.recipients ?? [] } satisfies Address);
  return useMemo(() => JSON.parse(told) as Address, [told]);
}

/** The legs of the letter; the same list while nothing about them changes. */
function useLegs(journey: Journey | undefined): readonly Leg[] {
  const dialogs = useBench((state) => state.moment.dialogs);
  const told = journey ? JSON.stringify(legsOf(journey, dialogs)) : '[]';
  return useMemo(() => JSON.parse(told) as Leg[], [told]);
}

/** The room that an element has, as soon as it is known, in the drawing's units: large type makes a unit larger. */
function useRoom(): [React.RefObject<HTMLDivElement | null>, Room | undefined] {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>();
  const { settings } = useBenchParts();
  const type = useStore(settings.store, ({ typePercent }) => typePercent / 100);
  const known = useBench((state) => state.moment.lab.topology !== undefined);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      const scale = Math.max(1, Math.min(type, width / MAP_LIMITS.leastWidth));
      if (width > 0 && height > 0) setRoom({ width: Math.round(width / scale), height: Math.round(height / scale) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [known, type]);
  return [place, room];
}
