// Progress as the screen has it: shown at once, sent after it, sent again when it couldn't be; files in and out.

import { describe, expect, it } from 'vitest';

import type { CommandName, Dispatch } from '../../contract/commands.ts';
import { noProgress, type Progress } from '../../contract/progress.ts';
import { mergeProgress } from '../../contract/progress-merge.ts';
import { ProgressDesk } from '../../renderer/course/progress-desk.ts';

const begun = (id: string): Progress => ({
  ...noProgress(),
  lessons: { [id]: { began_ms: 1, seen_ms: 2, steps: {} } },
});

/** An engine's part of it, that can be out of reach. */
function keeper() {
  const disk = { progress: noProgress(), removed: undefined as Progress | undefined, isThere: true };
  const dispatch = ((command: CommandName, args: { progress?: Progress }) => {
    if (!disk.isThere) return Promise.reject(new Error('no engine'));
    if (command === 'progress.add') disk.progress = mergeProgress(disk.progress, args.progress ?? noProgress());
    if (command === 'progress.reset') [disk.removed, disk.progress] = [disk.progress, noProgress()];
    if (command === 'progress.takeBack') {
      [disk.progress, disk.removed] = [mergeProgress(disk.removed ?? noProgress(), disk.progress), undefined];
    }
    return Promise.resolve({ progress: disk.progress, ...(disk.removed ? { removed_ms: 7 } : {}) });
  }) as unknown as Dispatch;
  return { disk, desk: new ProgressDesk(dispatch) };
}

const lessonsOf = ({ lessons }: Progress) => Object.keys(lessons).toSorted();

describe('the progress desk', () => {
  it('shows what was done at once, and sends it', async () => {
    const { disk, desk } = keeper();
    desk.add(begun('spf'));
    expect(lessonsOf(desk.store.getState().progress)).toEqual(['spf']);
    await desk.load();
    expect(lessonsOf(disk.progress)).toEqual(['spf']);
    expect(desk.store.getState().kept).toBe('disk');
    expect(await desk.of('spf')).toEqual({ began_ms: 1, seen_ms: 2, steps: {} });
    expect(await desk.of('constructor')).toBeUndefined();
  });

  it('sends with the next step what couldn’t be sent', async () => {
    const { disk, desk } = keeper();
    disk.isThere = false;
    desk.add(begun('spf'));
    await desk.load();
    expect(desk.store.getState().kept).toBe('window');
    disk.isThere = true;
    desk.add(begun('dkim'));
    await desk.load();
    expect(lessonsOf(disk.progress)).toEqual(['dkim', 'spf']);
    expect(desk.store.getState().kept).toBe('disk');
  });

  it('starts over, and takes that back', async () => {
    const { desk } = keeper();
    desk.add(begun('spf'));
    await desk.reset();
    expect(desk.store.getState()).toMatchObject({ progress: noProgress(), removed_ms: 7 });
    desk.add(begun('dkim'));
    await desk.takeBack();
    expect(lessonsOf(desk.store.getState().progress)).toEqual(['dkim', 'spf']);
    expect(desk.store.getState().removed_ms).toBeUndefined();
  });

  it('exports what it imports, and refuses the rest', () => {
    const { desk } = keeper();
    desk.add(begun('spf'));
    const file = desk.export();
    const other = keeper().desk;
    expect(other.import(file)).toEqual({ ok: true, lessons: 1 });
    expect(lessonsOf(other.store.getState().progress)).toEqual(['spf']);
    for (const text of ['', 'null', '[]', '{"format":2}', file.replace('"seen_ms": 2', '"seen_ms": "2"')]) {
      expect(other.import(text), text).toEqual({ ok: false, problem: 'not progress' });
    }
    expect(other.import(' '.repeat(3_000_000))).toEqual({ ok: false, problem: 'large' });
  });
});
