// The panels of the bench: map, dialogs, letter, timeline. Counterpart: app.tsx has them beside the places, follow/follow-app.tsx
// alone. Rule: a lesson's step or a lecture's stage may do without some; what is folded isn't drawn.

import { type ReactNode, useState } from 'react';

import { LetterView } from '../inspector/letter-view.tsx';
import { FoldedPanels } from '../lesson/folded-panels.tsx';
import { useIsFolded } from '../lesson/use-folded.ts';
import { MapView } from '../map/map-view.tsx';
import { JourneyView } from '../terminal/journey-view.tsx';
import { t } from '../text/t.ts';
import { Timeline } from '../timeline/timeline.tsx';
import './app.css';
import { Splitter } from './splitter.tsx';
import { useJourneys } from './use-bench.ts';

/** The map above, the dialogs below it, the shell below them; a lesson's step may do without some. */
export function Middle({ shell }: { shell: ReactNode }) {
  const hasMap = !useIsFolded('map');
  const hasDialogs = !useIsFolded('dialogs');
  return (
    <div className="bench__middle">
      {hasMap && (
        <section className="bench__map" aria-label={t('bench.map')} data-region="" tabIndex={-1}>
          <ShownMap />
        </section>
      )}
      {hasMap && hasDialogs && <Splitter panel="map" />}
      {hasDialogs && (
        <section className="bench__dialogs" aria-label={t('bench.dialogs')} data-region="" tabIndex={-1}>
          <ShownDialogs />
        </section>
      )}
      {shell}
      <FoldedPanels />
    </div>
  );
}

function ShownMap() {
  const { shown } = useJourneys();
  return <MapView journey={shown} />;
}

function ShownDialogs() {
  const { shown } = useJourneys();
  return <JourneyView journey={shown} />;
}

export function BenchTimeline() {
  const { shown } = useJourneys();
  if (useIsFolded('timeline')) return null;
  return (
    <>
      <Splitter panel="timeline" />
      <section className="app__timeline" aria-label={t('timeline.title')} data-region="" tabIndex={-1}>
        <Timeline journey={shown} />
      </section>
    </>
  );
}

export function Letter() {
  const { shown } = useJourneys();
  const [isAtTop, setAtTop] = useState(true);
  if (useIsFolded('inspector')) return null;
  return (
    <>
      <Splitter panel="letter" />
      <aside
        className="bench__letter"
        aria-label={t('bench.letter')}
        data-region=""
        tabIndex={0}
        onScroll={(event) => setAtTop(event.currentTarget.scrollTop === 0)}
      >
        <LetterView journey={shown} isAtTop={isAtTop} />
      </aside>
    </>
  );
}
