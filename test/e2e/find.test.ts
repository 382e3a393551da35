// Looking for lines: typed, walked through, shown alone, and the next one stopped.

import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('finding lines', () => {
  const shared = sharedApp();

  it('leads from one answer to RCPT to the next, and stops the next one on the wire', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page.getByText('In the mailbox of bob').first().waitFor();
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Find lines' });
    await field.pressSequentially('ver');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await field.pressSequentially('RCPT is:server');
    await page.getByRole('status').getByText('4 lines').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('1 of 4').waitFor();
    await page.keyboard.press('Shift+Enter');
    await page.getByRole('status').getByText('4 of 4').waitFor();
    await page.getByRole('button', { name: 'List', exact: true }).click();
    const found = page.getByRole('list', { name: 'Lines found' });
    await expect.poll(() => found.getByRole('button').allInnerTexts()).toHaveLength(4);

    await page.getByRole('button', { name: 'Stop the next one' }).click();
    await page.getByRole('button', { name: 'Stops the next one' }).waitFor();
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page.getByText('You hold 1 line.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('begins at a line of a dialog', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByText('12 hosts').waitFor();
    // The one that has arrived; another is held.
    await page.getByRole('button', { name: /delivered/ }).click();
    await page.getByRole('log').first().getByText('250 2.1.0 Ok').click();
    await page.getByRole('button', { name: 'Find lines like this' }).click();
    await expect.poll(() => page.getByRole('combobox', { name: 'Find lines' }).inputValue()).toBe('reply:250');
    await page
      .getByRole('status')
      .getByText(/^\d+ of \d+$/)
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it('says what is wrong with a filter, and closes', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByText('12 hosts').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Find lines' }).pressSequentially('relpy:4xx');
    await page.getByText('Did you mean “reply:”?').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Find lines' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
