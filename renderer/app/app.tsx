// The bench: what to do at the left, the way in the middle, the letter at the right, doors at the bottom.
// Counterpart: app.css places them. Rule: this file arranges; each view looks after itself.

import { Doors } from '../doors/doors.tsx';
import { Compose } from '../inbox/compose.tsx';
import { LetterList } from '../inbox/letter-list.tsx';
import { LetterView } from '../inspector/letter-view.tsx';
import { JourneyView } from '../terminal/journey-view.tsx';
import { t } from '../text/t.ts';
import { Announcer } from './announcer.tsx';
import './app.css';
import { Header } from './header.tsx';
import { Notice } from './notice.tsx';
import { useJourneys } from './use-bench.ts';

export function App() {
  const { journeys, shown } = useJourneys();
  return (
    <div className="app">
      <Header letters={journeys.filter((one) => one.letter !== undefined).length} />
      <Notice />
      <aside className="app__side" aria-label={t('bench.send')}>
        <Compose />
        <LetterList journeys={journeys} shown={shown} />
      </aside>
      <main className="app__main" aria-label={t('bench.journey')}>
        <JourneyView journey={shown} />
      </main>
      <aside className="app__letter" aria-label={t('bench.letter')}>
        <LetterView key={shown?.letter?.id} journey={shown} />
      </aside>
      <Doors />
      <Announcer journeys={journeys} />
    </div>
  );
}
