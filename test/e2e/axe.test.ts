// Nothing on the screen keeps anybody out, as far as a program can tell. Every view is visited once and looked at there in
// all its clothes: axe in light, in dark and in the system's own colours; then 320 pixels with wide letters, and every stop
// of the keyboard in both sizes. And no view breaks the page's policy. Counterpart: looked-at.ts sees what axe doesn't.
// Rule: what stood in an earlier view letter by letter isn't looked at again, nor what lies under a modal sheet.

import { fileURLToPath } from 'node:url';

import type axe from 'axe-core';
import type { Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';
import { cutOff, hiddenFromKeyboard, toldByGroundAlone } from './looked-at.ts';
import { bringBack, setAside, spreadLetters, onTop } from './set-aside.ts';
import { VIEWS, WELCOME } from './views.ts';

describe.skipIf(missing('chromium'))('axe finds nothing', () => {
  const shared = sharedApp();
  /** Parts of the page that were looked at. */
  const known = new Set<number>();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.addInitScript({ path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js')) });
    // What moves is looked at when it has arrived.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(shared.app.url);
  });

  it('before the first letter, which is then sent for all that follows', async () => {
    await WELCOME.show(page);
    const found = await inAllColours(page, known, []);
    await page.emulateMedia(LIGHT);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page
      .getByRole('status')
      .getByText(/Delivered/)
      .waitFor();
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });

  for (const view of VIEWS) {
    it(`in the view “${view.name}”`, async () => {
      await page.emulateMedia(LIGHT);
      await page.setViewportSize(WIDE);
      // As if just opened: a lesson that was open would be again, and hold what the shell is told.
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await view.show(page);
      const found = await inAllColours(page, known, view.hasOwnColours ? CONTRASTS : []);
      found.push(...(await inAllSizes(page)));
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }
});

type Media = {
  colorScheme: 'light' | 'dark';
  contrast: 'more' | 'no-preference';
  forcedColors: 'active' | 'none';
};

const LIGHT: Media = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' };
const DARK: Media = { ...LIGHT, colorScheme: 'dark' };
const FORCED: Media = { ...LIGHT, forcedColors: 'active' };
const CONTRASTS: readonly Media[] = [
  { ...DARK, contrast: 'more' },
  { ...LIGHT, contrast: 'more' },
];

const WIDE = { width: 1280, height: 800 };
/** 1280 pixels at 400 %. */
const NARROW = { width: 320, height: 640 };

/** What axe finds wherever it is new: everything in light, and in the other colours what depends on them. */
async function inAllColours(page: Page, known: Set<number>, contrasts: readonly Media[]): Promise<string[]> {
  for (const part of await page.evaluate(setAside, [...known])) known.add(part);
  const sheet = await page.evaluate(onTop);
  const found = told('light', await violations(page, sheet));
  for (const media of [DARK, ...contrasts, FORCED]) {
    await page.emulateMedia(media);
    found.push(...told(JSON.stringify(media), await violations(page, sheet, 'color-contrast')));
  }
  found.push(...(await page.evaluate(toldByGroundAlone)));
  await page.evaluate(bringBack);
  return found;
}

/** What can't be read or reached at 1280 pixels, and at 320 with as much space between letters as anybody asks for. */
async function inAllSizes(page: Page): Promise<string[]> {
  await page.emulateMedia(LIGHT);
  // Where the mouse rests, nothing opens.
  await page.mouse.move(0, 0);
  const found = await page.evaluate(hiddenFromKeyboard);
  await page.setViewportSize(NARROW);
  await page.evaluate(spreadLetters);
  found.push(...(await page.evaluate(cutOff)), ...(await page.evaluate(hiddenFromKeyboard)));
  return found;
}

/** Of this rule, or all that axe has and those of WCAG 2.2. What passed isn't described, which takes longer than looking. */
function violations(page: Page, within: string, rule?: string): Promise<Result[]> {
  return page.evaluate(
    async ([selector, only]) => {
      const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(selector, {
        resultTypes: ['violations'],
        ...(only === undefined ? { rules: { 'target-size': { enabled: true } } } : { runOnly: only }),
      });
      return found.violations;
    },
    [within, rule] as const,
  );
}

function told(theme: string, results: readonly Result[]): string[] {
  return results.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isPostmark(id, html))
      .map(({ html, failureSummary }) => `${theme}: ${id}: ${html}\n${failureSummary ?? ''}`),
  );
}

/** A host's mark is a picture of its name: the two letters in the ring are no words that somebody would say. */
function isPostmark(rule: string, html: string): boolean {
  return rule === 'label-content-name-mismatch' && html.includes('data-host=');
}
