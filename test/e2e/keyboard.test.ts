// Everything by keyboard alone: a letter sent, read, asked about and looked up at its host; the palette, the sheet of keys,
// the lines between panels, the settings. Counterpart: renderer/actions/, renderer/app/focus.ts. Rule: no mouse here, and
// wherever something closes, the keyboard is back where it came from.

import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

const SEND = 'Send a letter and watch it travel';

describe.skipIf(missing('chromium'))('by keyboard alone', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(shared.app.url);
  });

  const press = (keys: string) => page.keyboard.press(keys);

  it('a letter is sent, chosen, and its headers are read hop by hop', async () => {
    await page.getByRole('button', { name: SEND }).waitFor();
    await isAt(page.getByRole('button', { name: SEND }));
    await press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Delivered/)
      .waitFor();
    const letter = page.getByRole('list').getByRole('button', { name: /^Greetings from campus/ });
    await tabTo(page, letter);
    await press('Enter');
    await expect.poll(() => letter.getAttribute('aria-current')).toBe('true');

    await regionByF6(page, 'The letter');
    const hops = page.getByRole('slider', { name: 'The letter after each hop' });
    await tabTo(page, hops);
    await press('Home');
    await expect.poll(() => hops.getAttribute('aria-valuetext')).toBe('as laptop wrote it');
    await press('End');
    const field = page.getByRole('region', { name: 'Headers by hop' }).locator('li[data-field="Return-Path"]');
    await tabTo(page, field.getByRole('button').first());
  });

  it('F6 goes through every region and comes round, Shift+F6 goes back', async () => {
    const round = [];
    const first = await regionNow(page);
    do {
      await press('F6');
      round.push(await regionNow(page));
    } while (round.at(-1) !== first && round.length < 20);
    expect(round).toEqual(['Timeline', 'Places', 'Send', 'Map', 'Dialogs', 'Shell', 'The letter']);
    await press('Shift+F6');
    await expect.poll(() => regionNow(page)).toBe('Shell');
  });

  it('a line is asked what it means, and left again', async () => {
    const log = page.getByRole('log', { name: /laptop to submit/ });
    await tabTo(page, log.getByRole('button').first());
    await press('ArrowDown');
    await press('ArrowDown');
    const line = await focused(page);
    await press('Enter');
    const about = page.getByRole('region', { name: 'About this line' });
    await about.waitFor();
    await press('Escape');
    await about.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe(line);
  });

  it('a host’s sheet is opened from the map, and closing it leads back to the host', async () => {
    await regionByF6(page, 'Map');
    const first = page.getByRole('button', { name: /^laptop: / });
    await tabTo(page, first);
    // By way of the link between the two.
    await press('ArrowRight');
    await press('ArrowRight');
    const host = await focused(page);
    await press('Enter');
    const sheet = page.getByRole('dialog', { name: /\.example$/ });
    await sheet.getByText('127.0.0.1:').first().waitFor();
    await press('ArrowRight');
    await isAt(sheet.getByRole('tab', { name: 'Policies', selected: true }));
    await press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe(host);
  });

  it('the palette finds an action by a few letters, runs it, and Escape leaves it', async () => {
    const before = await focused(page);
    const field = page.getByRole('combobox', { name: 'What do you want to do?' });
    await press('Control+k');
    await isAt(field);
    await page.keyboard.type('larger');
    await press('Escape');
    await field.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe(before);

    await press('Control+k');
    await page.keyboard.type('dark');
    await page.getByRole('option', { selected: true }).getByText(/dark/i).waitFor();
    await press('Enter');
    await page.locator('html[data-theme="dark"]').waitFor();
    await field.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe(before);
  });

  it('the sheet of keys opens with ? and names what the others use', async () => {
    await press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.waitFor();
    const words = await sheet.innerText();
    for (const keys of ['F6', 'Ctrl+K', 'Shift+F6']) expect(words).toContain(keys);
    await press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('the settings are chosen with arrows, and Escape leaves them', async () => {
    await press('Control+Comma');
    const sheet = page.getByRole('dialog', { name: 'Settings' });
    await tabTo(page, sheet.getByRole('radio', { name: 'Dark' }));
    await press('ArrowUp');
    await isAt(sheet.getByRole('radio', { name: 'Light' }));
    await page.locator('html[data-theme="light"]').waitFor();
    const size = sheet.getByRole('slider');
    await tabTo(page, size);
    await press('ArrowRight');
    await page.locator('html:not([data-type="100"])').waitFor();
    await press('ArrowLeft');
    await press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('a line between panels moves with the arrows and stays there after a reload', async () => {
    const line = () => page.getByRole('separator', { name: 'Width of the left column' });
    await regionByF6(page, 'Send');
    await tabTo(page, line());
    const column = page.getByRole('complementary', { name: 'Send' });
    await press('Home');
    const least = await widthOf(column);
    await press('ArrowRight');
    await press('ArrowRight');
    await expect.poll(() => line().getAttribute('aria-valuenow')).toBe('16');
    const wider = await widthOf(column);
    expect(wider).toBeCloseTo(least + 32, 0);
    await page.reload();
    await page.getByText('this letter is on its way to you').waitFor();
    await expect.poll(() => line().getAttribute('aria-valuenow')).toBe('16');
    await expect.poll(() => widthOf(column)).toBeCloseTo(wider, 0);
    expect(complaints).toEqual([]);
  });
});

/** Tab, as often as a patient person would. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const passed = [];
  while (!(await hasFocus(wanted)) && passed.length < 80) {
    passed.push(await focused(page));
    await page.keyboard.press('Tab');
  }
  if (!(await hasFocus(wanted))) throw new Error(`never came to ${String(wanted)}: ${passed.join(' | ')}`);
}

async function regionByF6(page: Page, name: string): Promise<void> {
  const passed = [];
  while ((await regionNow(page)) !== name && passed.length < 12) {
    passed.push(await regionNow(page));
    await page.keyboard.press('F6');
  }
  expect(await regionNow(page), passed.join(' | ')).toBe(name);
}

async function isAt(element: Locator): Promise<void> {
  expect(await hasFocus(element), String(element)).toBe(true);
}

function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((one) => one === document.activeElement);
}

/** The name of what has the keyboard. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent.slice(0, 60) ?? '';
  });
}

function regionNow(page: Page): Promise<string> {
  return page.evaluate(
    () => document.activeElement?.closest('[data-region]')?.getAttribute('aria-label') ?? 'no region',
  );
}

async function widthOf(element: Locator): Promise<number> {
  return (await element.boundingBox())?.width ?? 0;
}
