// `npm run bench:ui`: how the screen keeps up, in a headless Chromium on this machine. Counterpart: screen.ts opens it,
// flow.ts sends the letters, sessions.ts opens long runs (alone with `--sessions`), probe.ts measures in the page. Rule: stdout carries the report and nothing else; the app
// is the built one, and nothing in it knows that it is measured.

import { parseArgs } from 'node:util';

import type { Figure } from '../figure.ts';
import { within } from '../patience.ts';
import { reportAsJson, reportAsTable } from '../report.ts';
import { median, percentile } from '../statistics.ts';
import { Flow } from './flow.ts';
import { ECHO_KEYS, FLOW_PER_SECOND, type UiAmount, UI_FULL, UI_QUICK, UI_MS } from './limits.ts';
import { echoes, frames, rendererMegabytes } from './probe.ts';
import { openScreen } from './screen.ts';
import { sessionFigures } from './sessions.ts';

async function measure({ starts, flow_ms }: UiAmount): Promise<Figure[]> {
  const interactive: number[] = [];
  for (let start = 1; start < starts; start += 1) {
    const screen = await openScreen();
    interactive.push(await screen.interactive_ms());
    await screen.close();
  }
  const screen = await openScreen();
  try {
    interactive.push(await screen.interactive_ms());
    const before_MB = await rendererMegabytes(screen);
    const idleEcho = await echoes(screen, ECHO_KEYS);
    const flow = await Flow.start(screen);
    const measured = frames(screen, flow_ms);
    const busyEcho: number[] = [];
    const until = performance.now() + flow_ms;
    while (performance.now() < until) busyEcho.push(...(await echoes(screen, ECHO_KEYS)));
    const deltas = await measured;
    const { sent, refused } = await flow.stop();
    const after_MB = await rendererMegabytes(screen);
    const during = `${FLOW_PER_SECOND} letters/s`;
    return [
      value('first byte to first screen', 'ms', median(interactive), 1000),
      value(`frame, p95, ${during}`, 'ms', percentile(deltas, 95), 50),
      value(`frame, p50, ${during}`, 'ms', median(deltas)),
      value('shell echo, p95, idle', 'ms', percentile(idleEcho, 95), 30),
      value(`shell echo, p50, ${during}`, 'ms', median(busyEcho)),
      value(`shell echo, p95, ${during}`, 'ms', percentile(busyEcho, 95), 30),
      value('memory of the page at first', 'MB', before_MB),
      value(`memory of the page after ${sent} letters (${refused} refused)`, 'MB', after_MB, 300),
    ];
  } finally {
    await screen.close();
  }
}

function value(name: string, unit: Figure['unit'], measured: number, atMost?: number): Figure {
  const figure: Figure = { name, unit, value: measured };
  return atMost === undefined ? figure : { ...figure, target: { of: 'value', is: 'at most', limit: atMost } };
}

const { json, quick, sessions } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    sessions: { type: 'boolean', default: false },
  },
}).values;
const begun = performance.now();
try {
  const amount = quick ? UI_QUICK : UI_FULL;
  const measureAll = async () => [...(sessions ? [] : await measure(amount)), ...(await sessionFigures(amount))];
  const figures = await within(UI_MS, 'the screen', measureAll());
  const results = [{ name: 'screen', took_ms: performance.now() - begun, figures }];
  process.stdout.write(`${(json ? reportAsJson : reportAsTable)(results, quick)}\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
