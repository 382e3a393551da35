// The lesson of a screen: opened from the course's files, its hold set and taken away, its actions in the runner's hands.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import type { Dispatch } from '../../../contract/commands.ts';
import { LessonDesk } from '../../../renderer/lesson/lesson-store.ts';

const course = fileURLToPath(new URL('../../../lessons/course/', import.meta.url));

function desk() {
  const sent: string[] = [];
  const dispatch = ((command: string) => {
    sent.push(command);
    return Promise.reject(new Error('no engine here'));
  }) as Dispatch;
  const load = (path: string) => {
    try {
      return readFileSync(course + path, 'utf8');
    } catch {
      return undefined;
    }
  };
  return { sent, desk: new LessonDesk({ load, dispatch, lab: () => ({ seq: 7 }), now_ms: () => 1000 }) };
}

describe('the lesson desk', () => {
  it('lists the course and shows the list while no lesson is open', () => {
    const { desk: lessons } = desk();
    expect(lessons.heads.map((head) => head.id)).toEqual(['speak-smtp', 'envelope']);
    lessons.show('lesson');
    expect(lessons.store.getState().shown).toBe('list');
  });

  it('holds the reply until the prediction is made, and lets go when the lesson is left', () => {
    const { desk: lessons, sent } = desk();
    lessons.open('speak-smtp');
    expect(sent).toEqual([]);
    lessons.act({ kind: 'go', step: 1, at_ms: 1000 });
    expect(sent).toEqual(['hold.set']);
    lessons.onLive();
    expect(sent).toEqual(['hold.set', 'hold.set']);
    lessons.act({ kind: 'predict', option: 'server', sure: true });
    expect(sent.slice(2)).toEqual(['hold.clear']);
    lessons.act({ kind: 'go', step: 2, at_ms: 1000 });
    lessons.leave();
    expect(sent.slice(3)).toEqual(['hold.set', 'hold.clear']);
    expect(lessons.store.getState()).toMatchObject({ shown: 'list', running: undefined });
  });

  it('goes on while the list is shown, and says when a lesson can’t be read', () => {
    const { desk: lessons } = desk();
    lessons.open('speak-smtp');
    lessons.show('list');
    lessons.show('lesson');
    expect(lessons.store.getState()).toMatchObject({ shown: 'lesson', running: { state: { at: 0, sinceSeq: 8 } } });
    lessons.open('no-such-lesson');
    expect(lessons.store.getState().unreadable).toBe('no-such-lesson');
  });
});
