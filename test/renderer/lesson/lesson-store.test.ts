// The lesson of a screen: opened from the course's files, its hold set and taken away, its actions in the runner's hands.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import type { Dispatch } from '../../../contract/commands.ts';
import { courseFrom } from '../../../renderer/lesson/course.ts';
import { LessonDesk } from '../../../renderer/lesson/lesson-store.ts';
import { unnamedPanels } from '../../../renderer/lesson/use-folded.ts';

const course = fileURLToPath(new URL('../../../lessons/course/', import.meta.url));

function desk(kept?: { id: string; step: number }) {
  let remembered = kept;
  const keep = {
    recall: () => remembered,
    remember: (lesson: { id: string; step: number }) => void (remembered = lesson),
    forget: () => void (remembered = undefined),
  };
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
  const loadCourse = () => Promise.resolve(courseFrom(load));
  const lab = () => ({ seq: 7, now_ms: 0 });
  const shown = { letter: 'of the step before' };
  const followLatest = () => void (shown.letter = 'the latest');
  return {
    sent,
    shown,
    kept: keep.recall,
    desk: new LessonDesk({ loadCourse, kept: keep, dispatch, lab, followLatest, now_ms: () => 1000 }),
  };
}

describe('the lesson desk', () => {
  it('lists the course and shows the list while no lesson is open', async () => {
    const { desk: lessons } = desk();
    expect(lessons.store.getState().heads).toBeUndefined();
    await lessons.load();
    expect(lessons.store.getState().heads?.map((head) => head.id)).toEqual(
      expect.arrayContaining(['speak-smtp', 'envelope']),
    );
    lessons.show('lesson');
    expect(lessons.store.getState().shown).toBe('list');
  });

  it('shows what comes when a step begins, and not what was looked at before', async () => {
    const { desk: lessons, shown } = desk();
    await lessons.open('speak-smtp');
    shown.letter = 'a picked one';
    lessons.act({ kind: 'go', step: 2, at_ms: 1000 });
    expect(shown.letter).toBe('the latest');
  });

  it('holds the reply until the prediction is made, and lets go when the lesson is left', async () => {
    const { desk: lessons, sent } = desk();
    await lessons.open('speak-smtp');
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

  it('goes on while the list is shown, and says when a lesson can’t be read', async () => {
    const { desk: lessons } = desk();
    await lessons.open('speak-smtp');
    lessons.show('list');
    lessons.show('lesson');
    expect(lessons.store.getState()).toMatchObject({ shown: 'lesson', running: { state: { at: 0, sinceSeq: 8 } } });
    await lessons.open('no-such-lesson');
    expect(lessons.store.getState().unreadable).toBe('no-such-lesson');
  });

  it('is resumed at its step when the page comes back, unless it was left', async () => {
    const first = desk();
    expect(await first.desk.resume()).toBe(false);
    await first.desk.open('speak-smtp');
    first.desk.act({ kind: 'go', step: 1, at_ms: 1000 });
    first.desk.pause();
    expect(first.sent.at(-1)).toBe('hold.clear');

    const second = desk(first.kept());
    expect(await second.desk.resume()).toBe(true);
    expect(second.desk.store.getState()).toMatchObject({ shown: 'lesson', running: { state: { at: 1, sinceSeq: 8 } } });
    expect(second.sent).toEqual(['hold.set']);
    second.desk.leave();
    expect(second.kept()).toBeUndefined();
  });

  it('folds away what a step doesn’t name, but for what the person opened', async () => {
    const { desk: lessons } = desk();
    expect(unnamedPanels(lessons.store.getState())).toEqual([]);
    await lessons.open('speak-smtp');
    expect(unnamedPanels(lessons.store.getState())).toEqual(['shell', 'inspector', 'timeline']);
    lessons.fold('timeline', false);
    lessons.act({ kind: 'go', step: 1, at_ms: 1000 });
    expect(unnamedPanels(lessons.store.getState())).toEqual(['inspector', 'timeline']);
    expect(lessons.store.getState().unfolded).toEqual(['timeline']);
    lessons.fold('timeline', true);
    expect(lessons.store.getState().unfolded).toEqual([]);
    lessons.fold('inspector', false);
    lessons.leave();
    expect(unnamedPanels(lessons.store.getState())).toEqual([]);
    await lessons.open('envelope');
    expect(lessons.store.getState().unfolded).toEqual([]);
  });

  it('forgets a lesson that the course has no more', async () => {
    const { desk: lessons, kept } = desk({ id: 'gone', step: 3 });
    expect(await lessons.resume()).toBe(false);
    expect(kept()).toBeUndefined();
  });
});
