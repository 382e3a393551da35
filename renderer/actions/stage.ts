// The presenter's keys, in force while a lecture is on the stage. Counterpart: lecture/lecture-desk.ts; index.ts says when. Rule:
// the keys of a presenter's remote control do what it says on it.

import type { LectureDesk } from '../lecture/lecture-desk.ts';
import type { TextKey } from '../text/t.ts';
import { type Action, isAlways } from './action.ts';
import { openKeys } from './screen.ts';

function onStage(id: string, title: TextKey, keys: string[], run: (desk: LectureDesk) => unknown): Action {
  const [first = '', ...others] = keys;
  return {
    id: `stage.${id}`,
    title,
    group: 'stage',
    keys: first,
    otherKeys: others,
    isPossible: isAlways,
    run: ({ lecture }) => (lecture.current ? run(lecture.current) : undefined),
  };
}

export const STAGE_ACTIONS: readonly Action[] = [
  onStage('next', 'stage.next', ['PageDown', 'ArrowRight'], (desk) => void desk.next()),
  onStage('back', 'stage.back', ['PageUp', 'ArrowLeft'], (desk) => void desk.back()),
  onStage('skip', 'stage.skip', ['Shift+ArrowRight'], (desk) => desk.skip()),
  onStage('rescue', 'stage.rescue', ['R'], (desk) => void desk.rescue()),
  onStage('black', 'stage.black', ['B', '.'], (desk) => desk.black()),
  onStage('freeze', 'stage.freeze', ['F'], (desk) => desk.freeze()),
  onStage('spot', 'stage.spot', ['S'], (desk) => desk.spot()),
  onStage('zoom', 'stage.zoom', ['Z'], (desk) => desk.zoom()),
  onStage('host', 'stage.host', ['H'], (desk) => desk.zoomHost()),
  onStage('vote', 'stage.vote', ['V'], (desk) => desk.vote()),
  onStage('reveal', 'stage.reveal', ['Shift+V'], (desk) => desk.reveal()),
  onStage('recorded', 'stage.recorded', ['L'], (desk) => void desk.recorded()),
  onStage('notes', 'stage.notes', ['N'], (desk) => desk.toggleNotes()),
  onStage('end', 'stage.end', ['Shift+Q'], (desk) => void desk.end()),
  openKeys,
];
