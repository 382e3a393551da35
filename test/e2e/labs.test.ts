// A person's labs: a new one, back to the first with its mail, a copy, renamed, deleted and taken back; and a report for
// when something broke. Counterpart: renderer/labs/, renderer/report/.

import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

const EMPTY = 'A small Internet, on this computer';

describe.skipIf(missing('chromium'))('labs', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.goto(shared.app.url);
  });

  const sheet = () => page.getByRole('dialog', { name: 'Your labs' });
  const act = (name: string) => sheet().getByRole('button', { name, exact: true }).click();
  const openSheet = async () => {
    await page.getByRole('button', { name: 'Labs', exact: true }).click();
    await sheet().getByText('open now').waitFor();
  };

  it('begin with one; a new one is empty, and the first still has its letter', async () => {
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page.getByText('this letter is on its way to you').waitFor();
    await openSheet();
    await sheet().getByLabel('New lab').fill('Exam <1>');
    await act('Create and open');
    await page.getByRole('heading', { name: EMPTY }).waitFor();
    await openSheet();
    await act('Open Two domains');
    await page.getByText('this letter is on its way to you').waitFor();
  });

  it('are copied, renamed, deleted and taken back', async () => {
    await openSheet();
    await act('Duplicate Two domains');
    await act('Rename Copy of Two domains');
    await sheet().getByLabel('Name of Copy of Two domains').fill('Before the exam');
    await page.keyboard.press('Enter');
    await sheet().getByText('Before the exam').waitFor();
    await act('Delete Exam <1>');
    await act('Really delete? Exam <1>');
    await sheet().getByText('“Exam <1>” is in the trash.').waitFor();
    await sheet().getByRole('button', { name: 'Open Exam <1>' }).waitFor({ state: 'detached' });
    await act('Take it back');
    await sheet().getByRole('button', { name: 'Open Exam <1>' }).waitFor();
    await act('Open Before the exam');
    await page.getByText('this letter is on its way to you').waitFor();
    expect(complaints).toEqual([]);
  });

  it('a second screen follows to the lab that is opened', async () => {
    const second = await openPage(shared.browser);
    await second.page.goto(shared.app.url);
    await second.page.getByRole('heading', { name: 'Greetings from campus.example' }).waitFor();
    await openSheet();
    await act('Open Exam <1>');
    await second.page.getByRole('heading', { name: EMPTY }).waitFor();
    await second.page.close();
  });

  it('a report says what is in it, and holds no secret', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('report');
    await page.keyboard.press('Enter');
    const report = page.getByRole('dialog', { name: 'Something broke? Save a report' });
    await report.getByText('It never holds passwords').waitFor();
    const download = page.waitForEvent('download');
    await report.getByRole('button', { name: 'Save the report' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^posthorn-report .*\.zip$/);
    const entries = unzipSync(readFileSync(await saved.path()));
    const text = strFromU8(entries['report.json'] ?? new Uint8Array());
    expect(JSON.parse(text)).toMatchObject({ engine: { state: 'live' }, errors: [], session: 'session.posthorn' });
    expect(text).not.toContain(new URL(shared.app.url).hash.slice('#token='.length));
    expect(Object.keys(unzipSync(entries['session.posthorn'] ?? new Uint8Array()))).toContain('events/000000.ndjson');
    expect(complaints).toEqual([]);
  });
});
