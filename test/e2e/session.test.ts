// A session goes out of one Posthorn and into another: saved, everything stopped, shown without mail servers; picked or
// dropped in a running app, and closed again. Counterpart: renderer/session/, web/session-file.ts.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readSession } from '../../contract/session/read-session.ts';
import { SessionFile } from '../../contract/session/session-file.ts';
import { deflation } from '../../engine/deflation.ts';
import { stateHash } from '../../contract/fold/hash.ts';
import { missing } from '../support/programs.ts';
import { openBrowser, openPage, type RunningApp, startApp } from './app.ts';
import { VIEWS } from './views.ts';

const SEND = 'Send a letter and watch it travel';
const READ_ONLY = 'Everything can be looked at, nothing changed.';

describe.skipIf(missing('chromium'))('a session', () => {
  const dir = mkdtempSync(join(tmpdir(), 'posthorn-session-'));
  const file = join(dir, 'first.posthorn');
  const apps: RunningApp[] = [];
  let browser: Browser;
  let seen: string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    for (const app of apps) app.dispose();
    rmSync(dir, { recursive: true, force: true });
  });

  async function start(...args: string[]): Promise<RunningApp> {
    const app = await startApp(...args);
    apps.push(app);
    return app;
  }

  it('is saved to a file, and Posthorn is stopped', async () => {
    const app = await start();
    const { page, complaints } = await openPage(browser);
    await page.goto(app.url);
    await page.getByRole('button', { name: SEND }).click();
    await page
      .getByRole('status')
      .getByText(/Delivered/)
      .waitFor();
    await page.getByText('this letter is on its way to you').waitFor();
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^two-domains \d{4}-\d\d-\d\d \d{4}\.posthorn$/);
    await saved.saveAs(file);
    seen = await headerLines(page);
    expect(seen.length).toBeGreaterThan(8);
    expect(complaints).toEqual([]);
    await page.close();
    expect(await app.interrupt()).toEqual({ code: 0, left: false });
    // What is read folds to the state that was saved.
    const opened = await SessionFile.open(readFileSync(file), deflation);
    const { state } = await readSession(opened, { pause: () => Promise.resolve() });
    expect(stateHash(state)).toBe(opened.manifest.hash);
  });

  it('is shown without mail servers: the same headers, the same text, and nothing can be sent', async () => {
    const app = await start('--session', file);
    const { page, complaints } = await openPage(browser);
    await page.goto(app.url);
    await page.getByRole('status').getByText(READ_ONLY).waitFor();
    await page.getByText('opened from first.posthorn').waitFor();
    await page.getByText('this letter is on its way to you').waitFor();
    await expect.poll(() => headerLines(page)).toEqual(seen);
    const first = page.getByRole('log', { name: /laptop to submit/ });
    await expect.poll(() => first.innerText()).toContain('AUTH PLAIN ••••••••');
    await page.getByText('no server is there to send another').waitFor();
    await expect.poll(() => page.getByRole('button', { name: SEND }).count()).toBe(0);
    const inbox = page.getByRole('navigation').getByRole('button', { name: 'Inbox' });
    await expect.poll(() => inbox.isDisabled()).toBe(true);
    await expect.poll(() => inbox.getAttribute('title')).toContain('no mail server to read mail from');
    await expect.poll(() => page.getByRole('button', { name: 'Close the session' }).count()).toBe(0);

    // Every view works, or says what it needs.
    const walked = VIEWS.filter(({ name }) => WITHOUT_SERVERS.has(name));
    expect(walked).toHaveLength(WITHOUT_SERVERS.size);
    for (const view of walked) {
      await page.reload();
      await view.show(page);
    }
    await page.reload();
    await page.getByText('this letter is on its way to you').waitFor();
    for (const [place, words] of NEEDY_PLACES) {
      await page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();
      await page.getByText(words).first().waitFor();
    }
    await page.getByRole('navigation').getByRole('button', { name: 'Lab', exact: true }).click();
    await page.getByRole('button', { name: /^relay: / }).click();
    const host = page.getByRole('dialog', { name: /^relay\./ });
    for (const tab of ['Policies', 'Routes', 'Tables', 'Queue', 'Files']) {
      await host.getByRole('tab', { name: tab }).click();
      await host.getByText('This is a saved session').first().waitFor();
    }
    await page.keyboard.press('Escape');

    // It can't be played again, but laid beside another one.
    await page.keyboard.press('f');
    await page.getByText('A saved session has no mail servers that could play it again.').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose the other run' }).click();
    await (await chooser).setFiles(file);
    await page.getByText('No line differs').waitFor();
    await page.getByText('The letter fared the same in both.').waitFor();
    expect(complaints).toEqual([]);
    await app.interrupt();
  }, 180_000);

  it('is picked in a running app by button and by key, closed, and a file that is none is refused with a sentence', async () => {
    const app = await start();
    const { page, complaints } = await openPage(browser);
    await page.goto(app.url);
    // As long as somebody listens the test is asked, and not the system: a key is pressed faster than that is arranged.
    page.on('filechooser', () => undefined);
    await page.getByText('Running').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Labs', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open session' }).click();
    await (await chooser).setFiles(file);
    await page.getByText('opened from first.posthorn').waitFor();
    await page.getByText('this letter is on its way to you').waitFor();
    await expect.poll(() => headerLines(page)).toEqual(seen);
    await page.getByRole('button', { name: 'Close the session' }).click();
    await page.getByRole('heading', { name: 'A small Internet, on this computer' }).waitFor();
    await page.getByText('Running').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    const asked = page.waitForEvent('filechooser');
    await page.keyboard.press('o');
    await (await asked).setFiles(file);
    await page.getByText('opened from first.posthorn').waitFor();
    await page.getByRole('button', { name: 'Close the session' }).click();
    await page.getByText('Running').waitFor();

    await drop(page, 'holiday.posthorn', 'sun and sea');
    await page.getByRole('alert').getByText('holiday.posthorn isn’t a Posthorn session.').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => page.getByRole('alert').getByText('holiday').count()).toBe(0);
    // The live lab goes on.
    await page.getByRole('button', { name: SEND }).click();
    await page.getByText('this letter is on its way to you').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says at once when the file named on the command line can’t be shown', async () => {
    const broken = join(dir, 'broken.posthorn');
    writeFileSync(broken, 'PK\x03\x04 and nothing more');
    const app = await start('--session', broken);
    const { page } = await openPage(browser);
    await page.goto(app.url);
    await page.getByRole('alert').getByText('broken.posthorn is damaged').waitFor();
  });
});

/** Views (views.ts) that show something of the lab, and are whole in a session. */
const WITHOUT_SERVERS: ReadonlySet<string> = new Set([
  ...['delivered', 'lessons', 'tools', 'states', 'ladder', 'reference', 'export', 'find'],
  ...['explanation', 'unfolded', 'eavesdropper', 'signs', 'past'],
]);

/** Places that need mail servers, and how they say so. */
const NEEDY_PLACES = [
  ['Senders', 'This is a saved session'],
  ['Defences', 'The experiment needs the mail servers.'],
] as const;

async function headerLines(page: Page): Promise<string[]> {
  return page.getByRole('region', { name: 'Headers by hop' }).locator('li').allInnerTexts();
}

/** Drops a file on the window, as a person would from a file manager. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      return transfer;
    },
    [name, content] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.getByText('Drop a session or a letter here to open it').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}
