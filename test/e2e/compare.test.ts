// A reply that was edited while it was held, and the run once more without the edit: side by side, line by line. Then the
// same run found again by its refusals. Counterpart: renderer/fork/, renderer/compare/, hold.test.ts.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('a run beside itself', () => {
  const shared = sharedApp();

  it('without the edit of a reply: that reply is the first line that differs, and the letter isn’t late', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    await page.getByRole('button', { name: 'Hold it' }).click();
    await page.getByRole('checkbox', { name: 'the reply to RCPT at mx1', checked: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Edit, then release' }).click();
    await page.getByRole('textbox', { name: 'What goes out in its place' }).fill('451 4.7.1 Come back later');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('waits at relay').waitFor();
    await page.getByRole('button', { name: '+10 min' }).click();
    await page.getByRole('region', { name: 'Held lines' }).getByText('250 2.1.5 Ok').waitFor();
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByRole('status').getByText('Delivered:').waitFor();

    // Back to the moment before the edit.
    const slider = page.getByRole('slider', { name: 'Moment shown' });
    const words = async () => (await slider.getAttribute('aria-valuetext')) ?? '';
    await slider.focus();
    await page.keyboard.press('Home');
    for (const _server of ['submit', 'relay']) await page.keyboard.press('Control+ArrowRight');
    while (!(await words()).includes('relay says RCPT')) await page.keyboard.press('Shift+ArrowRight');
    const there = await words();
    expect(there).toContain('relay says RCPT TO:<bob@harbor.example>');

    await page.keyboard.press('f');
    const deed = page.getByRole('combobox', { name: /^What isn’t done/ });
    await expect
      .poll(() => deed.locator('option:checked').textContent())
      .toContain('your edit “451 4.7.1 Come back later”');
    await page.getByRole('button', { name: 'Play it beside the run' }).click();
    const sheet = page.getByRole('dialog', { name: 'Two runs side by side' });
    await sheet.getByText('your edit “451 4.7.1 Come back later” was left undone.').waitFor();
    await sheet.getByText('The first line that differs').waitFor();
    const first = await sheet.locator('[aria-current="true"]').innerText();
    expect(first).toContain('451 4.7.1 Come back later');
    expect(first).toContain('changed by you');
    expect(first).toContain('differs');
    expect(first).toContain('250 2.1.5 Ok');
    const fates = await sheet
      .getByRole('row', { name: /Greetings from campus\.example/ })
      .getByRole('cell')
      .allInnerTexts();
    expect(fates[0]).toMatch(/^Deferred with “451 4\.7\.1 Come back later”, then: delivered after \d+ min/);
    expect(fates[1]).toBe('delivered at once to bob@harbor.example');
    await page.keyboard.press('n');
    await sheet.getByText('Difference 2 of').waitFor();
    await page.keyboard.press('p');
    await sheet.getByText('Difference 1 of').waitFor();

    // Either run on the bench, and back to the comparison and to where one was.
    await sheet.getByRole('button', { name: 'Open the run with the change' }).click();
    await page.getByText('opened from the run with the change').waitFor();
    await page.getByRole('status').getByText('Delivered:').waitFor();
    await expect.poll(() => page.getByText('451 4.7.1').count()).toBe(1); // in the note that tells of the comparison
    await page.getByRole('button', { name: 'Close the session' }).click();
    await page.getByText('You are looking at').waitFor();
    expect(await words()).toBe(there);
    await page.getByRole('button', { name: 'Show them' }).click();
    await sheet.getByText('The first line that differs').waitFor();
    await page.keyboard.press('Escape');

    await fourHundreds(page);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('with a policy of the server, chosen in the form, from the beginning', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('heading', { name: 'Greetings from campus.example' }).waitFor();
    await page.getByRole('button', { name: 'Fork', exact: true }).click();
    await page.getByRole('combobox', { name: 'What is to be different' }).selectOption('a policy of a server');
    await page.getByRole('switch', { name: 'Ask strangers to come back' }).click();
    await page.getByRole('button', { name: 'Play it beside the run' }).click();
    await page.getByText('Ask strangers to come back: on, from the beginning').first().waitFor();
    // The edit stands in both runs, so nobody saw the difference on the wire; what was decided tells it.
    await page.getByText('Greylisting at mx1: defer in place of never asked').waitFor();
    expect(complaints).toEqual([]);
  });
});

/** All that the run was put off with, found by filter. */
async function fourHundreds(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Back to now' }).click();
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Find lines' }).pressSequentially('reply:4xx');
  await page.getByRole('status').getByText('1 line').waitFor();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  const found = page.getByRole('list', { name: 'Lines found' }).getByRole('button');
  await expect.poll(() => found.allInnerTexts()).toEqual([expect.stringContaining('451 4.7.1 Come back later')]);
}
