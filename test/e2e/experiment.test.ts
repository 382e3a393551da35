// Senders and defences, by mouse and keyboard: an actor is started and its letters are opened; two settings are tried on
// 200 letters, and a number is followed to the words of the servers.

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('senders and defences', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(shared.app.url);
  });

  it('a bot is started, and its letter is on the bench', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Senders' }).click();
    const bot = page.getByRole('listitem').filter({ hasText: 'A bot that never retries' });
    await bot.getByLabel('Letters').fill('1');
    await bot.getByRole('button', { name: 'Start: A bot that never retries' }).click();
    await bot.getByText('Done: 1 written').waitFor();
    await bot.getByText('1 delivered').waitFor();
    await bot.locator('summary').click();
    await bot.getByRole('button', { name: 'To bob@harbor.example' }).click();
    await page.getByRole('region', { name: 'Dialogs' }).getByText('EHLO bot-17.dialup.example').waitFor();
  });

  it('two settings are tried, and a number leads to the words of the servers', { timeout: 240_000 }, async () => {
    page.setDefaultTimeout(200_000);
    await page.getByRole('navigation').getByRole('button', { name: 'Defences' }).click();
    await page.getByRole('heading', { name: 'Who writes' }).waitFor();
    await page.getByRole('combobox', { name: 'Setting A' }).selectOption('Blocklist only');
    await page.getByRole('button', { name: 'Send the 200 letters' }).press('Enter');
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Setting A: Wanted letters lost, 6 of Wanted: it should arrive' }).waitFor();
    await page.getByRole('button', { name: 'Setting B: Stopped, 24 of A bot that never retries' }).press('Enter');
    await page.getByRole('heading', { name: 'A bot that never retries, setting B: 24 letters' }).waitFor();
    const letter = page.getByRole('article');
    await letter.getByText('Recipient address rejected: Greylisted').waitFor();
    await letter.getByRole('button', { name: 'Open this run on the bench' }).click();
    await page.getByText('opened from Setting B').waitFor();
    await page.getByRole('region', { name: 'Dialogs' }).getByText('Greylisted').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
