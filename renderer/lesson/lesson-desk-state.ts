// What the lessons' views read of the desk. Counterpart: lesson-store.ts, which alone changes it.

import type { Lesson, LessonHead, PanelName } from '../../contract/lesson.ts';
import type { TopologyName } from '../../contract/topologies.ts';
import type { RunnerState } from '../../lessons/runner.ts';
import type { FormerLab, Way } from './lesson-labs.ts';

export interface LessonDeskState {
  /** What the lessons' place shows. */
  shown: 'list' | 'lesson';
  /** Which list it comes back to: that of the course, or of the challenges. */
  listed: 'overview' | 'challenges';
  /** The lessons there are, once the course is loaded. */
  heads: readonly LessonHead[] | undefined;
  /** The lesson under way; it goes on while another place is shown. */
  running: { lesson: Lesson; state: RunnerState } | undefined;
  /** Panels that its steps don't name and that the person opened all the same. */
  unfolded: readonly PanelName[];
  /** The id of a lesson that couldn't be opened. */
  unreadable: string | undefined;
  /** The step happens in another lab than the one that is open. */
  elsewhere: Elsewhere | undefined;
  /** The lesson that is being written beside the app, and what is wrong with it as it was last saved. */
  draft: DraftState | undefined;
  /** The person's lab that was left for a lesson. */
  former: FormerLab | undefined;
}

export interface DraftState {
  /** Name of its file. */
  name: string;
  /** Undefined until it could be read once. */
  id: string | undefined;
  /** `file:line: message`, as `npm run lesson check` says it. */
  problems: readonly string[];
}

/** On the way to a step's lab: asked first where work is left behind, and told when it can't be opened. */
export interface Elsewhere {
  kind: TopologyName;
  way: Way;
  isAsking: boolean;
  failure: string;
}
