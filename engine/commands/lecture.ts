// lecture.*: the stage, the presenter's second window, and the doors for followers. Counterpart: followers/lecture-desk.ts.

import type { LectureDesk } from '../followers/lecture-desk.ts';
import type { Lab } from '../engine.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const lectureCommands: Group<'lecture'> = {
  'lecture.addresses': (lab) => ({ addresses: deskOf(lab).addresses() }),
  'lecture.openHall': (lab, { address, port }) => deskOf(lab).openHall(address, port),
  'lecture.closeHall': async (lab) => {
    await deskOf(lab).closeHall();
    return {};
  },
  'lecture.show': (lab, { stage, notes }) => {
    deskOf(lab).show(stage, notes);
    return {};
  },
  'lecture.recording': (lab, { file }) => ({ recording: deskOf(lab).keepRecording(Buffer.from(file, 'base64')) }),
  'lecture.press': (lab, { key }) => {
    deskOf(lab).press(key);
    return {};
  },
  'lecture.status': (lab, { seen }) => deskOf(lab).status(seen),
};

function deskOf(lab: Lab): LectureDesk {
  const { lecture } = lab.options;
  if (!lecture) throw new CommandProblem('no lectures', 'this engine was started without a screen; npm start has one');
  return lecture;
}
