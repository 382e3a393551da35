// A person at a host outside: opens the shell by its key, speaks SMTP to mx1 by hand, hands over a letter with a forged
// From, and sees it arrive, with the forged line marked as claimed by the one who typed it.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

/** Where to leave pictures, for somebody who wants to look at them. */
const PICTURES = process.env['POSTHORN_PICTURES'];

const DIALOG = [
  ['EHLO visitor.example', /^250 /m],
  ['MAIL FROM:<dean@campus.example>', /^250 2\.1\.0/m],
  ['RCPT TO:<bob@harbor.example>', /^250 2\.1\.5/m],
  ['DATA', /^354 /m],
] as const;

const LETTER = [
  'From: The Dean <dean@campus.example>',
  'To: bob@harbor.example',
  'Subject: Typed by hand',
  '',
  'All exams are passed.',
];

describe.skipIf(missing('chromium'))('the shell', () => {
  const shared = sharedApp();

  it('takes a letter typed by hand to its reader, by keyboard alone', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Shell on visitor' }).waitFor();
    await picture(page, 'closed');
    await page.keyboard.press('Control+Backquote');
    await screenShows(page, 'Try: telnet mx1 25');
    await screenShows(page, 'visitor$');
    await page.locator('.xterm :focus').waitFor();

    // A slip, mended: left, and a letter put in.
    await page.keyboard.type('telnt mx1 2');
    for (let left = 0; left < 'mx1 2'.length + 2; left += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('e');
    await page.keyboard.press('End');
    await page.keyboard.type('55');
    await page.keyboard.press('Backspace');
    await screenShows(page, 'visitor$ telnet mx1 25');
    await page.keyboard.press('Enter');
    await logShows(page, /^220 mx1\.harbor\.example/m);
    await logShows(page, /^visitor\$ telnet mx1 25$/m);
    for (const [line, answer] of DIALOG) {
      await page.keyboard.type(`${line}\n`);
      await logShows(page, answer);
    }
    for (const line of LETTER) await page.keyboard.type(`${line}\n`);
    await picture(page, 'dialog');
    await page.keyboard.type('.\n');
    await logShows(page, /^250 2\.0\.0/m);
    await page.getByRole('status').getByText('Delivered: “Typed by hand” is in the mailbox of bob@harbor').waitFor();
    await page.keyboard.type('QUIT\n');
    await logShows(page, /Connection closed by foreign host\.$/m);

    await page.getByRole('button', { name: /^Typed by hand/ }).waitFor();
    await page.getByRole('heading', { name: 'Typed by hand' }).waitFor();
    const from = page.getByRole('region', { name: 'Headers by hop' }).locator('li[data-field="From"]');
    await expect.poll(() => from.getAttribute('data-writer')).toBe('visitor.example');
    await expect.poll(() => from.innerText()).toContain('claimed');
    await picture(page, 'delivered');
    await page.emulateMedia({ colorScheme: 'dark' });
    await screenShows(page, 'QUIT');
    await picture(page, 'delivered-dark');

    await expect.poll(() => colourOf(page, '250 2.0.0')).toBe(await variable(page, '--server'));
    await page.keyboard.press('Control+Backquote');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('ShellVion visitor');
    expect(complaints).toEqual([]);
  });

  it('completes, recalls, interrupts, takes several lines at once, and lets the keyboard go', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Shell on visitor' }).click();
    await screenShows(page, 'visitor$');
    await page.locator('.xterm :focus').waitFor();
    await page.keyboard.type('hostn');
    await page.keyboard.press('Tab');
    await screenShows(page, 'visitor$ hostname ');
    await page.keyboard.press('Enter');
    await logShows(page, /^visitor\.example$/m);
    await page.keyboard.type('nonsense');
    await page.keyboard.press('Control+C');
    await logShows(page, /^visitor\$ nonsense\^C$/m);
    await page.keyboard.press('ArrowUp');
    await screenShows(page, 'visitor$ hostname');
    await page.keyboard.press('Control+U');

    await paste(page, 'nc mx1 25\nEHLO visitor.example\nQUIT\n');
    await logShows(page, /^221 /m);
    await logShows(page, /^EHLO visitor\.example$/m);
    await page.keyboard.press('Control+L');
    await page.waitForFunction(() => !document.querySelector('.xterm-rows')?.textContent?.includes('EHLO'));

    await page.getByRole('combobox', { name: 'You sit at' }).selectOption('mx1.harbor.example');
    await screenShows(page, 'mx1$');
    await page.getByRole('button', { name: 'Shell on mx1' }).waitFor();
    await page.keyboard.press('Control+D');
    await logShows(page, /^This shell has ended\. Press Enter for a new one\.$/m);
    await page.keyboard.press('Enter');
    await screenShows(page, 'mx1$');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.shell__terminal') === null))
      .toBe(true);
    expect(complaints).toEqual([]);
  });
});

async function screenShows(page: Page, words: string): Promise<void> {
  const rows = page.locator('.xterm-rows > div').filter({ hasText: words });
  await rows.first().waitFor();
}

async function logShows(page: Page, words: RegExp): Promise<void> {
  const log = page.getByRole('log', { name: 'What was said in the shell' });
  await log.locator('div').filter({ hasText: words }).first().waitFor({ state: 'attached' });
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

function colourOf(page: Page, words: string): Promise<string | undefined> {
  return page.evaluate((wanted) => {
    const spans = [...document.querySelectorAll('.xterm-rows span')];
    const span = spans.find((one) => one.textContent.includes(wanted));
    return span && getComputedStyle(span).color;
  }, words);
}

function variable(page: Page, name: string): Promise<string> {
  return page.evaluate((wanted) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = `var(${wanted})`;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
