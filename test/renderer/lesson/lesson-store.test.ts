// The lesson of a screen: opened from the course's files, its hold set and taken away, its actions in the runner's hands.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';

import { emptyState } from '../../../contract/fold/state.ts';
import type { Dispatch } from '../../../contract/commands.ts';
import type { LabEvent } from '../../../contract/events.ts';
import type { LessonDraft } from '../../../contract/lesson-draft.ts';
import { TOPOLOGY_NAMES } from '../../../contract/topologies.ts';
import { factsOfAll } from '../../../engine/labs/lab-facts.ts';
import { soundTopology } from '../../../engine/open-lab.ts';
import { TOPOLOGIES } from '../../../engine/topologies/index.ts';
import { lessonTemplate } from '../../../lessons/template.ts';
import { ProgressDesk } from '../../../renderer/course/progress-desk.ts';
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
  const keepNothing = { recall: () => undefined, remember: () => undefined, forget: () => undefined };
  const sent: string[] = [];
  const noted: string[] = [];
  const dispatch = ((command: string, args: { act?: { kind: string } }) => {
    if (command === 'lesson.note') noted.push(args.act?.kind ?? '');
    else sent.push(command);
    return Promise.reject(new Error('no engine here'));
  }) as Dispatch;
  const load = (path: string) => {
    try {
      return readFileSync(course + path, 'utf8');
    } catch {
      return undefined;
    }
  };
  const loadCourse = (draft?: LessonDraft) => Promise.resolve(courseFrom(load, 'en', draft));
  const lab = () => ({ ...emptyState(), seq: 7 });
  const shown = { letter: 'of the step before' };
  const progress = new ProgressDesk(() => Promise.reject(new Error('no disk')));
  const followLatest = () => void (shown.letter = 'the latest');
  return {
    sent,
    noted,
    shown,
    progress,
    kept: keep.recall,
    desk: new LessonDesk({
      ...{ loadCourse, kept: keep, keptLab: keepNothing, dispatch, lab, followLatest },
      ...{ now_ms: () => 1000, today_ms: () => 5000 },
      progress: { of: (lesson) => progress.of(lesson), add: (more) => progress.add(more) },
    }),
  };
}

describe('the lesson desk', () => {
  it('has everything that a learner does written into the run', async () => {
    const { desk: lessons, noted } = desk();
    await lessons.open('speak-smtp');
    lessons.act({ kind: 'hint', at_ms: 1000 });
    lessons.act({ kind: 'go', step: 1, at_ms: 1000 });
    lessons.leave();
    expect(noted).toEqual(['begin', 'hint', 'go', 'leave']);
  });

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

  it('keeps that a lesson was begun, and goes on where steps are done', async () => {
    const { desk: lessons, progress } = desk();
    await lessons.open('speak-smtp');
    expect(progress.store.getState().progress.lessons).toEqual({
      'speak-smtp': { began_ms: 5000, seen_ms: 5000, steps: {} },
    });
    const done = { at_ms: 6000, hints: 0, round: 0, names: 0, quotes: [] };
    const steps = { watch: { done }, listen: { done } };
    progress.add({ format: 1, lessons: { 'speak-smtp': { began_ms: 1, seen_ms: 6000, steps } }, tests: [] });
    lessons.leave();
    await lessons.open('speak-smtp');
    const { state } = lessons.store.getState().running ?? {};
    expect(state?.records.map((record) => record.done).slice(0, 3)).toEqual([true, true, false]);
    expect(state?.at).toBe(2);
    await lessons.open('speak-smtp', 'afresh');
    expect(lessons.store.getState().running?.state).toMatchObject({ at: 0 });
    expect(lessons.store.getState().running?.state.records.some((record) => record.done)).toBe(false);
    await lessons.open('speak-smtp', 'alone');
    const alone = lessons.store.getState().running?.state;
    expect(alone?.at).toBe((alone?.records.length ?? 0) - 1);
  });
});

