// A challenge: a task that a number makes, without a text to lead and without hints. Counterpart: index.ts lists them,
// as-lesson.ts turns one into a lesson that the runner takes; test/lessons/challenges.test.ts proves each. Rule: pure; the same
// number makes the same task in every language; names, addresses and what is broken vary, what is to be found stands nowhere but in the lab.

import type { startSchema, taskSchema } from '../../contract/lesson.ts';
import type { z } from '../../contract/schema.ts';
import type { GOALS } from '../goal/index.ts';
import type { Chance } from '../chance.ts';
import type { CastRow } from '../source/cast.ts';
import { type InEachLanguage, LESSON_LANGUAGES } from '../text/languages.ts';

/** 1: one thing to look up or type. 2: several, or something to mend. 3: evidence from several places. */
export type Level = 1 | 2 | 3;

type Task = z.input<ReturnType<typeof taskSchema<typeof GOALS.schema>>>;

type Options = readonly { id: string; text: InEachLanguage }[];

export interface Exercise {
  /** What the task says $name for. */
  names: CastRow;
  /** As in a lesson's file; what isn't said of the clock and the panels is the same for all. */
  start: Partial<z.input<typeof startSchema>> & Pick<z.input<typeof startSchema>, 'topology' | 'actors'>;
  task: Pick<Task, 'counts' | 'solution'> & {
    act: InEachLanguage;
    questions?: readonly { id: string; asks: InEachLanguage; options?: Options }[];
    /** For all questions without options of their own. */
    choices?: Options;
    goal: readonly { says: InEachLanguage; [matcher: string]: unknown }[];
  };
  /** What looks right and isn't; must not pass. */
  nearMiss: Task['solution'];
}

export interface Challenge {
  id: string;
  title: InEachLanguage;
  level: Level;
  minutes: number;
  make: (chance: Chance) => Exercise;
}

/** What is said alike everywhere: the name of a host, a letter's subject. */
export const alike = (text: string) =>
  Object.fromEntries(LESSON_LANGUAGES.map((language) => [language, text])) as unknown as InEachLanguage;
