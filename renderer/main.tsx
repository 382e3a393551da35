// The screen's entry: a store, a source, and React between. Counterpart: index.html. Rule: what can be decided without
// React (theme, source, folding) is; the theme's styles come first, so that every view's own go over them.

import './theme/fonts.ts';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { actionsFor } from './actions/index.ts';
import { listenForKeys } from './actions/listen.ts';
import { App } from './app/app.tsx';
import { fetchLater } from './app/later.tsx';
import { CompareDesk } from './compare/compare-desk.ts';
import { createFrameStore } from './app/frame-store.ts';
import { PanelSizes } from './app/panel-sizes.ts';
import { type Bench, BenchContext } from './app/use-bench.ts';
import { ProgressDesk } from './course/progress-desk.ts';
import { ProgressContext } from './course/use-progress.ts';
import { keptChoices } from './inbox/inbox-choices.ts';
import { InboxDesk } from './inbox/inbox-desk.ts';
import { LectureDoor } from './lecture/lecture-door.ts';
import { isNotesWindow, NOTES_WINDOW, notesAddress } from './lecture/notes-address.ts';
import { NotesPage } from './lecture/notes-page.tsx';
import { LessonDesk } from './lesson/lesson-store.ts';
import { rememberedLab } from './lesson/lesson-labs.ts';
import { rememberedLesson } from './lesson/remembered-lesson.ts';
import { DraftDesk } from './lesson/draft-desk.ts';
import { LessonContext } from './lesson/use-lesson.ts';
import { followLanguage } from './settings/app-language.ts';
import { lessonLanguage, onLessonLanguage } from './settings/lesson-language.ts';
import { followSettings, isMotionReduced } from './settings/page-look.ts';
import { InLanguage } from './settings/in-language.tsx';
import { Settings } from './settings/settings.ts';
import { ShellHand } from './shell/shell-hand.ts';
import { ShellFeed } from './shell/shell-feed.ts';
import { ErrorBook } from './report/error-book.ts';
import { ErrorBoundary } from './report/error-boundary.tsx';
import { download } from './session/download.ts';
import { sessionFileName } from './session/file-name.ts';
import { SessionDesk } from './session/session-desk.ts';
import { showPages } from './session/show-pages.ts';
import { rememberPlace } from './session/whereabouts.ts';
import { onHandedFile } from './source/handed-file.ts';
import { SwitchSource } from './source/switch.ts';
import { fetchServedSession, onNextFrame, pageSource } from './source/web-page.ts';
import { windowSource } from './source/window-page.ts';
import { openLabName } from './labs/open-lab-name.ts';
import { applyEvents, createBenchStore } from './store/bench-store.ts';
import { READING_LIMITS } from './store/limits.ts';
import { noticeLeaps } from './store/leaps.ts';
import { remembered } from './store/remembered.ts';
import { WireContext } from './wire/use-wire.ts';
import { z } from '../contract/schema.ts';
import { WireDesk } from './wire/wire-desk.ts';

const settings = new Settings();
followSettings(settings, document);
const isSpoken = followLanguage(settings, document, navigator.languages);
const store = createBenchStore();
noticeLeaps(store, (ms, then) => setTimeout(then, ms));
const shells = new ShellFeed();
const liveSource = () => windowSource() ?? pageSource(location);
const source = new SwitchSource(liveSource);
const sessions = new SessionDesk({
  source,
  fileName: () => sessionFileName(store.getState(), Date.now()),
  download,
  nextFrame: onNextFrame,
  now_ms: () => performance.now(),
  wait: (ms, then) => void setTimeout(then, ms),
  served: () => fetchServedSession(location),
  rememberPlace: () => rememberPlace(store),
  showPages: (run, name) =>
    showPages(store, run, name, {
      wait: (ms, then) => void setTimeout(then, ms),
      onProblem: (error) => sessions.fail(error, name),
    }),
  onSwitch: () => {
    lessons.pause();
    store.getState().pages?.close();
    store.setState({ clock: undefined, chosen: undefined, seenOpening: new Map() });
  },
});
onHandedFile((file) => void sessions.open(file, file.name));
const compare = new CompareDesk({
  dispatch: source.dispatch,
  nextFrame: onNextFrame,
  now_ms: () => performance.now(),
  wait: (ms, then) => void setTimeout(then, ms),
});
const frame = createFrameStore();
const sizes = new PanelSizes(document.documentElement.style);
const errors = new ErrorBook();
addEventListener('error', ({ error, message }) => errors.note(error ?? message, Date.now()));
addEventListener('unhandledrejection', ({ reason }) => errors.note(reason, Date.now()));
const inbox = new InboxDesk(source.dispatch, keptChoices);
/** The window's own, which is gone with it; also a copy of the notes' window has it, and leaves it alone. */
const keptLecture = remembered('posthorn.lecture', z.unknown(), () => sessionStorage);
const lecture = new LectureDoor(async () => {
  const { LectureDesk } = await import('./lecture/lecture-desk.ts');
  return new LectureDesk(bench, {
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    chance: () => Math.random(),
    now_ms: () => Date.now(),
    isStill: () => isMotionReduced(document),
    kept: keptLecture,
    line: liveSource,
    openWindow: () => window.open(notesAddress(location), NOTES_WINDOW, 'popup,width=900,height=640') !== null,
  });
});
const bench: Bench = {
  ...{ store, source, shells, hand: new ShellHand(), frame, sizes, settings, sessions, compare, errors, inbox },
  lecture,
};
listenForKeys(bench, () => actionsFor(frame.getState()), document);

