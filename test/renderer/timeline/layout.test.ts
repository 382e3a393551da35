// Bars, marks and labels on a plot: in their rows, clear of each other, few shapes however many bars.

import { describe, expect, it } from 'vitest';

import { History } from '../../../renderer/store/history.ts';
import { emptyMoment } from '../../../renderer/store/moment.ts';
import { Chart } from '../../../renderer/timeline/chart.ts';
import {
  barAt,
  chosenBars,
  pauseLabels,
  rowHeightFor,
  rowShapes,
  tickSeqs,
} from '../../../renderer/timeline/layout.ts';
import { type Plot, xOf } from '../../../renderer/timeline/plot.ts';
import { everything, inView, panned, zoomed } from '../../../renderer/timeline/span.ts';
import { opened, Script } from '../store/events.ts';

const WIDTH = 1000;
const ROW = 20;
const DAY_MS = 86_400_000;

/** Letters one after another, each one connection; a day passes before the last. */
function scriptOf(count: number): Script {
  const script = new Script();
  opened(script);
  for (let number = 1; number <= count; number += 1) {
    const late = number === count ? { at_ms: DAY_MS * 2 } : {};
    script.open(`a#${number}`, 'a', 'b', late);
    script.line(`a#${number}`, 'client', 'RCPT TO:<x@b>\r\n', late);
    script.line(`a#${number}`, 'server', '550 no\r\n', late);
    script.add('conn.closed', 'a', { by: 'client', fromClient: 1, fromServer: 1 }, { conn: `a#${number}`, ...late });
  }
  return script;
}

function plotOf(script: Script): Plot {
  const history = new History();
  for (const event of script.events) history.add(event, emptyMoment());
  const chart = new Chart();
  expect(chart.follow(history)).toBe(true);
  expect(chart.follow(history)).toBe(false);
  return { chart, span: everything(chart.axis), width: WIDTH, rowHeight: ROW };
}

describe('the timeline’s layout', () => {
  it('draws one path a row and kind, whatever the number of bars', () => {
    const plot = plotOf(scriptOf(1500));
    const shapes = rowShapes(plot);
    expect(shapes.map((shape) => shape.key)).toEqual(['letters', 'a b']);
    // Bars thinner than a point are drawn together: no more strokes than points.
    expect(shapes[1]?.bars.match(/M/g)?.length).toBeLessThanOrEqual(WIDTH);
  });

  it('marks commands and refusals, and draws the chosen bars apart', () => {
    const plot = plotOf(scriptOf(2));
    const [, row] = rowShapes(plot);
    const [, chosen] = chosenBars(plot, new Set(['a#2']));
    expect([row?.bars, chosen].map((path) => path?.match(/M/g)?.length)).toEqual([2, 1]);
    expect(chosenBars(plot, new Set())).toEqual([]);
    expect(row?.refusals.match(/M/g)).toHaveLength(2);
  });

  it('finds the bar under the pointer', () => {
    const plot = plotOf(scriptOf(2));
    const bar = plot.chart.rows[0]?.bars[1];
    const x = xOf(plot, plot.chart.axis.position(bar?.from ?? 0));
    expect(barAt(plot, x + 1, ROW * 1.5)).toBe('a#2');
    expect(barAt(plot, x + 1, ROW * 9)).toBeUndefined();
  });

  it('makes rows lower where all of them fit then, and no lower than a name', () => {
    const { chart } = plotOf(scriptOf(2));
    expect([200, 72, 20].map((room) => rowHeightFor(chart, room))).toEqual([20, 18, 15]);
  });

  it('gives connections of one time lines of their own', () => {
    const script = new Script();
    opened(script);
    for (const conn of ['a#1', 'a#2', 'a#3']) script.open(conn, 'a', 'b');
    expect(plotOf(script).chart.rows[0]?.bars.map((bar) => bar.lane)).toEqual([0, 1, 2]);
  });

  it('tells a day of waiting in words, in a little room, clear of the times', () => {
    const plot = plotOf(scriptOf(3));
    const [pause] = pauseLabels(plot);
    expect(pause?.ms).toBeGreaterThan(DAY_MS);
    const places = [pause?.x ?? 0, ...tickSeqs(plot, [pause?.x ?? 0]).map(({ x }) => x)].toSorted((a, b) => a - b);
    places.slice(1).forEach((x, index) => expect(x - (places[index] ?? 0)).toBeGreaterThanOrEqual(90));
  });
});

describe('what is in view', () => {
  const axis = { start: 0, end: 100 };

  it('zooms about a place, and out again to everything', () => {
    const close = zoomed(axis, undefined, 4, 50);
    expect(close && (50 - close.from) / (close.to - close.from)).toBeCloseTo(50 / everything(axis).to);
    expect(zoomed(axis, close, 1 / 8, 50)).toBeUndefined();
  });

  it('stays with the latest while it grows, and goes where the cursor is', () => {
    const latest = panned(axis, zoomed(axis, undefined, 4, 50), 100);
    expect(latest?.isLatest).toBe(true);
    expect(inView({ start: 0, end: 200 }, latest, undefined).to).toBeGreaterThan(200);
    const { from, to } = inView(axis, latest, 10);
    expect(from <= 10 && to >= 10).toBe(true);
    expect(panned(axis, latest, -100)?.from).toBe(0);
  });
});
