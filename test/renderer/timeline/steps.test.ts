// Steps lead through a run and back the same way; marks stand where something was decided, changed or moved.

import { beforeAll, describe, expect, it } from 'vitest';

import type { LabEvent } from '../../../contract/events.ts';
import { MARK_KINDS, markOf } from '../../../contract/marks.ts';
import { History } from '../../../renderer/store/history.ts';
import { emptyMoment } from '../../../renderer/store/moment.ts';
import { Chart } from '../../../renderer/timeline/chart.ts';
import { describeMark } from '../../../renderer/timeline/describe-mark.ts';
import { markShapes } from '../../../renderer/timeline/mark-shapes.ts';
import { everything } from '../../../renderer/timeline/span.ts';
import { stepBack, stepOn, STRIDES } from '../../../renderer/timeline/steps.ts';
import { realRun } from '../store/real-run.ts';

const history = new History();
let events: LabEvent[];

beforeAll(async () => {
  events = (await realRun()).filter(({ run }) => run === 1);
  for (const event of events) history.add(event, emptyMoment());
});

describe('the timeline’s steps', () => {
  it.each(STRIDES)('by %s lead on and back over the same moments', (stride) => {
    const on: number[] = [];
    for (let at = stepOn(history, 1, stride); at !== undefined; at = stepOn(history, at, stride)) on.push(at);
    const back: number[] = [];
    for (let at = stepBack(history, undefined, stride); at > 1; at = stepBack(history, at, stride)) back.push(at);
    expect(on.length).toBeGreaterThan(3);
    // Now is the moment after the last event: what ends there is no step back from it.
    expect(back.toReversed()).toEqual(on.filter((seq) => seq < history.last));
  });
});

describe('the timeline’s marks', () => {
  it('tell each kind in words, and draw it once', () => {
    const chart = new Chart();
    chart.follow(history);
    const marked = events.filter((event) => markOf(event) !== undefined);
    expect(chart.marks.map(({ seq }) => seq)).toEqual(marked.map(({ seq }) => seq));
    for (const event of marked) expect(describeMark(event)).toMatch(/\w.*[.\w]$/);
    expect(describeMark(marked.find(({ type }) => type === 'clock.advanced'))).toMatch(/moved on by/);
    expect(describeMark(marked.find(({ type }) => type === 'config.changed'))).toContain('greylisting');

    const plot = { chart, span: everything(chart.axis), width: 1000, rowHeight: 20 };
    const shapes = markShapes(plot, chart.marks, 100);
    expect(shapes.map(({ kind }) => kind)).toEqual(
      MARK_KINDS.filter((kind) => chart.marks.some((mark) => mark.kind === kind)),
    );
    const places = shapes.flatMap(({ path }) => [...path.matchAll(/M(\d+) /g)].map(([, x]) => Number(x)));
    expect(new Set(places).size).toBe(places.length);
  });
});
