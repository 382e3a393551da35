// A letter from outside is pasted, dropped, taken apart by keyboard alone; and one of the lab is read as a stranger would,
// beside what the lab saw.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { EXAMPLES } from '../../renderer/analyzer/examples.ts';
import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

const [BANK = '', LIST = ''] = EXAMPLES.map(({ letter }) => letter);

describe.skipIf(missing('chromium'))('the analyzer', () => {
  const shared = sharedApp();

  it('reads what is pasted, and shows where trust ends, by keyboard', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).waitFor();
    await page.keyboard.press('Shift+H');
    await page.getByRole('textbox', { name: 'Source of a letter' }).focus();
    await hand(page, 'paste', { text: BANK });

    const doubts = page.getByRole('region', { name: 'What doesn’t fit' });
    const gap = doubts.getByRole('button', { name: /The chain has a gap below mx1/ });
    await expect.poll(() => gap.getAttribute('aria-expanded')).toBe('true');
    await page.getByText('Honest ways to it:').waitFor();
    const header = page.getByRole('region', { name: 'The header, as it stands' });
    await expect.poll(() => header.locator('mark').allInnerTexts()).toContain('out.heronbank.example');
    const way = page.getByRole('table', { name: 'Hops of the letter' });
    await way.getByRole('cell', { name: /^−3 hr 17 min: backwards/ }).waitFor();

    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('What a letter claims');

    // Another finding, without a mouse.
    await gap.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('A letter can wait, but it can’t arrive before it was sent on').waitFor();
    await expect.poll(() => header.locator('mark').allInnerTexts()).toContain('Tue, 10 Mar 2026 10:31:40 +0000 (UTC)');

    const line = header.getByRole('slider', { name: 'Trust line' });
    await expect.poll(() => line.getAttribute('aria-valuetext')).toMatch(/^You trust mail and mx1\./);
    await page.getByText('mx1.harbor.example says, and you trust it').waitFor();
    await line.press('Home');
    await page.getByText('mx1.harbor.example says, below your line').waitFor();
    await expect.poll(() => header.locator('li:not(.is-below)').count()).toBe(0);

    // One octet less, and its id is one that Postfix gives.
    await page.getByRole('button', { name: 'Change its source' }).click();
    const source = page.getByRole('textbox', { name: 'Source of a letter' });
    await expect.poll(() => source.evaluate((field) => field === document.activeElement)).toBe(true);
    await source.fill((await source.inputValue()).replace('KX-2291-77QZ', '4B2291CC77'));
    await source.press('Control+Enter');
    await way.waitFor();
    await expect.poll(() => page.getByText(/an id as Postfix gives them/).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('reads a mailbox file that is dropped, and a letter of the lab beside what was seen', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    const send = page.getByRole('button', { name: 'Send a letter and watch it travel' });
    await send.waitFor();
    const file = [BANK, LIST].map((letter) => `From x Tue Mar 10 07:14:09 2026\n${letter}\n`).join('');
    await hand(page, 'drop', { text: file, name: 'archive.mbox' });
    await page
      .getByRole('combobox', { name: '2 letters in this file' })
      .selectOption({ label: '2. [talk] Which tide table do you use?: Alice <alice@campus.example>' });
    await page.getByText('Nothing in it contradicts itself.').waitFor();
    await page.getByText('mail of a mailing list').waitFor();

    await page.getByRole('navigation').getByRole('button', { name: 'Lab', exact: true }).click();
    await send.click();
    await page
      .getByRole('status')
      .getByText(/^Delivered/)
      .waitFor();
    await page
      .getByRole('complementary', { name: 'Letter' })
      .getByRole('button', { name: 'Open in the analyzer' })
      .click();
    await page.getByRole('heading', { name: 'This letter is in the open lab' }).waitFor();
    const header = page.getByRole('region', { name: 'The header, as it stands' });
    const stamps = header.locator('li[data-field="Received"]');
    await expect.poll(() => stamps.first().innerText()).toContain('seen being written by mail');
    await expect.poll(() => header.locator('li[data-field="From"]').innerText()).toContain('only said, by');
    await page.getByRole('button', { name: 'Show its way in the lab' }).click();
    await page.getByRole('heading', { name: 'Greetings from campus.example' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

/** Pastes text where the keyboard is, or drops a file on the page. */
async function hand(
  page: Page,
  type: 'paste' | 'drop',
  { text, name }: { text: string; name?: string },
): Promise<void> {
  await page.evaluate(
    ([kind, content, fileName]) => {
      const data = new DataTransfer();
      if (fileName === undefined) data.setData('text/plain', content);
      else data.items.add(new File([content], fileName));
      const how = { bubbles: true, cancelable: true };
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, ...how })
          : new DragEvent('drop', { dataTransfer: data, ...how });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    [type, text, name] as const,
  );
}
