// Nothing on the screen keeps anybody out, as far as a program can tell: axe over every view, and over the colours of the
// others themes where a view has some of its own. And no view breaks the page's policy.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openBrowser, openPage, type RunningApp, startApp } from './app.ts';
import { VIEWS, WELCOME } from './views.ts';

const isBuilt = existsSync(fileURLToPath(new URL('../../dist/web/server.js', import.meta.url)));
if (!isBuilt) throw new Error('dist/ is missing: run "npm run build" first');

describe.skipIf(missing('chromium'))('axe finds nothing', () => {
  let app: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
  });

  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  afterAll(async () => {
    await browser.close();
    app.dispose();
  });

  it('before the first letter, which is then sent for all that follows', async () => {
    const { page, complaints } = await open(browser, app.url);
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
      const { page, complaints } = await open(browser, app.url);
      await view.show(page);
      expect(await offences(page)).toEqual([]);
      if (view.hasOwnColours) expect(await paleWords(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }
});

async function open(browser: Browser, url: string) {
  const opened = await openPage(browser);
  // What moves is looked at when it has arrived.
  await opened.page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await opened.page.goto(url);
  return opened;
}

/** Its old way of gathering results: the page has no frames, and the new way opens one more page. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function offences(page: Page): Promise<string[]> {
  return told('light', await axe(page).analyze());
}

/** Words that are hard to read in the other themes. */
async function paleWords(page: Page): Promise<string[]> {
  const found: string[][] = [];
  for (const [name, media] of Object.entries(OTHERS)) {
    await page.emulateMedia(media);
    found.push(told(name, await axe(page).withRules(['color-contrast']).analyze()));
  }
  return found.flat();
}

const OTHERS = {
  dark: { colorScheme: 'dark' },
  'more contrast, dark': { contrast: 'more' },
  'more contrast, light': { colorScheme: 'light' },
} as const;

type Result = Awaited<ReturnType<AxeBuilder['analyze']>>;

function told(theme: string, { violations }: Result): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isPostmark(id, html))
      .map(({ html, failureSummary }) => `${theme}: ${id}: ${html}\n${failureSummary ?? ''}`),
  );
}

/** A host's mark is a picture of its name: the two letters in the ring are no words that somebody would say. */
function isPostmark(rule: string, html: string): boolean {
  return rule === 'label-content-name-mismatch' && html.includes('data-host=');
}
