// The course as a person goes through it: a lesson chosen on the map by keyboard, a wrong prediction, the review that asks
// it again, the concept test begun and gone on with; all of it there after the page was loaded anew, put away, and back.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('the course', () => {
  const shared = sharedApp();

  it('knows what was done, asks again what was wrong, and takes nothing amiss', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Lessons', exact: true }).click();
    const map = page.getByRole('list', { name: 'Lessons' });
    await map.getByRole('button', { name: /six programs.*next/ }).waitFor();

    // Nothing to ask again yet: it says why, and what to do.
    await page.getByRole('button', { name: 'Five-minute review' }).click();
    await page.getByText('There is nothing to ask again yet.').waitFor();
    await page.getByRole('button', { name: 'Back to the lessons' }).click();

    // By keyboard to the second lesson, right of the first.
    await map.getByRole('button', { pressed: true }).focus();
    await page.keyboard.press('ArrowRight');
    await map
      .getByRole('button', { name: /POP3|Speak SMTP|IMAP/ })
      .and(page.locator(':focus'))
      .waitFor();
    await map.getByRole('button', { name: /Speak SMTP/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Speak SMTP' }).waitFor();
    await page.getByText('Good to know first:').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Step 2: Listen first' }).click();

    // A word of mail, explained where the lesson first says it.
    await page.getByRole('button', { name: 'Step 5' }).click();
    const term = page.locator('.term__word').first();
    await term.focus();
    await page.locator('.term__card').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.term__card').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Step 2: Listen first' }).click();
    await answer(page, 'I do. Whoever calls says what they want.', 'I’m sure');
    await page.getByText('Now try it, and see.').waitFor();
    await page.getByRole('button', { name: 'Leave this lesson' }).click();

    // It is on disk, not in the page.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByRole('button', { name: 'Lessons', exact: true }).click();
    await map.getByRole('button', { name: /Speak SMTP.*begun/ }).waitFor();
    await page.getByRole('button', { name: 'Five-minute review: 1 question' }).click();
    await page.getByText('Question 1 of 1').waitFor();
    await answer(page, 'The server.', 'I’m sure');
    await page.getByText('The 220 was there before you typed a thing.').waitFor();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('You knew 1 of 1 question.').waitFor();
    await page.getByRole('button', { name: 'Back to the lessons' }).last().click();

    await page.getByRole('button', { name: 'Concept test' }).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await answer(page, 'None. The line is text inside the letter.', 'Next');
    await page.getByText('Question 2 of 22').waitFor();
    await page.getByRole('button', { name: 'Stop for now' }).click();
    await page.getByRole('button', { name: 'Go on at question 2' }).click();
    for (let question = 2; question <= 22; question += 1) {
      await page.getByText(`Question ${question} of 22`).waitFor();
      await answer(page, 'I don’t know', question === 22 ? 'See what came of it' : 'Next');
    }
    await page.getByText('1 known, 0 believed otherwise, 21 not known').waitFor();
    await page.getByRole('button', { name: 'Back to the lessons' }).click();

    await page.getByText('Your progress').click();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByText('Your progress was put away on').waitFor();
    await map.getByRole('button', { name: /Speak SMTP.*not begun/ }).waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await map.getByRole('button', { name: /Speak SMTP.*begun/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});

async function answer(page: Page, option: string, how: string): Promise<void> {
  await page.getByRole('radio', { name: option }).check();
  await page.getByRole('button', { name: how, exact: true }).click();
}
