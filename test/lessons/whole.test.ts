// A lesson from its first step to its summary in one lab, as a learner takes it: no goal is met before its step's acts,
// steps that count what is on an open connection can go on there, and the end quotes the learner's own bytes.

import { describe, expect, test, vi } from 'vitest';

import { goalViews } from '../../lessons/checks.ts';
import { panelView } from '../../lessons/panel.ts';
import { summarise } from '../../lessons/record.ts';
import { course } from './course.ts';
import { openPlayer } from './player.ts';

// One lesson sends 200 letters through real servers, three times over; a machine may be busy.
vi.setConfig({ testTimeout: 240_000 });

describe.each(course.lessons)('$head.title', (lesson) => {
  test('from begin to end', async () => {
    const player = await openPlayer(lesson, 0, 0);
    const steps = lesson.versions[0] ?? [];
    for (const [at, step] of steps.entries()) {
      if (at > 0) await player.prepare();
      expect(player.state).toMatchObject({ at, phase: 'working' });
      expect(goalViews(step, player.state.checks).every((goal) => goal.met)).toBe(false);
      await player.predictRightly();
      await player.play(step.solution);
      expect(player.state.phase, step.id).toBe('met');
      await player.act({ kind: 'next', at_ms: 0 });
    }
    const { summary } = panelView(lesson, player.state, 0);
    expect(summary).toMatchObject({ done: true, testedOut: false, review: [] });
    expect(summary?.ending).toMatch(/Your own lines stand above/);
    expect(
      summary?.steps
        .at(-1)
        ?.quotes.map((quote) => quote.text)
        .join('\n'),
    ).not.toBe('');
    await player.close();
  });

  test('who does the last step alone has tested out', async () => {
    const steps = lesson.versions[0] ?? [];
    const last = steps.length - 1;
    const player = await openPlayer(lesson, 0, last);
    await player.play(steps[last]?.solution ?? []);
    expect(summarise(lesson, player.state.records)).toMatchObject({ done: true, testedOut: true });
    await player.close();
  });
});

test('a step that counts an open connection goes on there, and not on one that was closed', async () => {
  const lesson = course.lessons.find((one) => one.head.id === 'speak-smtp');
  if (!lesson) throw new Error('no lesson');
  const steps = lesson.versions[0] ?? [];
  const at = steps.findIndex((step) => step.id === 'order');
  const player = await openPlayer(lesson, 0, at);
  await player.play(steps[at]?.solution ?? []);
  await player.act({ kind: 'next', at_ms: 0 });
  expect(player.state.step.id).toBe('recipient');
  const why = goalViews(player.state.step, player.state.checks)[0]?.why[0];
  // MAIL counts; what is missing is RCPT.
  expect(why).toMatchObject({ key: 'answered.notSeen', params: { command: 'RCPT' } });
  await player.close();
});