describe('a lesson that needs other hosts', () => {
  interface OpenLab {
    id: string;
    name: string;
    kind: string;
  }

  /** A shelf of labs and the page's view of the one that is open. */
  function shelf(letters: number) {
    const labs: OpenLab[] = [{ id: 'first', name: 'Two domains', kind: 'two-domains' }];
    let open = 'first';
    let left: { id: string; name: string } | undefined;
    const kindOf = (id: string) => labs.find((lab) => lab.id === id)?.kind ?? '';
    const replies: Record<string, (args: never) => unknown> = {
      'labs.list': () => ({
        labs: labs.map((lab) => ({ ...lab, isOpen: lab.id === open })),
        topologies: TOPOLOGY_NAMES.map((name) => ({ name, title: TOPOLOGIES[name]?.title })),
      }),
      'labs.create': ({ name, topology }: { name: string; topology: string }) => {
        labs.push({ id: `lab-${labs.length + 1}`, name, kind: topology });
        return { id: labs.at(-1)?.id };
      },
      'labs.open': ({ id }: { id: string }) => {
        open = id;
        lessons.onEvents([opened(kindOf(id))]);
        return {};
      },
      'clock.get': () => ({ now_ms: 0, seq: 1, rate: 1 }),
    };
    const dispatch = ((command: string, args: never) => Promise.resolve(replies[command]?.(args) ?? {})) as Dispatch;
    const lab = () => {
      const topology = soundTopology(TOPOLOGIES[kindOf(open)], open);
      const mailboxes = { 'bob@harbor.example': { total: open === 'first' ? letters : 0, letters: [] } };
      return { ...emptyState(), seq: 1, topology, mailboxes };
    };
    const load = (path: string) => {
      const text = readFileSync(course + path, 'utf8');
      return path.startsWith('02-') ? text.replace('topology: two-domains', 'topology: lists') : text;
    };
    const lessons = new LessonDesk({
      loadCourse: () => Promise.resolve(courseFrom(load)),
      kept: { recall: () => undefined, remember: () => undefined, forget: () => undefined },
      keptLab: { recall: () => left, remember: (one) => void (left = one), forget: () => void (left = undefined) },
      ...{ dispatch, lab, followLatest: () => undefined, now_ms: () => 0, today_ms: () => 0 },
      progress: { of: () => Promise.resolve(undefined), add: () => undefined },
    });
    return { lessons, labs, open: () => open, openByHand: (id: string) => replies['labs.open']?.({ id } as never) };
  }
  const opened = (kind: string) =>
    ({
      ...{ run: 1, seq: 1, at_ms: 0, host: '', type: 'lab.opened' },
      data: { seed: 1, topology: soundTopology(TOPOLOGIES[kind], kind) },
    }) as unknown as LabEvent;
  const isReady = ({ lessons }: ReturnType<typeof shelf>) =>
    vi.waitFor(() => expect(lessons.store.getState().running?.state.isPreparing).toBe(false));

  it('goes there without a word from a lab in which nothing was done, and finds its lab again', async () => {
    const desk = shelf(0);
    await desk.lessons.open('speak-smtp');
    await vi.waitFor(() => expect(desk.open()).toBe('lab-2'));
    await isReady(desk);
    expect(desk.labs.at(-1)).toMatchObject({ name: 'Lessons: A mailing list', kind: 'lists' });
    expect(desk.lessons.store.getState()).toMatchObject({ elsewhere: undefined, former: { id: 'first' } });
    // The next lesson happens in the own lab again, and the one after it in ours.
    await desk.lessons.open('one-letter-six-programs');
    await vi.waitFor(() => expect(desk.open()).toBe('first'));
    await isReady(desk);
    expect(desk.lessons.store.getState().former).toBeUndefined();
    await desk.lessons.open('speak-smtp');
    await vi.waitFor(() => expect(desk.open()).toBe('lab-2'));
    expect(desk.labs).toHaveLength(2);
  });

  it('asks before a lab with letters in it is left, and brings it back', async () => {
    const desk = shelf(3);
    await desk.lessons.open('speak-smtp');
    await vi.waitFor(() => expect(desk.lessons.store.getState().elsewhere).toMatchObject({ isAsking: true }));
    expect(desk.open()).toBe('first');
    expect(desk.lessons.store.getState().running?.state.isPreparing).toBe(true);
    await desk.lessons.openLab();
    await isReady(desk);
    expect(desk.open()).toBe('lab-2');
    desk.lessons.leave();
    await desk.lessons.goBack();
    expect(desk.open()).toBe('first');
    expect(desk.lessons.store.getState().former).toBeUndefined();
  });

  it('leaves who opened another lab by hand where they are', async () => {
    const desk = shelf(0);
    await desk.lessons.open('speak-smtp');
    await vi.waitFor(() => expect(desk.open()).toBe('lab-2'));
    await isReady(desk);
    desk.openByHand('first');
    await vi.waitFor(() => expect(desk.lessons.store.getState().elsewhere).toMatchObject({ isAsking: true }));
    expect(desk.open()).toBe('first');
    desk.openByHand('lab-2');
    expect(desk.lessons.store.getState().elsewhere).toBeUndefined();
  });
});

