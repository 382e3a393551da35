// The first minute: the address opens, one click sends a letter, its dialogs appear hop by hop, and every header line
// has the colour of the server that wrote it. Then Ctrl-C, and nothing is left running.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp, startInVain } from './app.ts';

/** The light palette of the hosts on the way, as renderer/theme/tokens.css has it. */
const COLOURS: Readonly<Record<string, string>> = {
  'laptop.campus.example': 'rgb(86, 180, 233)',
  'submit.campus.example': 'rgb(0, 114, 178)',
  'relay.campus.example': 'rgb(0, 158, 115)',
  'mx1.harbor.example': 'rgb(122, 90, 184)',
  'mail.harbor.example': 'rgb(204, 121, 167)',
};
const SERVERS = Object.keys(COLOURS).slice(1);

describe.skipIf(missing('chromium'))('the first letter', () => {
  const shared = sharedApp();

  it('is sent by one click and arrives, coloured, under a strict policy', async () => {
    const { page, complaints } = await openPage(shared.browser);
    const response = await page.goto(shared.app.url);
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|nonce/);

    await page.getByRole('heading', { name: 'A small Internet, on this computer' }).waitFor();
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await announced(page, 'Delivered: “Greetings from campus.example” is in the mailbox of bob@harbor.example.');

    await expect
      .poll(() => dialogTitles(page))
      .toEqual([
        'laptop to submit, port 587',
        'submit to relay, port 25',
        'relay to mx1, port 25',
        'mx1 to mail, port 25',
      ]);
    const first = page.getByRole('log', { name: /laptop to submit/ });
    await expect.poll(() => first.getByText('MAIL FROM:<alice@campus.example>').count()).toBe(1);
    await expect.poll(() => first.getByText('TLS 1.3 starts.').count()).toBe(1);
    await expect.poll(() => first.innerText()).toContain('AUTH PLAIN ••••••••');

    await page.getByText('this letter is on its way to you').waitFor();
    const lines = await headerLines(page);
    expect(lines.filter((line) => line.name === 'Received').map((line) => line.writer)).toEqual(SERVERS.toReversed());
    expect(
      lines.filter((line) => line.name === 'Received').every((line) => line.text.includes(`by ${line.writer}`)),
    ).toBe(true);
    for (const line of lines) expect([line.name, line.stripe]).toEqual([line.name, COLOURS[line.writer]]);
    expect(new Set(lines.map((line) => line.stripe)).size).toBe(5);
    for (const line of lines) expect(line.mark, 'the mark has the colour of the stripe').toBe(line.stripe);
    expect(lines.map((line) => line.name)).toEqual(
      expect.arrayContaining(['Return-Path', 'From', 'To', 'Subject', 'Date']),
    );

    await first.getByText(/the letter, \d+ octets/).click();
    await first.getByText('Subject: Greetings from campus.example').waitFor();
    expect(complaints).toEqual([]);
  });

  it('is there again after a reload, and for a second screen', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('heading', { name: 'Greetings from campus.example' }).waitFor();
    await page.reload();
    await page.getByText('this letter is on its way to you').waitFor();
    await expect.poll(() => dialogTitles(page)).toHaveLength(4);
    expect(complaints).toEqual([]);
  });

  it('can be sent, read and left by keyboard alone', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).waitFor();
    await expect.poll(() => focused(page)).toBe('Send a letter and watch it travel');
    // At once, however little the page knows yet.
    await page.keyboard.press('Enter');
    await announced(page, /Delivered/);
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('Write your own');
    await page.keyboard.press('Enter');
    for (const field of ['From', 'To', 'Subject']) {
      await page.keyboard.press('Tab');
      await expect.poll(() => labelOfFocused(page)).toBe(field);
    }
    await page.keyboard.type('By hand');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Typed, not clicked.');
    for (const next of ['Attach files', 'Cc, Bcc, envelope', 'Send this letter']) {
      await page.keyboard.press('Tab');
      await expect.poll(() => focused(page)).toContain(next);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'By hand' }).waitFor();
    await page.locator('pre').getByText('Typed, not clicked.').waitFor();
    for (const next of ['See what will be sent', 'By hand']) {
      await page.keyboard.press('Tab');
      await expect.poll(() => focused(page)).toContain(next);
    }
    expect(complaints).toEqual([]);
  });

  it('says what to do when the token is wrong', async () => {
    const { page } = await openPage(shared.browser);
    await page.goto(shared.app.url.replace(/token=.*/, 'token=wrong'));
    await page.getByRole('alert').getByText('Open the one that npm start printed').waitFor();
  });

  it('keeps a second start off the same lab, in one sentence', async () => {
    const { said, code } = await startInVain(shared.app.dir);
    expect(said).toMatch(/^Posthorn can't start: the lab in .* is open in another Posthorn\. .*\n$/);
    expect(code).toBe(1);
  });

  it('ends with Ctrl-C, and nothing is left running', async () => {
    const { page } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByText('Running').waitFor();
    expect(await shared.app.interrupt()).toEqual({ code: 0, left: false });
    await page.getByRole('alert').getByText('Posthorn doesn’t answer.').waitFor();
  });
});

async function announced(page: Page, sentence: string | RegExp): Promise<void> {
  await page.getByRole('status').getByText(sentence).waitFor();
}

function dialogTitles(page: Page): Promise<string[]> {
  return page.getByRole('main').getByRole('heading', { level: 3 }).locator('.sr').allInnerTexts();
}

interface HeaderLine {
  name: string;
  writer: string;
  text: string;
  stripe: string;
  mark: string;
}

async function headerLines(page: Page): Promise<HeaderLine[]> {
  const items: Locator = page.getByRole('region', { name: 'Headers by hop' }).locator('li');
  return items.evaluateAll((elements) =>
    elements.map((element) => {
      const ring = element.querySelector('.mark__ring');
      return {
        name: element.getAttribute('data-field') ?? '',
        writer: element.getAttribute('data-writer') ?? '',
        text: element.textContent,
        stripe: getComputedStyle(element).borderLeftColor,
        mark: ring ? getComputedStyle(ring).stroke : '',
      };
    }),
  );
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function labelOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent ?? '');
}
