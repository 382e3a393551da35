// Challenges as somebody takes them: a number typed in, a wrong finding that stays unsaid, the right one, and another lab, in
// which the shell has its seat again. For marks the number is the student's, and nothing says what is right.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { seedOf } from '../../contract/hand-in.ts';
import { challengeCalled, challengeId } from '../../lessons/challenges/index.ts';
import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('challenges', () => {
  const shared = sharedApp();

  it('are made by a number, and say only that they are solved', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await challengesOf(page, shared.app.url);
    await page.getByLabel('Number').fill('12.5');
    await page.getByText('A whole number from 0 to').waitFor();
    await page.getByLabel('Number').fill('4711');
    await page.getByRole('button', { name: 'Begin: Who carries for strangers?' }).click();
    await page.getByText('Challenge, number 4711').waitFor();
    await page.getByText('Making the lab ready').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('button', { name: /Hint|Type it for me/ }).count()).toBe(0);
    const { host, id, otherId, target } = namesOf('open-relay', 4711);
    await page.getByLabel('It is').selectOption(otherId);
    await page.locator('.shell__terminal:visible').first().click();
    const lines = [
      `telnet ${host} 25`,
      'HELO visitor.example',
      'MAIL FROM:<me@visitor.example>',
      `RCPT TO:<${target}>`,
    ];
    await page.keyboard.type(lines.map((line) => `${line}\n`).join(''));
    await expect.poll(() => page.locator('.goal--met').count()).toBe(1);
    await page.getByLabel('It is').selectOption(id);
    await page.getByText('Solved.').waitFor();

    await page.getByRole('button', { name: 'All challenges' }).click();
    await page.getByText('solved', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Begin: Who forged these?' }).click();
    // Somebody has typed in the lab that is left.
    await page.getByRole('button', { name: 'Open that lab' }).click();
    const log = page.getByRole('log', { name: 'What was said in the shell' });
    await log.getByText('The lab was opened anew: this is a new shell.').waitFor({ state: 'attached' });
    expect(complaints).toEqual([]);
  });

  it('for marks have the student’s number, and nothing says what is right', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Lessons', exact: true }).click();
    await page.getByText('Hand in an exercise').click();
    await page.getByLabel('Your student number').fill('s1');
    await page.getByLabel('Name of the exercise').fill('exam');
    await page.keyboard.press('Enter');
    await page.getByText('The lab of s1 for exam is open.').waitFor();
    await page.getByRole('textbox', { name: 'Question' }).fill('1a');
    await page.getByRole('textbox', { name: 'Answer' }).fill('587');
    await page.keyboard.press('Enter');
    await page.getByText('1a: 587').waitFor();
    const seed = seedOf({ student: 's1', exercise: 'exam' });
    await page.getByRole('button', { name: 'Challenges' }).click();
    await page.getByText(`the number is yours: ${seed}`).waitFor();
    await page.getByRole('button', { name: 'Begin: Who carries for strangers?' }).click();
    await page.getByText(`For marks, number ${seed}`).waitFor();
    await page.getByText('Making the lab ready').waitFor({ state: 'detached' });
    await page.getByLabel('It is').selectOption(namesOf('open-relay', seed).id);
    await page.getByText('It is marked when you hand the file in.').waitFor();
    await expect.poll(() => page.locator('.goal--met').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

async function challengesOf(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await page.getByRole('button', { name: 'Challenges' }).click();
}

function namesOf(kind: string, seed: number) {
  const {
    host = '',
    id = '',
    otherId = '',
    target = '',
  } = challengeCalled(challengeId(kind, seed, false))?.head.cast[0] ?? {};
  return { host, id, otherId, target };
}
