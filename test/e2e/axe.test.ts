// Nothing on the screen keeps anybody out, as far as a program can tell: axe over every view, and over its colours in
// the dark; with more contrast and in the system's own colours where a view has some of its own; and that it fits a page
// of 320 pixels. And no view breaks the page's policy. One page for
// all: a view begins with a reload, and nothing is loaded twice.

import axe, { type Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';
import { VIEWS, WELCOME } from './views.ts';

describe.skipIf(missing('chromium'))('axe finds nothing', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    // What moves is looked at when it has arrived.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(shared.app.url);
  });

  it('before the first letter, which is then sent for all that follows', async () => {
    await WELCOME.show(page);
    const found = await offences(page);
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
      await page.setViewportSize({ width: 1280, height: 800 });
      // As if just opened: a lesson that was open would be again, and hold what the shell is told.
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await view.show(page);
      const found = await offences(page);
      for (const media of view.hasOwnColours ? [DARK, ...CONTRASTS, FORCED] : [DARK])
        found.push(...(await paleWords(page, media)));
      await page.emulateMedia(LIGHT);
      found.push(...(await tooWide(page)));
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }
});

async function offences(page: Page): Promise<string[]> {
  // The page has no frames to be looked into.
  await page.evaluate(axe.source);
  return told('light', await violations(page));
}

/** Of these rules, or all. What passed isn't described, which takes longer than looking. */
function violations(page: Page, ...rules: string[]): Promise<Result[]> {
  return page.evaluate(async (only) => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
      ...(only.length > 0 ? { runOnly: only } : {}),
    });
    return found.violations;
  }, rules);
}

/** Words that are hard to read in this theme: the rest is the same in all. */
async function paleWords(page: Page, media: Media): Promise<string[]> {
  await page.emulateMedia(media);
  return told(JSON.stringify(media), await violations(page, 'color-contrast'));
}

/** At 400 % of 1280 pixels nobody has to scroll both ways: what is wider than the page scrolls by itself. */
async function tooWide(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  return page.evaluate(() => {
    const scrolls = (one: Element | null): boolean =>
      one !== null &&
      one !== document.body &&
      (getComputedStyle(one).overflowX !== 'visible' || scrolls(one.parentElement));
    const outside = [...document.querySelectorAll('button, a, input, select, textarea, summary')].filter(
      (one) =>
        one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one.parentElement),
    );
    const { scrollWidth } = document.documentElement;
    return [...(scrollWidth > innerWidth ? [`page: ${scrollWidth} wide`] : []), ...outside.map((one) => one.outerHTML)];
  });
}

type Media = {
  colorScheme: 'light' | 'dark';
  contrast: 'more' | 'no-preference';
  forcedColors: 'active' | 'none';
};

const LIGHT: Media = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' };
const DARK: Media = { ...LIGHT, colorScheme: 'dark' };
const FORCED: Media = { ...DARK, forcedColors: 'active' };
const CONTRASTS: readonly Media[] = [
  { ...DARK, contrast: 'more' },
  { ...LIGHT, contrast: 'more' },
];

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
