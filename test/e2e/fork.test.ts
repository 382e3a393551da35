// A dialog typed in the shell, played again with another recipient; the shell is where it was and goes on. Then the line
// as it had been.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('a fork', () => {
  const shared = sharedApp();

  it('says one typed line differently, and the shell goes on from there', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Shell on visitor' }).click();
    await page.locator('.xterm-rows > div').filter({ hasText: 'visitor$' }).first().waitFor();
    await page.locator('.xterm :focus').waitFor();
    for (const [line, answer] of [
      ['telnet mx1 25', /^220 mx1/m],
      ['HELO visitor.example', /^250 mx1/m],
      ['MAIL FROM:<dean@campus.example>', /^250 2\.1\.0/m],
      ['RCPT TO:<bob@harbor.example>', /^250 2\.1\.5/m],
      ['DATA', /^354 /m],
    ] as const) {
      await page.keyboard.type(`${line}\n`);
      await logShows(page, answer);
    }

    await page
      .getByRole('log', { name: /visitor to mx1/ })
      .getByText('RCPT TO:<bob@harbor.example>')
      .click();
    await page.getByRole('button', { name: 'Say another line here instead' }).click();
    const typed = page.getByRole('combobox', { name: /^The line that was typed/ });
    await expect.poll(() => typed.locator('option:checked').textContent()).toBe('RCPT TO:<bob@harbor.example>');
    await page.getByText(/\d+ lines on the wire after it won’t have been said/).waitFor();
    await page.getByRole('textbox', { name: 'Goes out instead' }).fill('RCPT TO:<nobody@harbor.example>');
    await page.getByRole('button', { name: 'Fork here' }).click();
    await page.getByText('Run 2: run 1 again up to one line').waitFor();
    await logShows(page, /^550 5\.1\.1/m);
    await expect.poll(() => log(page).textContent()).not.toContain('RCPT TO:<bob@harbor.example>');

    // The telnet is still open, in the new run.
    await page.getByRole('region', { name: 'Shell' }).getByRole('textbox').focus();
    await page.keyboard.type('RCPT TO:<carol@harbor.example>\n');
    await logShows(page, /^250 2\.1\.5/m);

    await page.getByRole('button', { name: 'Say it as it was' }).click();
    await page.getByText('Run 3: run 2 again up to one line').waitFor();
    await logShows(page, /^RCPT TO:<bob@harbor\.example>$/m);
    await logShows(page, /^250 2\.1\.5/m);
    await expect.poll(() => log(page).textContent()).not.toContain('carol');
    expect(complaints).toEqual([]);
  });
});

const log = (page: Page) => page.getByRole('log', { name: 'What was said in the shell' });

async function logShows(page: Page, words: RegExp): Promise<void> {
  await log(page).locator('div').filter({ hasText: words }).first().waitFor({ state: 'attached' });
}
