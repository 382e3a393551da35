// A person reads what was said: asks a line what it means, by mouse and by keyboard alone, and leaves it again.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openBrowser, openPage, type RunningApp, startApp } from './app.ts';

const isBuilt = existsSync(fileURLToPath(new URL('../../dist/web/server.js', import.meta.url)));
if (!isBuilt) throw new Error('dist/ is missing: run "npm run build" first');

describe.skipIf(missing('chromium'))('reading a letter’s way', () => {
  let app: RunningApp;
  let browser: Browser;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
  });

  afterAll(async () => {
    await browser.close();
    app.dispose();
  });

  it('explains the line of the recipient by click and by keyboard', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page
      .getByRole('status')
      .getByText(/^Delivered/)
      .waitFor();
    const log = page.getByRole('log', { name: /relay to mx1/ });
    await log.getByText('RCPT TO:<bob@harbor.example>').click();
    const about = page.getByRole('region', { name: 'About this line' });
    await about.getByText('forward-path').waitFor();
    const words = await about.innerText();
    expect(words).toContain('This address alone decides who gets the letter.');
    expect(words).toContain('mx1 said yes because it takes mail for harbor.example.');
    expect(words).toContain('RFC 5321 §4.1.1.3');
    await about.getByText('Parts and bytes').click();
    await about.getByText('forward-path: who gets it').waitFor();
    expect(await about.getByLabel('Its bytes').innerText()).toMatch(/^52 43 50 54 20 54 4f 3a {2}RCPT TO:\n.*0d 0a/s);

    // The arrow keys walk on, and the explanation with them; Escape leaves it, and the keyboard stays at the line.
    await log.getByRole('button', { name: 'RCPT TO:<bob@harbor.example>' }).press('ArrowDown');
    await about.getByText('reply 250').waitFor();
    await about.getByText('Answers “RCPT TO:<bob@harbor.example>”.').waitFor();
    expect(await focused(page)).toBe('250 2.1.5 Ok');
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('250 2.1.5 Ok');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await about.getByText('banner').waitFor();
    expect(complaints).toEqual([]);
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
