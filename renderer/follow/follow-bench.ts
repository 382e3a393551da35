// The desks that the panels of the bench reach for, where there is nothing to do at them. Counterpart: main.tsx of the screen
// has the real ones. Rule: none of them ever begins anything here; they stand so that one set of panels serves both pages.

import { createFrameStore } from '../app/frame-store.ts';
import { PanelSizes } from '../app/panel-sizes.ts';
import type { Bench } from '../app/use-bench.ts';
import { CompareDesk } from '../compare/compare-desk.ts';
import { keptChoices } from '../inbox/inbox-choices.ts';
import { InboxDesk } from '../inbox/inbox-desk.ts';
import { LectureDoor } from '../lecture/lecture-door.ts';
import { LessonDesk } from '../lesson/lesson-store.ts';
import { ErrorBook } from '../report/error-book.ts';
import { SessionDesk } from '../session/session-desk.ts';
import type { Settings } from '../settings/settings.ts';
import { ShellHand } from '../shell/shell-hand.ts';
import { ShellFeed } from '../shell/shell-feed.ts';
import { SwitchSource } from '../source/switch.ts';
import { onNextFrame } from '../source/web-page.ts';
import type { BenchStore } from '../store/bench-store.ts';
import { WireDesk } from '../wire/wire-desk.ts';
import type { FollowSource } from './follow-source.ts';

interface Parts {
  store: BenchStore;
  source: FollowSource;
  settings: Settings;
}

export function followBench({ store, source, settings }: Parts) {
  const timing = {
    nextFrame: onNextFrame,
    now_ms: () => performance.now(),
    wait: (ms: number, then: () => void) => void setTimeout(then, ms),
  };
  const nowhere = () => Promise.reject(new Error('nothing is opened while a lecture is followed'));
  const nothingKept = { recall: () => undefined, remember: () => undefined, forget: () => undefined };
  const { dispatch } = source;
  const bench: Bench = {
    store,
    source,
    settings,
    shells: new ShellFeed(),
    hand: new ShellHand(),
    lecture: new LectureDoor(nowhere),
    frame: createFrameStore(),
    sizes: new PanelSizes(document.documentElement.style),
    errors: new ErrorBook(),
    compare: new CompareDesk({ dispatch, ...timing }),
    inbox: new InboxDesk(dispatch, keptChoices),
    sessions: new SessionDesk({
      ...timing,
      source: new SwitchSource(() => source),
      fileName: () => '',
      download: () => undefined,
      served: nowhere,
      onSwitch: () => undefined,
      rememberPlace: () => () => undefined,
      showPages: nowhere,
    }),
  };
  const lessons = new LessonDesk({
    loadCourse: nowhere,
    kept: nothingKept,
    keptLab: nothingKept,
    progress: { of: () => Promise.resolve(undefined), add: () => undefined },
    dispatch,
    lab: () => store.getState().live.lab,
    followLatest: () => undefined,
    now_ms: timing.now_ms,
    today_ms: () => Date.now(),
  });
  return { bench, lessons, wires: new WireDesk(dispatch, () => store.getState().history) };
}
