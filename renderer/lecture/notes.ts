// What the presenter reads beside the stage. Counterpart: lecture-desk.ts tells it to the engine, notes-window.tsx shows it.
// Rule: pure; what the next press does stands there before it is pressed.

import type { Notes } from '../../contract/lecture/commands.ts';
import { LECTURE_LIMITS } from '../../contract/lecture/limits.ts';
import { t } from '../text/t.ts';
import type { Running } from './lecture-state.ts';

export function notesOf({ scenes, at, beat, cut, began_ms }: Running): Notes {
  const scene = scenes[at];
  const said = scene?.beats[beat - 1]?.say;
  const after = scenes[at + 1]?.title;
  return {
    text: (said ?? scene?.notes ?? '').slice(0, LECTURE_LIMITS.noteChars),
    next: describeNext(scenes[at]?.beats[beat], after).slice(0, LECTURE_LIMITS.noteChars),
    after: after ?? '',
    began_ms,
    minutes: cut,
  };
}

function describeNext(beat: Running['scenes'][number]['beats'][number] | undefined, after: string | undefined): string {
  if (!beat) return after === undefined ? t('lecture.next.end') : t('lecture.next.scene', { title: after });
  if ('type' in beat) return t('lecture.next.type', { host: beat.as, text: beat.type.trimEnd() });
  if ('ask' in beat) return t('lecture.next.ask');
  return 'look' in beat ? t('lecture.next.look') : t('lecture.next.say');
}
