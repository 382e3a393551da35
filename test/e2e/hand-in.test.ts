// A student's exercise: a number that is none is told, the lab of one's own opens, and its run is a file that says whose it
// is, is sealed, and holds no password. Counterpart: renderer/course/hand-in-panel.tsx; mark/ reads the file.

import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { handInSchema, seedOf } from '../../contract/hand-in.ts';
import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('an exercise', () => {
  const shared = sharedApp();

  it('is begun in a lab of one’s own, and handed in as a file', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).waitFor();
    await page.getByRole('button', { name: 'Lessons' }).first().click();
    await page.getByText('Hand in an exercise').click();
    await page.getByLabel('Your student number').fill('s12345');
    await page.getByLabel('Name of the exercise').fill('week 3');
    await page.keyboard.press('Enter');
    await page.getByText('make a name, 40 at most').waitFor();
    await page.getByLabel('Name of the exercise').fill('week-3');
    await page.keyboard.press('Enter');
    await page.getByText('The lab of s12345 for week-3 is open.').waitFor();
    await page.getByText('It holds no passwords and no keys').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the file to hand in' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('week-3-s12345-two-domains.posthorn');
    const entries = unzipSync(readFileSync(await saved.path()));
    const student = { student: 's12345', exercise: 'week-3' };
    expect(handInSchema.parse(JSON.parse(strFromU8(entries['hand-in.json'] ?? new Uint8Array(0))))).toMatchObject(
      student,
    );
    const { seed } = JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array(0))) as { seed: number };
    expect(seed).toBe(seedOf(student));
    expect(Object.keys(entries)).toContain('seal.json');
    const whole = Object.values(entries).map((octets) => Buffer.from(octets).toString('latin1'));
    expect(whole.join('\n')).not.toContain('wonderland');
    expect(complaints).toEqual([]);
  });
});
