// What is measured in the page: the time between frames, the way from a key to the screen, memory.
// Counterpart: screen.ts. Rule: the probe runs in the page and uses nothing of the app but what a person sees.

import fs from 'node:fs';

import { UI_PATIENCE_MS } from './limits.ts';
import type { Screen } from './screen.ts';

/** Milliseconds between one frame and the next, for so long. */
export function frames({ page }: Screen, duration_ms: number): Promise<number[]> {
  return page.evaluate(
    (limit) =>
      new Promise<number[]>((resolve) => {
        const deltas: number[] = [];
        const begun = performance.now();
        let last = begun;
        const look = (now: number) => {
          deltas.push(now - last);
          last = now;
          if (now - begun < limit) requestAnimationFrame(look);
          else resolve(deltas.slice(1));
        };
        requestAnimationFrame(look);
      }),
    duration_ms,
  );
}

/** Milliseconds from each of `keys` key presses in the shell until its character stands on the screen. */
export async function echoes({ page }: Screen, keys: number): Promise<number[]> {
  const input = page.locator('.xterm-helper-textarea');
  if ((await input.count()) === 0) {
    await page.keyboard.press('Control+`');
    await page.waitForFunction(() => /[$#>]\s*$/.test(document.querySelector('.xterm-rows')?.textContent ?? ''));
  }
  await input.focus();
  const times: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    const echoed = page.evaluate(
      (patience_ms) =>
        new Promise<number>((resolve, reject) => {
          const rows = document.querySelector('.xterm-rows');
          if (!rows) throw new Error('no terminal is open');
          const shown = () => (rows.textContent ?? '').split('q').length;
          const before = shown();
          let pressed = 0;
          addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
          const watch = new MutationObserver(() => {
            if (shown() <= before) return;
            watch.disconnect();
            resolve(performance.now() - pressed);
          });
          watch.observe(rows, { subtree: true, childList: true, characterData: true });
          setTimeout(() => reject(new Error('a key was never echoed')), patience_ms);
          (globalThis as { armed?: boolean }).armed = true;
        }),
      UI_PATIENCE_MS,
    );
    await page.waitForFunction(() => (globalThis as { armed?: boolean }).armed === true);
    await page.keyboard.press('q');
    times.push(await echoed);
    await page.evaluate(() => ((globalThis as { armed?: boolean }).armed = false));
  }
  for (let key = 0; key < keys; key += 1) await page.keyboard.press('Backspace');
  return times;
}

/**
 * Milliseconds from a drag on the timeline to the frame that shows that moment, at `count` places spread over the run.
 * The drag goes on for all of them, as a hand's does.
 */
export function jumps({ page }: Screen, count: number): Promise<number[]> {
  return page.evaluate(
    async ([places, patience_ms]) => {
      const axis = document.querySelector('[role=slider][aria-label="Moment shown"]');
      if (!axis) throw new Error('there is no timeline');
      // No pointer is really down.
      axis.setPointerCapture = () => undefined;
      const { left, top, width } = axis.getBoundingClientRect();
      const point = (type: string, part: number) =>
        axis.dispatchEvent(
          new PointerEvent(type, { clientX: left + width * part, clientY: top + 5, pointerId: 1, bubbles: true }),
        );
      const shown = () => axis.getAttribute('aria-valuenow');
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const times: number[] = [];
      point('pointerdown', 0.5);
      for (let place = 1; place <= places; place += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const before = shown();
        const begun = performance.now();
        // The golden ratio spreads them, and none is near the one before.
        point('pointermove', 0.02 + 0.88 * ((place * 0.618034) % 1));
        while (shown() === before) {
          if (performance.now() - begun > patience_ms) throw new Error('a moment was never shown');
          await new Promise((resolve) => setTimeout(resolve));
        }
        await frame();
        times.push(performance.now() - begun);
      }
      point('pointerup', 0.5);
      return times;
    },
    [count, UI_PATIENCE_MS] as const,
  );
}

/** What the page's own process has for itself: its private pages, in megabytes. */
export async function rendererMegabytes({ browser, page }: Screen): Promise<number> {
  const collector = await page.context().newCDPSession(page);
  await collector.send('HeapProfiler.collectGarbage');
  await collector.detach();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMegabytes(id));
  return Math.max(...sizes);
}

function privateMegabytes(pid: number): number {
  const text = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...text.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].map(([, size]) => Number(size));
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}
