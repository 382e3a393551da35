// A lesson that is being written: its files as they are on disk, for a screen that shows it as it grows. Counterpart:
// engine/draft/ reads and watches them, renderer/lesson/draft-desk.ts puts them into the course.

import type { LabFacts } from './lab-facts.ts';
import type { TopologyName } from './topologies.ts';

export interface LessonDraft {
  /** Who has heard of this one asks for the next with it. */
  news: number;
  /** Name of the folder that the file lies in: that of the lesson in the course, if it is one of the course's. */
  folder: string;
  /** Name of the file, such as `lesson.md`. */
  name: string;
  /** Its text, and those of its translations (`lesson.de.md`), by their names. */
  files: Record<string, string>;
  /** Why there is no text. */
  problem?: string;
  /** What a check has to know of the labs. */
  labs: Record<TopologyName, LabFacts>;
}
