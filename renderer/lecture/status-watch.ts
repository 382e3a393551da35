// Hears of followers, and of keys that are pressed in the window of the notes, for as long as the page lives. Counterpart:
// `lecture.status` of the contract. Rule: asked again when it was answered, and never by the clock but after a break.

import type { Dispatch } from '../../contract/commands.ts';
import type { LectureStatus, PresenterKey } from '../../contract/lecture/commands.ts';
import { STAGE_LIMITS } from './limits.ts';

interface StatusListener {
  onStatus: (status: LectureStatus) => void;
  onPress: (key: PresenterKey) => void;
}

export async function watchStatus(
  dispatch: Dispatch,
  wait: (ms: number) => Promise<void>,
  { onStatus, onPress }: StatusListener,
): Promise<never> {
  let seen: number | undefined;
  let pressed: number | undefined;
  for (;;) {
    try {
      const status = await dispatch('lecture.status', seen === undefined ? {} : { seen });
      seen = status.news;
      onStatus(status);
      const last = status.presses.at(-1)?.id ?? 0;
      // What was pressed before this page listened was meant for another.
      const known = pressed ?? last;
      pressed = last;
      for (const { id, key } of status.presses) if (id > known) onPress(key);
    } catch {
      seen = undefined;
      await wait(STAGE_LIMITS.again_ms);
    }
  }
}
