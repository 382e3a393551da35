// Who writes a lesson sees it in the app as they save it: a mistake with its line, then the mended step.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { lessonTemplate } from '../../lessons/template.ts';
import { missing } from '../support/programs.ts';
import { temporaryDir } from '../support/temporary-dir.ts';
import { openBrowser, openPage, startApp } from './app.ts';

test.skipIf(missing('chromium'))('a lesson that is being written reads anew whenever it is saved', async () => {
  const folder = join(temporaryDir(), '30-mine');
  const file = join(folder, 'lesson.md');
  mkdirSync(folder);
  writeFileSync(file, lessonTemplate('mine', 30));
  const [app, browser] = await Promise.all([startApp('--lesson', file), openBrowser()]);
  try {
    const { page, complaints } = await openPage(browser);
    await page.goto(app.url);
    await page.getByRole('heading', { name: 'Listen first' }).waitFor();
    const note = page.getByRole('region', { name: 'The lesson you are writing' });
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('goal:', 'gaol:'));
    await note.getByText(/^lesson\.md:\d+: gaol: .*Did you mean "goal"\?$/).waitFor();
    writeFileSync(file, text.replace('## Listen first', '## Wait, then listen'));
    await page.getByRole('heading', { name: 'Wait, then listen' }).waitFor();
    await note.getByRole('listitem').first().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    app.dispose();
  }
});
