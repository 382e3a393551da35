// The challenges there are, in the order in which they are listed. A new one is a file and a line here.

import { lessonOf } from './as-lesson.ts';
import { bounced } from './bounced.ts';
import { byHand } from './by-hand.ts';
import type { Challenge } from './challenge.ts';
import { forged } from './forged.ts';
import { keptOut } from './kept-out.ts';
import { newsletter } from './newsletter.ts';
import { openRelay } from './open-relay.ts';
import { popKept } from './pop-kept.ts';
import { ring } from './ring.ts';
import { signpost } from './signpost.ts';
import { trail } from './trail.ts';
import { waiting } from './waiting.ts';
import type { LessonLanguage } from '../text/languages.ts';
import type { Lesson } from '../../contract/lesson.ts';

export const CHALLENGES: readonly Challenge[] = [
  ...[byHand, openRelay, popKept, trail],
  ...[bounced, waiting, keptOut, signpost, newsletter, ring],
  forged,
];

/** Numbers are as large as the seed of a student's lab. */
export const MOST_SEED = 0xff_ff_ff_ff;

/** What the run calls a challenge; all of it can be made from that again. */
export function challengeId(kind: string, seed: number, isExam: boolean): string {
  return `${isExam ? 'exam' : 'challenge'}-${kind}-${seed}`;
}

/** The challenge that an id names, as a lesson; undefined where it names none. */
export function challengeCalled(id: string, language: LessonLanguage = 'en'): Lesson | undefined {
  const [, way, kind, digits] = /^(challenge|exam)-([a-z-]+)-(\d{1,10})$/.exec(id) ?? [];
  const challenge = CHALLENGES.find((one) => one.id === kind);
  const seed = Number(digits);
  return challenge && seed <= MOST_SEED ? lessonOf(challenge, seed, way === 'exam', id, language) : undefined;
}
