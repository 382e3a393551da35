// How a saved session opens and is scrubbed: one that a page holds whole, and one of millions that it reads in pages.
// Counterpart: long-run.ts writes them, probe.ts measures. Rule: opened as a person opens it, by picking a file.

import path from 'node:path';

import type { Figure } from '../figure.ts';
import { within } from '../patience.ts';
import { median, percentile } from '../statistics.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { SESSION_PATIENCE_MS, type UiAmount, WHOLE_EVENTS } from './limits.ts';
import { writeLongRun } from './long-run.ts';
import { jumps, rendererMegabytes } from './probe.ts';
import { openScreen, type Screen } from './screen.ts';

export async function sessionFigures({ longEvents, jumps: count }: UiAmount): Promise<Figure[]> {
  const dir = temporaryDirectory();
  try {
    const whole = path.join(dir.path, 'whole.posthorn');
    const long = path.join(dir.path, 'long.posthorn');
    await writeLongRun(whole, WHOLE_EVENTS);
    const written_ms = await writeLongRun(long, longEvents);
    const one = await measured(whole, WHOLE_EVENTS, count);
    const many = await measured(long, longEvents, count);
    const [few, all] = [WHOLE_EVENTS, longEvents].map((events) => `session of ${events.toLocaleString('en')} events`);
    return [
      figure(`${few}: opened`, 'ms', one.opened_ms),
      figure(`${few}: scrub, p95`, 'ms', percentile(one.jumps_ms, 95), 50),
      figure(`${few}: scrub, p50`, 'ms', median(one.jumps_ms)),
      figure(`${all}: written`, 'ms', written_ms),
      figure(`${all}: opened`, 'ms', many.opened_ms, 3000),
      figure(`${all}: scrub, p95`, 'ms', percentile(many.jumps_ms, 95), 100),
      figure(`${all}: scrub, p50`, 'ms', median(many.jumps_ms)),
      figure(`${all}: memory of the page`, 'MB', many.page_MB, 400),
    ];
  } finally {
    dir.remove();
  }
}

async function measured(file: string, events: number, count: number) {
  const screen = await openScreen();
  try {
    const opened_ms = await within(SESSION_PATIENCE_MS, 'the session', opened(screen, file, events));
    const jumps_ms = await within(SESSION_PATIENCE_MS, 'the scrubbing', jumps(screen, count));
    return { opened_ms, jumps_ms, page_MB: await rendererMegabytes(screen) };
  } finally {
    await screen.close();
  }
}

/** From the picked file to a bench that shows the session's end, all of it. */
async function opened({ page }: Screen, file: string, events: number): Promise<number> {
  page.setDefaultTimeout(SESSION_PATIENCE_MS);
  // As long as somebody listens the page is asked, and not the system.
  page.on('filechooser', () => undefined);
  await page.getByText('Running').waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('o');
  const chooser = await asked;
  const begun = performance.now();
  await chooser.setFiles(file);
  await page.getByText('opened from').waitFor();
  await page.waitForFunction((count) => {
    const slider = document.querySelector('[role=slider][aria-label="Moment shown"]');
    return Number(slider?.getAttribute('aria-valuemax')) >= count;
  }, events);
  return performance.now() - begun;
}

function figure(name: string, unit: Figure['unit'], measuredValue: number, atMost?: number): Figure {
  const one: Figure = { name, unit, value: measuredValue };
  return atMost === undefined ? one : { ...one, target: { of: 'value', is: 'at most', limit: atMost } };
}
