// Bob finds Alice's letter in his Inbox, reads it, answers it, deletes and keeps it; she finds his answer in hers. All of
// it over IMAP, whose dialog can be looked at. Counterpart: renderer/inbox/, engine/inbox/.

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('the Inbox', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.goto(shared.app.url);
  });

  const rows = (address: string) => page.getByRole('list', { name: `Letters of ${address}` }).getByRole('listitem');
  const go = (place: string) => page.getByRole('navigation').getByRole('button', { name: place, exact: true }).click();

  it('is empty at first, and says what to do', async () => {
    await go('Inbox');
    await page.getByText('No mail yet. Write a letter to this address').waitFor();
    await expect.poll(() => page.getByLabel('Whose mail').inputValue()).toBe('bob@harbor.example');
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
    await expect.poll(() => shown.innerText()).toContain('this letter is on its way to you');
    const disk = await letter.getByRole('article').last().innerText();
    expect(disk.split('\n').filter((line) => line.startsWith('Received:'))).toHaveLength(4);
    await row.getByText('unread').waitFor({ state: 'detached' });
  });

  it('deletes with a way back', async () => {
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('1 letter is now in Trash.').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await rows('bob@harbor.example').first().getByText('Greetings from campus.example').waitFor();
  });

  it('marks as deleted where one wants IMAP’s own way, and takes it back', async () => {
    await page.getByRole('button', { name: 'How mail is read' }).click();
    await page.getByRole('radio', { name: 'marks, as IMAP means it' }).check();
    await page.keyboard.press('Escape');
    const row = rows('bob@harbor.example').first();
    await row.getByRole('button').first().click();
    await page.keyboard.press('#');
    await row.getByText('marked as deleted').waitFor();
    await row.getByRole('button', { name: 'Undo' }).click();
    await row.getByText('marked as deleted').waitFor({ state: 'detached' });
  });

  it('answers: the form is filled, the answer travels, a copy lies in Sent, and the letter says so', async () => {
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    const form = page.getByRole('region', { name: 'Write your own' });
    await expect.poll(() => form.getByLabel('From', { exact: true }).inputValue()).toBe('bob@harbor.example');
    await expect.poll(() => form.getByLabel('To', { exact: true }).inputValue()).toBe('alice@campus.example');
    await expect.poll(() => form.getByLabel('Subject').inputValue()).toBe('Re: Greetings from campus.example');
    await expect
      .poll(() => form.getByRole('textbox', { name: 'Text' }).inputValue())
      .toContain('> this letter is on its way to you.');
    await form.getByRole('button', { name: 'Send this letter' }).click();
    await page.getByRole('status').getByText('Delivered: “Re: Greetings').waitFor();
    await page.getByText('A copy lies in Sent.').waitFor();
    await rows('bob@harbor.example').first().getByText('answered').waitFor();
    await page.getByLabel('Whose mail').selectOption('alice@campus.example');
    await rows('alice@campus.example').first().getByText('Re: Greetings from campus.example').waitFor();
  });

  it('leads to the IMAP dialog, in which the password is dots', async () => {
    await page.getByRole('button', { name: 'See the IMAP dialog' }).click();
    const dialog = page.getByRole('log', { name: /laptop to relay, port 993/ });
    await dialog.getByText('SELECT INBOX', { exact: false }).first().waitFor();
    await expect.poll(() => dialog.innerText()).toMatch(/(LOGIN|AUTHENTICATE)[\s\S]*••••••••/);
    await expect.poll(() => dialog.innerText()).not.toContain('wonderland');
    expect(complaints).toEqual([]);
  });

  it('sends a letter whose envelope says something else', async () => {
    await page.getByText('Write your own').click();
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