const progress = new ProgressDesk(source.dispatch);
const lessons = new LessonDesk({
  loadCourse: async (draft) => {
    const [{ courseFrom }] = await Promise.all([import('./lesson/course.ts'), isSpoken]);
    return courseFrom(undefined, lessonLanguage(settings), draft);
  },
  kept: rememberedLesson,
  keptLab: rememberedLab,
  progress: { of: (lesson) => progress.of(lesson), add: (more) => progress.add(more) },
  dispatch: source.dispatch,
  lab: () => store.getState().live.lab,
  followLatest: () => store.setState({ chosen: undefined }),
  now_ms: () => performance.now(),
  today_ms: () => Date.now(),
});
onLessonLanguage(settings, () => void lessons.reload());
const draft = new DraftDesk(source.dispatch, lessons, () => frame.setState({ place: 'lessons' }));
const wires = new WireDesk(source.dispatch, () => store.getState().history);
// A page that goes away takes its hold with it: the lab's other screens and tools would wait for ever.
addEventListener('pagehide', () => lessons.pause());

source.start({
  onEvents: (events) => {
    applyEvents(store, events, performance.now());
    shells.hear(events);
    // A lesson is worked on a lab that answers, and only such a lab holds lines.
    if (store.getState().link.name === 'session') return;
    lessons.onEvents(events);
    wires.onEvents(events);
  },
  onBehind: (events) => {
    const behind = events < READING_LIMITS.toldFrom ? 0 : events;
    if (behind !== store.getState().behind) store.setState({ behind });
  },
  onLink: (link) => {
    store.setState({ link, behind: 0 });
    if (link.name === 'live') {
      lessons.onLive();
      void wires.refresh();
      void readClock()
        .then(resumeLesson)
        .then(() => draft.follow());
      void readLabName();
    }
    sessions.onLink(link);
  },
});

if (!isNotesWindow(location) && keptLecture.recall() !== undefined) {
  void lecture.load().then((desk) => desk.resume());
}

async function readClock(): Promise<void> {
  try {
    const { now_ms } = await source.dispatch('clock.get', {});
    store.setState({ clock: { lab_ms: now_ms, page_ms: performance.now() } });
  } catch {
    // The connection broke again; the next one asks again.
  }
}

async function readLabName(): Promise<void> {
  try {
    const { labs } = await source.dispatch('labs.list', {});
    store.setState({ labName: openLabName(labs) });
  } catch {
    // The topology's title stands in for it.
  }
}

/** After the clock: its answer comes behind what is read back, which is no part of the lesson. */
async function resumeLesson(): Promise<void> {
  if (await lessons.resume()) frame.setState({ place: 'lessons' });
}

const root = document.getElementById('root');
await isSpoken;
if (root) {
  createRoot(root).render(
    <StrictMode>
      <BenchContext value={bench}>
        <LessonContext value={lessons}>
          <ProgressContext value={progress}>
            <WireContext value={wires}>
              <ErrorBoundary>
                <InLanguage App={isNotesWindow(location) ? NotesPage : App} />
              </ErrorBoundary>
            </WireContext>
          </ProgressContext>
        </LessonContext>
      </BenchContext>
    </StrictMode>,
  );
}

void fetchLater(() => new Promise((resolve) => void requestIdleCallback(() => resolve())));
