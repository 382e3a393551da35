// Back and forth through a run: by keyboard, by the pointer, by playing. The lab itself goes on meanwhile.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('the timeline', () => {
  const shared = sharedApp();

  it('leads back to before a header was there, and to now again, by keyboard', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page.getByText('this letter is on its way to you').waitFor();
    const slider = page.getByRole('slider', { name: 'Moment shown' });
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('Now');
    await expectCount(received(page), 4);

    await slider.focus();
    // Bob's server put it into the mailbox, and had taken it before; at the hop before that it isn't there yet.
    for (let hop = 0; hop < 3; hop += 1) await page.keyboard.press('Control+ArrowLeft');
    await page.getByText(/You are looking at \d\d:\d\d:\d\d\./).waitFor();
    await expectCount(received(page), 3);
    await page.getByText('on its way', { exact: true }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^\d\d:\d\d:\d\d, \S+ says ./);

    // What happens meanwhile doesn't move what is shown.
    await page.keyboard.press('End');
    await expectCount(received(page), 4);
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('Now');

    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: 'A small Internet, on this computer' }).waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expectCount(received(page), 4);
    expect(complaints).toEqual([]);
  });

  it('steps by a client’s command, and plays the letter again until now', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByText('this letter is on its way to you').waitFor();
    await page.getByRole('combobox', { name: 'by' }).selectOption('command');
    await page.getByRole('button', { name: 'Back one command' }).click();
    const said = page.getByRole('region', { name: 'Timeline' }).locator('code');
    await expect.poll(() => said.innerText()).toBe('QUIT');
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('16');
    await page.getByRole('button', { name: 'Now', exact: true }).click();
    await page.getByRole('button', { name: /^Play/ }).click();
    await page.getByRole('button', { name: 'Stop playing' }).waitFor();
    await page.getByRole('button', { name: /^Play/ }).waitFor();
    await page.getByRole('button', { name: 'Now', exact: true, disabled: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('follows the pointer, and goes to the connection whose bar is pressed', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByText('this letter is on its way to you').waitFor();
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page
      .getByRole('button', { name: /Greetings/ })
      .nth(1)
      .waitFor();
    const slider = page.getByRole('slider', { name: 'Moment shown' });
    await page.getByRole('list', { name: 'Latest connections' }).locator('li').nth(7).waitFor();
    const axis = await boxOf(slider);
    await page.mouse.move(axis.x + axis.width - 40, axis.y + 10);
    await page.mouse.down();
    await page.mouse.move(axis.x + 2, axis.y + 10, { steps: 4 });
    await page.getByText(/You are looking at/).waitFor();
    // While the hand moves, lines that are out of sight aren't drawn; when it rests they are.
    await page.mouse.move(axis.x + axis.width - 200, axis.y + 10);
    await page.getByRole('log').first().getByText('QUIT').waitFor({ state: 'attached' });
    await page.mouse.move(axis.x + axis.width - 1, axis.y + 10, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Now', exact: true, disabled: true }).waitFor();

    // A row's bars are one shape; the first begins where it begins. It is the first letter's, no longer the latest.
    const bars = page.locator('.timeline__bars .host-laptop .timeline__bar--faded');
    // Without the stroke, which playwright’s own box adds on all sides.
    const { x, y } = await bars.evaluate((shape) => shape.getBoundingClientRect());
    await page.mouse.click(x + 3, y);
    await page.getByRole('button', { name: 'Follow the latest' }).click();
    expect(complaints).toEqual([]);
  });
});

function received(page: Page): Locator {
  return page.getByRole('region', { name: 'Headers by hop' }).locator('li[data-field="Received"]');
}

async function expectCount(list: Locator, count: number): Promise<void> {
  await list.nth(count - 1).waitFor();
  await list.nth(count).waitFor({ state: 'detached' });
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('it isn’t on the page');
  return box;
}
