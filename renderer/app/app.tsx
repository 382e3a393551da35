// The bench: what to do at the left, the way in the middle, the letter at the right, doors at the bottom.
// Counterpart: app.css places them. Rule: this file arranges; each view looks after itself.

import { Doors } from '../doors/doors.tsx';
import { Compose } from '../inbox/compose.tsx';
import { LetterList } from '../inbox/letter-list.tsx';
import { LetterView } from '../inspector/letter-view.tsx';
import { LessonColumn } from '../lesson/lesson-column.tsx';
import { useLessons } from '../lesson/use-lesson.ts';
import { JourneyView } from '../terminal/journey-view.tsx';
import { DropZone } from '../session/drop-zone.tsx';
import { SessionNotice } from '../session/session-notice.tsx';
import { ShellDrawer } from '../shell/shell-drawer.tsx';
import { t } from '../text/t.ts';
import { Announcer } from './announcer.tsx';
import './app.css';
import { Header } from './header.tsx';
import { Notice } from './notice.tsx';
import { useJourneys } from './use-bench.ts';

export function App() {
  const { journeys, shown } = useJourneys();
  const isLesson = useLessons((state) => state.shown !== 'bench');
  return (
    <div className={isLesson ? 'app app--lesson' : 'app'}>
      <Header letters={journeys.filter((one) => one.letter !== undefined).length} />
      <div className="notices">
        <Notice />
        <SessionNotice />
      </div>
      <DropZone />
      <aside className="app__side" aria-label={t(isLesson ? 'lessons.title' : 'bench.send')}>
        {isLesson ? (
          <LessonColumn />
        ) : (
          <>
            <Compose />
            <LetterList journeys={journeys} shown={shown} />
          </>
        )}
      </aside>
      <main className="app__main" aria-label={t('bench.journey')}>
        <JourneyView journey={shown} />
        <ShellDrawer />
      </main>
      <aside className="app__letter" aria-label={t('bench.letter')}>
        <LetterView key={shown?.letter?.id} journey={shown} />
      </aside>
      <Doors />
      <Announcer journeys={journeys} />
    </div>
  );
}
