// Into a lesson from the course's map, as a person goes. Counterpart: renderer/course/.

import type { Page } from 'playwright-core';

/** From the rail: choose the lesson, then begin it or go on. */
export async function takeLesson(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await page.getByRole('list', { name: 'Lessons' }).getByRole('button', { name: title }).click();
  await page.getByRole('button', { name: /^(Begin|Go on)/ }).click();
}
