// Bob finds Alice's letter in his Inbox, reads it, answers it, deletes and keeps it; she finds his answer in hers. All of
// it over IMAP, whose dialog can be looked at. Counterpart: renderer/inbox/, engine/inbox/.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openBrowser, openPage, type RunningApp, startApp } from './app.ts';

describe.skipIf(missing('chromium'))('the Inbox', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
    ({ page, complaints } = await openPage(browser));
    await page.goto(app.url);
  });

  afterAll(async () => {
    await browser.close();
    app.dispose();
  });

  const rows = (address: string) => page.getByRole('list', { name: `Letters of ${address}` }).getByRole('listitem');
  const go = (place: string) => page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();

  it('is empty at first, and says what to do', async () => {
    await go('Inbox');
    await page.getByText('No mail yet. Go to Lab and send a letter').waitFor();
    expect(await page.getByLabel('Whose mail').inputValue()).toBe('bob@harbor.example');
  });

  it('shows a letter that arrives while it is open, unread; reading shows it twice and marks it', async () => {
    await page.keyboard.press('s');
    const row = rows('bob@harbor.example').first();
    await row.getByText('Greetings from campus.example').waitFor();
    await row.getByText('unread').waitFor();
    await row.getByRole('button').click();
    const letter = page.getByRole('region', { name: 'Letter' });
    const shown = letter.getByRole('article').first();
    await shown.getByRole('heading', { name: 'Greetings from campus.example' }).waitFor();
    expect(await shown.innerText()).toContain('this letter is on its way to you');
    const disk = await letter.getByRole('article').last().innerText();
    expect(disk.split('\n').filter((line) => line.startsWith('Received:'))).toHaveLength(4);
    await row.getByText('unread').waitFor({ state: 'detached' });
  });

  it('deletes with a way back', async () => {
    const row = rows('bob@harbor.example').first();
    await page.getByRole('button', { name: 'Delete' }).click();
    await row.getByText('marked as deleted').waitFor();
    await row.getByRole('button', { name: 'Undo' }).click();
    await row.getByText('marked as deleted').waitFor({ state: 'detached' });
  });

  it('answers: the form is filled, the answer travels, and the letter says so', async () => {
    await rows('bob@harbor.example').first().getByRole('button').click();
    await page.getByRole('button', { name: 'Reply' }).click();
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('bob@harbor.example');
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('alice@campus.example');
    expect(await page.getByLabel('Subject').inputValue()).toBe('Re: Greetings from campus.example');
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toContain(
      '> this letter is on its way to you.',
    );
    await page.getByRole('button', { name: 'Send this letter' }).click();
    await page.getByRole('status').getByText('Delivered: “Re: Greetings').waitFor();
    await go('Inbox');
    await rows('bob@harbor.example').first().getByText('answered').waitFor();
    await page.getByLabel('Whose mail').selectOption('alice@campus.example');
    await rows('alice@campus.example').first().getByText('Re: Greetings from campus.example').waitFor();
  });

  it('leads to the IMAP dialog, in which the password is dots', async () => {
    await page.getByRole('button', { name: 'See the IMAP dialog' }).click();
    const dialog = page.getByRole('log', { name: /laptop to relay, port 993/ });
    await dialog.getByText('SELECT INBOX', { exact: false }).first().waitFor();
    expect(await dialog.innerText()).toMatch(/(LOGIN|AUTHENTICATE)[\s\S]*••••••••/);
    expect(await dialog.innerText()).not.toContain('wonderland');
    expect(complaints).toEqual([]);
  });

  it('sends a letter whose envelope says something else', async () => {
    await page.getByText('Cc, Bcc, envelope').click();
    await page.getByLabel('From', { exact: true }).selectOption('alice@campus.example');
    await page.getByLabel('To', { exact: true }).fill('carol@harbor.example');
    await page.getByLabel('Subject').fill('To Carol, it says');
    await page.getByLabel('Let the envelope differ').check();
    await page.getByLabel('RCPT TO (envelope)').fill('bob@harbor.example');
    await page.getByRole('button', { name: 'Send this letter' }).click();
    await page.getByRole('status').getByText('“To Carol, it says” is in the mailbox of bob@harbor.example.').waitFor();
    expect(complaints).toEqual([]);
  });
});
