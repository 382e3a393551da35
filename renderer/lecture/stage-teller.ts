// Tells the frame and the engine what stands on the stage, whenever it is something else. Counterpart: stage-of.ts and notes.ts work it
// out; engine/followers/ hands it on. Rule: all of it each time, so that who missed one hears it with the next.

import type { StoreApi } from 'zustand/vanilla';

import type { Dispatch } from '../../contract/commands.ts';
import type { Bench } from '../app/use-bench.ts';
import type { LectureState } from './lecture-state.ts';
import { notesOf } from './notes.ts';
import { stageOf } from './stage-of.ts';

export function tellStage({ store, frame }: Bench, lecture: StoreApi<LectureState>, dispatch: Dispatch): void {
  let told = '';
  const tell = () => {
    const { running, status } = lecture.getState();
    const stage = running && stageOf(running, store.getState());
    const notes = running && notesOf(running, status?.answers);
    const text = JSON.stringify([stage, notes]);
    if (text === told) return;
    const isOver = told !== '' && !stage;
    told = text;
    if (!stage && !isOver) return;
    frame.setState({ stage });
    dispatch('lecture.show', { stage: stage ?? null, ...(notes ? { notes } : {}) })
      // Nobody hears of it now; the next change tells all of it.
      .catch(() => (told = ''));
  };
  store.subscribe(tell);
  lecture.subscribe(tell);
}
