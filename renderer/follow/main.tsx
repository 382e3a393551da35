// The entry of a page that follows a lecture. Counterpart: follow.html, which engine/followers/ serves; main.tsx is the
// presenter's. Rule: the same store and panels as the presenter's, and a source that can't ask for anything.

import '../theme/fonts.ts';
import '../theme/tokens.css';
import '../theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { BenchContext } from '../app/use-bench.ts';
import { LessonContext } from '../lesson/use-lesson.ts';
import { ErrorBoundary } from '../report/error-boundary.tsx';
import { deflation } from '../session/deflation.ts';
import { followLanguage } from '../settings/app-language.ts';
import { followSettings } from '../settings/page-look.ts';
import { Settings } from '../settings/settings.ts';
import { pacedFrames } from '../source/web-page.ts';
import { applyEvents, createBenchStore } from '../store/bench-store.ts';
import { noticeLeaps } from '../store/leaps.ts';
import { remembered } from '../store/remembered.ts';
import { WireContext } from '../wire/use-wire.ts';
import { z } from '../../contract/schema.ts';
import { followBench } from './follow-bench.ts';
import { FollowApp } from './follow-app.tsx';
import { FollowSource } from './follow-source.ts';
import { ShellLines } from './shell-lines.ts';

const settings = new Settings();
followSettings(settings, document);
const isSpoken = followLanguage(settings, document, navigator.languages);
const store = createBenchStore();
noticeLeaps(store, (ms, then) => setTimeout(then, ms));
const lines = new ShellLines();
const source = new FollowSource({
  connect: () => new WebSocket(new URL('/follow', location.origin.replace(/^http/, 'ws'))),
  inflate: deflation.inflate,
  pass: remembered('posthorn.pass', z.string().max(60)),
  wait: (ms, then) => void setTimeout(then, ms),
  nextFrame: pacedFrames(),
  openRecording: async (recording, pass) => (await import('./recording.ts')).openRecording(recording, pass),
  state: () => store.getState().live.lab,
  onStage: (stage) => bench.frame.setState({ stage }),
});
const { bench, lessons, wires } = followBench({ store, source, settings });
source.start({
  onEvents: (events) => {
    applyEvents(store, events, performance.now());
    lines.hear(events);
  },
  onLink: (link) => store.setState({ link }),
});
// The code can stand behind the address on the wall: http://…/#K7Q2PM
const code = location.hash.slice(1);
if (code !== '') {
  history.replaceState(null, '', location.pathname);
  source.join(code);
}

const root = document.getElementById('root');
await isSpoken;
if (root) {
  createRoot(root).render(
    <StrictMode>
      <BenchContext value={bench}>
        <LessonContext value={lessons}>
          <WireContext value={wires}>
            <ErrorBoundary>
              <FollowApp source={source} lines={lines} />
            </ErrorBoundary>
          </WireContext>
        </LessonContext>
      </BenchContext>
    </StrictMode>,
  );
}
