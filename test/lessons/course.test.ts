// Every step of every lesson, as data: its solution passes against the real engine, with nothing done its goal isn't met,
// each near miss doesn't pass and shows its sentence, each slip shows its sentence. For all names of the cast.

import { describe, expect, test, vi } from 'vitest';

import { say } from '../../lessons/text/say.ts';
import { goalViews } from '../../lessons/checks.ts';
import { OPENING } from '../../lessons/library.ts';
import { problemLine } from '../../lessons/source/problem.ts';
import { recordOf } from '../../lessons/runner.ts';
import { course } from './course.ts';
import { openPlayer } from './player.ts';
import { panelView } from '../../lessons/panel.ts';
import { notInReference } from '../support/in-reference.ts';

// One lesson sends 200 letters through real servers, three times over; a machine may be busy.
vi.setConfig({ testTimeout: 240_000 });

test('the course has no problems', () => {
  expect(course.problems.map(problemLine)).toEqual([]);
  const numbers = course.lessons.map((lesson) => lesson.head.number);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((left, right) => left - right));
});

test('what is played below, in numbers', () => {
  const steps = course.lessons.flatMap(({ versions }) => (versions[0] ?? []).filter(({ id }) => id !== OPENING));
  const count = (of: (step: (typeof steps)[number]) => number) => steps.reduce((sum, step) => sum + of(step), 0);
  const played = {
    lessons: course.lessons.length,
    steps: steps.length,
    predictions: count(({ prediction }) => (prediction ? 1 : 0)),
    nearMisses: count(({ nearMisses }) => nearMisses.length),
    slips: count(({ slips }) => slips.length),
  };
  process.stdout.write(`${JSON.stringify(played)}, each with every row of its cast\n`);
  expect(Math.min(...Object.values(played))).toBeGreaterThan(0);
});

describe.each(course.lessons)('$head.title', (lesson) => {
  const rows = lesson.versions.map((steps, row) => ({ steps, row }));
  describe.each(rows)('names $row', ({ steps, row }) => {
    // An opening is the step of another lesson, which is tested there.
    const own = steps.map((step, at) => ({ step, at, id: step.id })).filter(({ id }) => id !== OPENING);

    test.each(own)('$id: not met with nothing done, met by its solution', async ({ step, at }) => {
      const player = await openPlayer(lesson, row, at);
      await player.predictRightly();
      await player.rest();
      expect(player.state.phase).toBe('working');
      for (const { met, why } of goalViews(step, player.state.checks)) {
        if (!met) for (const { key, params } of why) expect(say(key, params)).not.toMatch(/[{}]/);
      }
      expect(goalViews(step, player.state.checks).some((goal) => !goal.met)).toBe(true);
      await player.play(step.solution);
      expect(goalViews(step, player.state.checks).filter((goal) => !goal.met)).toEqual([]);
      expect(player.state.phase).toBe('met');
      expect(recordOf(player.state)).toMatchObject({ done: true, notices: [] });
      expect(recordOf(player.state).quotes.length).toBeGreaterThan(0);
      expect(notInReference(player.lab.events)).toEqual([]);
      await player.close();
    });

    const predicted = own.filter(({ step }) => step.prediction);
    test.each(predicted)('$id: in the app the reply waits for the prediction', async ({ step, at }) => {
      const player = await openPlayer(lesson, row, at, { by: 'shell' });
      const isHolding = () => panelView(lesson, player.state, 0).prediction?.isHolding === true;
      let done = 0;
      for (; done < step.solution.length && !isHolding(); done += 1) {
        await player.play(step.solution.slice(done, done + 1));
      }
      const asked = panelView(lesson, player.state, 0);
      expect(asked.prediction).toMatchObject({ state: 'asked', isHolding: true });
      expect(asked.phase).toBe('working');
      const wrong = step.prediction?.options.find((one) => !one.right);
      await player.act({ kind: 'predict', option: wrong?.id ?? '', sure: true });
      await player.rest();
      await player.play(step.solution.slice(done));
      const told = panelView(lesson, player.state, 0);
      expect(told.prediction).toMatchObject({ state: 'told', right: false, isHolding: false, reply: wrong?.reply });
      expect(told.phase).toBe('met');
      await player.close();
    });

    const nearMisses = own.flatMap(({ step, at }) => step.nearMisses.map((remark) => ({ step, at, remark })));
    test.each(nearMisses)('$step.id: near miss $remark.id', async ({ at, remark }) => {
      const player = await openPlayer(lesson, row, at);
      await player.predictRightly();
      await player.play(remark.typed);
      expect(recordOf(player.state).notices.map((notice) => notice.says)).toContain(remark.says);
      expect(player.state.phase).toBe('working');
      await player.close();
    });

    const slips = own.flatMap(({ step, at }) => step.slips.map((remark) => ({ step, at, remark })));
    if (slips.length > 0) {
      test.each(slips)('$step.id: slip $remark.id', async ({ at, remark }) => {
        const player = await openPlayer(lesson, row, at);
        await player.predictRightly();
        await player.play(remark.typed);
        const [notice] = recordOf(player.state).notices;
        expect(notice).toMatchObject({ kind: 'slip', says: remark.says });
        expect(player.state.phase).toBe('met');
        await player.close();
      });
    }
  });
});
