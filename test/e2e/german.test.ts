// The app in German, by keyboard: chosen in the settings and in force at once, also in the sheet that stays open; a letter
// is sent in it; lessons are in it, too; and back.

import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('the app speaks German', () => {
  const shared = sharedApp();
  let opened: Awaited<ReturnType<typeof openPage>>;

  beforeAll(async () => {
    opened = await openPage(shared.browser);
    await opened.page.goto(shared.app.url);
  });

  it('from the moment that it is chosen until English is, and the keyboard stays where it is', async () => {
    const { page, complaints } = opened;
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).waitFor();
    await page.keyboard.press('Control+Comma');
    await page.getByRole('group', { name: 'Language of the app' }).getByRole('radio', { name: 'Deutsch' }).press(' ');
    const sheet = page.getByRole('dialog', { name: 'Einstellungen' });
    await page.locator('html[lang="de"]').waitFor();
    await sheet.getByRole('radio', { name: 'Deutsch', exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.locator('[data-region]:focus, [data-region] :focus').waitFor();

    await page.getByRole('heading', { name: 'Ein kleines Internet, auf diesem Rechner' }).waitFor();
    await page.getByRole('button', { name: 'Einen Brief senden und ihm zusehen' }).press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Zugestellt: „Ein Brief aus campus\.example“/)
      .waitFor();
    await page.reload();
    await page.getByText('zugestellt', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Lektionen' }).press('Enter');
    await page
      .getByRole('button', { name: /Ein Brief, sechs Programme/ })
      .first()
      .waitFor();

    await page.keyboard.press('Control+Comma');
    await page.getByRole('group', { name: 'Sprache der Anwendung' }).getByRole('radio', { name: 'English' }).press(' ');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await page
      .getByRole('button', { name: /One letter, six programs/ })
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });
});
