// A person disturbs a link from the map, sees what becomes of a letter, and takes it back; and answers in mx1's stead.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('disturbing the wire', () => {
  const shared = sharedApp();

  it('answers RCPT in mx1’s stead, once: the relay waits, the clock is moved, the letter arrives', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).waitFor();
    await page.keyboard.press('Shift+D');
    const sheet = page.getByRole('dialog', { name: 'Disturb the wire' });
    await sheet.getByRole('combobox', { name: 'What happens' }).selectOption('Somebody answers in the server’s stead');
    await sheet.getByRole('combobox', { name: 'Between' }).selectOption('relay');
    await sheet.getByRole('combobox', { name: 'and', exact: true }).selectOption('mx1');
    await sheet.getByText('Which, and how often').click();
    await sheet.getByRole('spinbutton', { name: 'At most (times)' }).fill('1');
    await sheet.getByRole('button', { name: 'Disturb it' }).click();
    await sheet
      .getByRole('checkbox', { name: /^“451 4\.7\.1 Come back later” to RCPT between relay and mx1/ })
      .waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page.getByRole('status').getByText('waits at relay').waitFor();
    await page.getByText('kept from the server by you').waitFor();
    await page.getByText('said by you in the server’s stead').waitFor();
    await page.getByRole('button', { name: '+10 min' }).click();
    await page.getByRole('status').getByText('Delivered:').waitFor();

    await page
      .getByRole('region', { name: 'Faults of this lab' })
      .getByRole('button', { name: 'Disturb the wire' })
      .click();
    await sheet.getByText('struck 1 time').waitFor();
    await sheet.getByRole('button', { name: /^Remove: “451/ }).click();
    await sheet.getByText('No fault yet').waitFor();
    await sheet.getByRole('button', { name: 'Undo' }).click();
    await sheet.getByRole('checkbox', { name: /^“451/ }).waitFor();
    await sheet.getByRole('button', { name: /^Remove: “451/ }).click();
    await sheet.getByText('No fault yet').waitFor();
    expect(complaints).toEqual([]);
  });

  it('cuts a link with a press on the map: the other exchanger takes the letter', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await pressOnLink(page, 'relay and mx1');
    const sheet = page.getByRole('dialog', { name: 'Disturb the wire' });
    await expect.poll(() => sheet.getByRole('combobox', { name: 'Between' }).inputValue()).toBe('relay.campus.example');
    await sheet.getByRole('combobox', { name: 'What happens' }).selectOption('It is cut');
    await sheet.getByRole('textbox', { name: 'Lines that fit' }).fill('verb:DATA is:client');
    await sheet.getByRole('button', { name: 'Disturb it' }).click();
    await sheet.getByRole('checkbox', { name: /^cut there between relay and mx1/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.fault-sign').getByText('cut', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    // The other exchanger takes it.
    await page.getByRole('status').getByText('Delivered:').waitFor();
    await page.getByText('Cut here by you.').waitFor();
    await page.keyboard.press('Shift+D');
    await sheet.getByRole('checkbox', { name: /^cut there/ }).click();
    await sheet.getByRole('checkbox', { name: /^cut there/, checked: false }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.fault-sign').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});

/** On the line itself: its middle, wherever it bends. */
async function pressOnLink(page: Page, ends: string): Promise<void> {
  const line = page.locator('path.link__touch').filter({ hasText: ends }).first();
  await line.waitFor({ state: 'attached' });
  const { x, y } = await line.evaluate((path: SVGPathElement) => {
    const middle = path.getPointAtLength(path.getTotalLength() / 2);
    const at = new DOMPoint(middle.x, middle.y).matrixTransform(path.getScreenCTM() ?? undefined);
    return { x: at.x, y: at.y };
  });
  await page.mouse.click(x, y);
}
