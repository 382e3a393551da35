// A person stops the reply to RCPT at mx1: sees it wait, lets it go; then makes a refusal of it, and the relay waits.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('holding a line', () => {
  const shared = sharedApp();

  it('stops the reply to RCPT at mx1, which then goes on as it was', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).waitFor();
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    // The first choice is the one that shows most.
    await page.getByRole('button', { name: 'Hold it' }).click();
    await page.getByRole('checkbox', { name: 'the reply to RCPT at mx1', checked: true }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await heldLine(page, '250 2.1.5 Ok').waitFor();
    await page.getByText('the clock of waiting stands still').waitFor();
    await expect.poll(() => held(page).locator('li .sr').innerText()).toBe('mx1 to relay:');
    await page.getByText('on its way', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByRole('status').getByText('Delivered:').waitFor();
    await held(page).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('goes out changed: the relay is told to come back, waits, and comes back', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await heldLine(page, '250 2.1.5 Ok').waitFor();
    await page.getByRole('button', { name: 'Edit, then release' }).click();
    await page.getByRole('textbox', { name: 'What goes out in its place' }).fill('451 4.7.1 Come back later');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('waits at relay').waitFor();
    await page.getByText('changed by you').waitFor();

    await page.getByRole('button', { name: '+10 min' }).click();
    await heldLine(page, '250 2.1.5 Ok').waitFor();
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByRole('status').getByText('Delivered:').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is switched off, and there for another time', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    await page.getByRole('checkbox', { name: 'the reply to RCPT at mx1' }).click();
    await page.getByRole('checkbox', { name: 'the reply to RCPT at mx1', checked: false }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page.getByRole('status').getByText('Delivered:').waitFor();
    await expect.poll(() => held(page).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

const held = (page: Page) => page.getByRole('region', { name: 'Held lines' });
const heldLine = (page: Page, text: string) => held(page).getByText(text);
