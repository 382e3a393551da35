// Nothing on the screen keeps anybody out, as far as a program can tell: axe over every view, and over its colours in
// the dark; with more contrast where a view has colours of its own. And no view breaks the page's policy. One page for
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
      await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
      // As if just opened: a lesson that was open would be again, and hold what the shell is told.
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await view.show(page);
      const found = await offences(page);
      for (const media of view.hasOwnColours ? [DARK, ...CONTRASTS] : [DARK])
        found.push(...(await paleWords(page, media)));
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

type Media = { colorScheme: 'light' | 'dark'; contrast: 'more' | 'no-preference' };

const DARK: Media = { colorScheme: 'dark', contrast: 'no-preference' };
const CONTRASTS: readonly Media[] = [
  { colorScheme: 'dark', contrast: 'more' },
  { colorScheme: 'light', contrast: 'more' },
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