describe('a lesson that is being written', () => {
  const template = lessonTemplate('mine', 30);
  const saved = (text: string, news = 1, folder = '30-mine'): LessonDraft => ({
    ...{ news, folder, name: 'lesson.md', files: { 'lesson.md': text }, labs: factsOfAll() },
  });
  const running = (lessons: LessonDesk) => lessons.store.getState().running;

  it('is opened, and reads anew when it is saved, with what was done in it', async () => {
    const { desk: lessons } = desk();
    expect(await lessons.takeDraft(saved(template))).toBe(true);
    expect(running(lessons)?.lesson.head.title).toBe('Mine');
    lessons.act({ kind: 'predict', option: 'you', sure: true });
    expect(await lessons.takeDraft(saved(template.replace('Listen first', 'Wait first'), 2))).toBe(false);
    expect(running(lessons)?.state.step.title).toBe('Wait first');
    expect(running(lessons)?.state.records[0]?.prediction).toEqual({ option: 'you', sure: true });
    // Asked otherwise, it is asked again.
    await lessons.takeDraft(saved(template.replace('Who speaks first?', 'Who begins?'), 3));
    expect(running(lessons)?.state.records[0]?.prediction).toBeUndefined();
  });

  it('stays as it could last be read, with every problem and its line', async () => {
    const { desk: lessons } = desk();
    await lessons.takeDraft(saved(template));
    await lessons.takeDraft(saved(template.replace('goal:', 'gaol:'), 2));
    expect(running(lessons)?.lesson.head.title).toBe('Mine');
    expect(lessons.store.getState().draft?.problems.join()).toMatch(/lesson\.md:\d+: gaol: .*"goal"/);
    await lessons.takeDraft(saved(template.replaceAll('mx1.harbor', 'mx3.harbor'), 3));
    expect(lessons.store.getState().draft?.problems.join()).toMatch(
      /no host mx3\.harbor\.example.*"mx1\.harbor\.example"/,
    );
    await lessons.takeDraft(saved(template, 4));
    expect(lessons.store.getState().draft).toEqual({ name: 'lesson.md', id: 'mine', problems: [] });
  });

  it('stands in the course, in place of the one with its folder or its id, and leaves who is elsewhere', async () => {
    const { desk: lessons } = desk();
    await lessons.open('speak-smtp');
    const count = lessons.store.getState().heads?.length ?? 0;
    await lessons.takeDraft(saved(template));
    expect(running(lessons)?.lesson.head.id).toBe('speak-smtp');
    expect(lessons.store.getState().heads).toHaveLength(count + 1);
    const own = readFileSync(`${course}04-envelope/lesson.md`, 'utf8').replace(/^title: .*$/m, 'title: Mine now');
    for (const folder of ['04-envelope', '44-copy']) {
      const { desk: other } = desk();
      await other.takeDraft(saved(own, 1, folder));
      expect(other.store.getState().heads).toHaveLength(count);
      expect(other.store.getState().heads?.filter(({ title }) => title === 'Mine now')).toHaveLength(1);
    }
  });
});
