// A lesson beside its bench: only the panels that the step names, the others one press away; a letter written in the
// lesson's own column, a prediction for which the reply waits, a report read and questions answered.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';
import { takeLesson } from './take-lesson.ts';

describe.skipIf(missing('chromium'))('the lesson “Queues, retries, bounces”', () => {
  const shared = sharedApp();

  it('shows what the step needs, and has a report taken apart', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await takeLesson(page, /Queues, retries, bounces/);
    await page.getByRole('button', { name: /^Step \d: Take a report apart/ }).click();
    await page.getByRole('heading', { name: /Take a report apart/ }).waitFor();

    await page.getByRole('region', { name: 'Timeline' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('complementary', { name: 'The letter' }).count()).toBe(0);
    const folded = page.getByRole('region', { name: 'Not needed for this step' });
    await expect.poll(() => folded.getByRole('button').allInnerTexts()).toEqual(['Shell', 'Letter', 'Timeline']);
    await folded.getByRole('button', { name: 'Timeline' }).click();
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    await folded.getByRole('button', { name: 'Timeline', expanded: true }).click();
    await page.getByRole('region', { name: 'Timeline' }).waitFor({ state: 'detached' });

    const act = await page.locator('.lesson__act').innerText();
    const nobody = /\w+@harbor\.example/.exec(act)?.[0] ?? '';
    await page.getByText('Write a letter', { exact: true }).click();
    await page.getByRole('textbox', { name: 'To', exact: true }).fill(nobody);
    await page.getByRole('button', { name: 'Send this letter' }).click();
    await page.getByText('Its reply waits for your prediction.').waitFor();
    await page.getByRole('radio', { name: 'mx1, which refuses.' }).check();
    await page.getByRole('button', { name: 'I’m sure' }).click();

    await answer(page, 'Which host wrote the report?', 'mx1.harbor.example');
    await page.getByRole('log').getByText('It has never seen the letter').waitFor();
    await answer(page, 'Which host wrote the report?', 'relay.campus.example');
    await answer(page, 'Which host said no?', 'mx1');
    await answer(page, 'Which status, in numbers with dots?', '5.1.1');
    await page.getByLabel('What is wrong?').selectOption({ label: 'The address is wrong' });
    await page.getByLabel('What should Alice do?').selectOption({ label: 'Correct the address, send again' });
    await page.getByRole('status').getByText('That is the whole step.').waitFor();
    // What is right is told at the end of the step.
    await page.getByText('It never had the letter, so it had nothing to give back.').waitFor();

    await page.getByRole('button', { name: 'Leave this lesson' }).click();
    await page.getByRole('heading', { name: 'Lessons' }).waitFor();
    await page.getByRole('button', { name: 'Lab', exact: true }).click();
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    await page.getByRole('complementary', { name: 'The letter' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

async function answer(page: Page, question: string, said: string): Promise<void> {
  await page.getByLabel(question).fill(said);
  await page.getByLabel(question).press('Enter');
}
