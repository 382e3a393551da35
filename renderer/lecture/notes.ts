// What the presenter reads beside the stage. Counterpart: lecture-desk.ts tells it to the engine, notes-window.tsx shows it.
// Rule: pure; what the next press does stands there before it is pressed.

import type { LectureStatus, Notes } from '../../contract/lecture/commands.ts';
import { LECTURE_LIMITS } from '../../contract/lecture/limits.ts';
import type { Beat } from '../../contract/lecture/playlist.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import type { Running } from './lecture-state.ts';
import { hasAnswers } from './vote-round.ts';

type Answers = LectureStatus['answers'];

export function notesOf(running: Running, answers: Answers | undefined): Notes {
  const { scenes, at, beat, cut, began_ms } = running;
  const scene = scenes[at];
  const said = scene?.beats[beat - 1]?.say;
  const after = scenes[at + 1]?.title ?? '';
  return {
    text: (said ?? scene?.notes ?? '').slice(0, LECTURE_LIMITS.noteChars),
    next: wholly(nextOf(running, answers)).slice(0, LECTURE_LIMITS.noteChars),
    // The next press says it already.
    after: scene?.beats[beat] === undefined ? '' : after,
    began_ms,
    minutes: cut,
  };
}

/** The next press in a few words, which the hall may read too. */
export function pressOf(running: Running, answers: Answers | undefined): string {
  const next = nextOf(running, answers);
  switch (next.does) {
    case 'type':
      return t('stage.then.type', { host: shortName(next.beat.as) });
    case 'scene':
      return t('stage.then.scene', { title: next.title });
    default:
      return t(`stage.then.${next.does}`);
  }
}

type Next =
  | { does: 'wait' | 'hurry' | 'reveal' | 'ask' | 'look' | 'say' | 'end' }
  | { does: 'type'; beat: Extract<Beat, { type: string }> }
  | { does: 'scene'; title: string };

/** What the key does now. */
function nextOf({ scenes, at, beat, phase, voting, isRecorded }: Running, answers: Answers | undefined): Next {
  if (phase === 'preparing') return { does: 'wait' };
  if (phase === 'typing') return { does: 'hurry' };
  if (voting && hasAnswers(voting, answers)) return { does: 'reveal' };
  const next = scenes[at]?.beats[beat];
  if (!next) {
    const after = scenes[at + 1];
    return after ? { does: 'scene', title: after.title } : { does: 'end' };
  }
  if ('type' in next) return isRecorded ? { does: 'say' } : { does: 'type', beat: next };
  if ('ask' in next) return { does: 'ask' };
  return { does: 'look' in next ? 'look' : 'say' };
}

function wholly(next: Next): string {
  switch (next.does) {
    case 'type':
      return t('lecture.next.type', { host: next.beat.as, text: next.beat.type.trimEnd() });
    case 'scene':
      return t('lecture.next.scene', { title: next.title });
    default:
      return t(`lecture.next.${next.does}`);
  }
}
