// The frame: rail, header, the bench with its panels, the timeline's place. Counterpart: app.css places them, places.tsx
// says what can stand in the side column. Rule: this file arranges; each view looks after itself. What has `data-region`
// and a name is found by F6.

import { Activity, lazy, Suspense, useState } from 'react';

import { PLACE_ID } from '../actions/go.ts';
import { FindingProvider } from '../filter/finding.tsx';
import { HostSheet } from '../host/host-sheet.tsx';
import { useLessons } from '../lesson/use-lesson.ts';
import { DropZone } from '../session/drop-zone.tsx';
import { ShellDrawer } from '../shell/shell-drawer.tsx';
import { t } from '../text/t.ts';
import { Announcer } from './announcer.tsx';
import './app.css';
import { Asking } from './asking.tsx';
import type { PlaceId } from './frame-store.ts';
import { Header } from './header.tsx';
import { Journeys } from './journeys.tsx';
import { Notices } from './notice.tsx';
import { BenchTimeline, Letter, Middle } from './panels.tsx';
import { type Place, PLACES } from './places.tsx';
import { Rail } from './rail.tsx';
import { OpenSheet } from './sheets.tsx';
import { Splitter } from './splitter.tsx';
import { useBench, useFrame } from './use-bench.ts';

/** What lies around the bench while a lecture is given; loaded with the first. */
const StageLayer = lazy(async () => ({ default: (await import('../lecture/stage-layer.tsx')).StageLayer }));

const RecordedShell = lazy(async () => ({ default: (await import('../lecture/recorded-shell.tsx')).RecordedShell }));

export function App() {
  const place = useFrame((state) => state.place);
  const stage = useFrame((state) => state.stage);
  const visited = useVisited(place);
  const isInLesson = useLessons((state) => state.shown === 'lesson');
  const isWhole = ({ takes }: Place) => takes === 'bench' || (takes === 'course' && !isInLesson);
  const isOver = PLACES.some((one) => one.id === place && isWhole(one));
  return (
    <FindingProvider>
      <Journeys>
        <div className={stage ? 'app app--stage' : 'app'}>
          {stage && (
            <Suspense>
              <StageLayer />
            </Suspense>
          )}
          <Header />
          <Notices />
          <DropZone />
          <Rail />
          <main className="app__main">
            {visited.filter(isWhole).map((one) => (
              <Activity key={one.id} mode={one.id === place ? 'visible' : 'hidden'}>
                <section
                  id={one.id === place ? PLACE_ID : undefined}
                  className="app__whole"
                  aria-label={t(one.title)}
                  data-region=""
                  tabIndex={-1}
                >
                  <one.View />
                </section>
              </Activity>
            ))}
            <div className="bench" hidden={isOver}>
              <SideColumn places={visited.filter((one) => !isWhole(one))} shown={place} />
              <Splitter panel="side" />
              <Middle shell={<Shell />} />
              <Letter />
              <HostSheet />
            </div>
            <BenchTimeline />
          </main>
          <Announcer />
          <OpenSheet />
          <Asking />
        </div>
      </Journeys>
    </FindingProvider>
  );
}

/** A recording on the stage shows what was typed; a shell of its own would only say that it can't. */
function Shell() {
  const isOnStage = useFrame((state) => state.stage !== undefined);
  const isSession = useBench((state) => state.link.name === 'session');
  if (!isOnStage || !isSession) return <ShellDrawer />;
  return (
    <Suspense>
      <RecordedShell />
    </Suspense>
  );
}

/** The places that were opened: they keep what was typed into them. */
function useVisited(place: PlaceId): readonly Place[] {
  const [ids, setIds] = useState<ReadonlySet<PlaceId>>(() => new Set([place]));
  if (!ids.has(place)) setIds(new Set([...ids, place]));
  return PLACES.filter((one) => ids.has(one.id));
}

function SideColumn({ places, shown }: { places: readonly Place[]; shown: PlaceId }) {
  const current = places.find((one) => one.id === shown) ?? places[0];
  return (
    <aside
      id={current?.id === shown ? PLACE_ID : undefined}
      className="bench__side"
      aria-label={current && t(current.column ?? current.title)}
      data-region=""
      tabIndex={-1}
    >
      {places.map((one) => (
        <Activity key={one.id} mode={one === current ? 'visible' : 'hidden'}>
          <one.View />
        </Activity>
      ))}
    </aside>
  );
}
