// A person reads what was said: asks a line what it means, by mouse and by keyboard alone, and leaves it again.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('reading a letter’s way', () => {
  const shared = sharedApp();

  it('explains the line of the recipient by click and by keyboard', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page
      .getByRole('status')
      .getByText(/^Delivered/)
      .waitFor();
    const log = page.getByRole('log', { name: /relay to mx1/ });
    await log.getByText('RCPT TO:<bob@harbor.example>').click();
    const about = page.getByRole('region', { name: 'About this line' });
    await about.getByText('forward-path').waitFor();
    const words = await about.innerText();
    expect(words).toContain('This address alone decides who gets the letter.');
    expect(words).toContain('mx1 said yes because it takes mail for harbor.example.');
    expect(words).toContain('RFC 5321 §4.1.1.3');
    await about.getByText('Parts and bytes').click();
    await about.getByText('forward-path: who gets it').waitFor();
    await expect
      .poll(() => about.getByLabel('Its bytes').innerText())
      .toMatch(/^52 43 50 54 20 54 4f 3a {2}RCPT TO:\n.*0d 0a/s);

    // The arrow keys walk on, and the explanation with them; Escape leaves it, and the keyboard stays at the line.
    await log.getByRole('button', { name: 'RCPT TO:<bob@harbor.example>' }).press('ArrowDown');
    await about.getByText('reply 250').waitFor();
    await about.getByText('Answers “RCPT TO:<bob@harbor.example>”.').waitFor();
    await expect.poll(() => focused(page)).toBe('250 2.1.5 Ok');
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('250 2.1.5 Ok');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await about.getByText('banner').waitFor();
    expect(complaints).toEqual([]);
  });

  it('leads from a header field to the lines that caused it, and back', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    const headers = page.getByRole('region', { name: 'Headers by hop' });
    const stamp = headers.locator('li[data-field="Received"][data-writer="submit.campus.example"]');
    await stamp.getByRole('button').click();
    await stamp.getByText('A postmark').waitFor();
    const log = page.getByRole('log', { name: /laptop to submit/ });
    await expect.poll(() => log.locator('.is-pointed').innerText()).toContain('EHLO laptop.campus.example');
    // ESMTPSA: S is the start of TLS, A the login.
    await stamp.getByRole('listitem').filter({ hasText: 'logged in' }).getByRole('button').click();
    await page.waitForFunction(() => document.querySelector('.line.is-pointed')?.textContent.includes('AUTH PLAIN'));
    await expect.poll(() => log.locator('.is-pointed').count()).toBe(1);

    // Back: the line that is pointed at marks the field that it went into.
    const last = page.getByRole('log', { name: /mx1 to mail/ });
    await last.getByRole('button', { name: /^MAIL FROM/ }).click();
    await headers.locator('li[data-field="Return-Path"].is-pointed').waitFor();
    await expect.poll(() => headers.locator('li.is-pointed').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('shows the letter grow hop by hop, and moves the trust line by answer and by key', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    const headers = page.getByRole('region', { name: 'Headers by hop' });
    const hops = headers.getByRole('slider', { name: 'The letter after each hop' });
    await hops.press('Home');
    await expect.poll(() => hops.getAttribute('aria-valuetext')).toBe('as laptop wrote it');
    await expect.poll(() => headers.locator('li[data-field="Received"]').count()).toBe(0);
    await hops.press('ArrowRight');
    await expect.poll(() => hops.getAttribute('aria-valuetext')).toBe('after submit');
    await expect.poll(() => headers.locator('li.is-added').innerText()).toMatch(/new:\s*Received: from laptop/);
    await hops.press('End');

    const line = headers.getByRole('slider', { name: 'Trust line' });
    await expect
      .poll(() => line.getAttribute('aria-valuetext'))
      .toBe('You trust mail and mx1. from here down, anyone could have written it');
    const relayed = headers.locator('li[data-field="Received"][data-writer="relay.campus.example"]');
    await expect.poll(() => relayed.innerText()).toContain('their word');
    await line.press('ArrowDown');
    await expect.poll(() => relayed.innerText()).toContain('witnessed');
    await headers.getByLabel('Whose servers do you trust?').selectOption({ label: 'nobody’s' });
    await expect.poll(() => line.getAttribute('aria-valuenow')).toBe('0');
    expect(complaints).toEqual([]);
  });

  it('shows what an eavesdropper sees: the name in the handshake, then ciphertext', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    const tap = page.getByRole('button', { name: 'See what an eavesdropper sees' });
    await tap.click();
    const tapped = page.getByRole('group', { name: /What an eavesdropper sees of laptop to submit/ });
    await tapped.getByText('ClientHello, readable: wants submit.campus.example').waitFor();
    const words = await tapped.innerText();
    expect(words).toContain('STARTTLS');
    expect(words).toMatch(/octets of ciphertext/);
    expect(words).not.toMatch(/MAIL FROM|AUTH PLAIN/);
    await tap.click();
    await page.getByRole('log', { name: /laptop to submit/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('remarks on a slip beside the line, and shows a forged From as claimed below the trust line', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Shell on visitor' }).click();
    await page.locator('.xterm-rows > div').filter({ hasText: 'visitor$' }).first().waitFor();
    await page.locator('.xterm :focus').waitFor();
    const said = page.getByRole('log', { name: 'What was said in the shell' });
    for (const [typed, answer] of FORGERY) {
      await paste(page, `${typed}\n`);
      if (answer) await said.locator('div').filter({ hasText: answer }).first().waitFor({ state: 'attached' });
    }
    await page.keyboard.press('Control+Backquote');
    await page.getByRole('button', { name: /^You failed/ }).click();
    const talk = page.getByRole('log', { name: /visitor to mx1/ });
    const remark = talk.getByText('The address in “MAIL FROM: dean@campus.example” stands bare.');
    await remark.waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: 'You failed' }).waitFor();
    const headers = page.getByRole('region', { name: 'Headers by hop' });
    const from = headers.locator('li[data-field="From"].is-below');
    await expect.poll(() => from.innerText()).toContain('claimed');
    const stamp = headers.locator('li[data-writer="mx1.harbor.example"]');
    await expect.poll(() => stamp.evaluate((element) => element.classList.contains('is-below'))).toBe(false);
    await page.getByText('A recipient on the envelope isn’t named in the letter').waitFor();
    const peer = page
      .getByRole('region', { name: 'Who says that?' })
      .getByRole('row', { name: /address of the client/ });
    await expect.poll(() => peer.innerText()).toContain('198.51.100.77');
    const beside = talk.getByRole('paragraph').filter({ hasText: 'stands bare' });
    await beside.getByRole('button', { name: 'Put this remark away' }).click();
    await remark.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});

/** A line at once: typed key by key it is the shell's own test. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** Lines said at a shell outside, and what mx1 answers. */
const FORGERY: readonly (readonly [string, RegExp?])[] = [
  ['telnet mx1 25', /^220 mx1/m],
  ['EHLO visitor.example', /^250 SMTPUTF8/m],
  ['MAIL FROM: dean@campus.example', /^501/m],
  ['MAIL FROM:<someone@visitor.example>', /^250 2\.1\.0/m],
  ['RCPT TO:<bob@harbor.example>', /^250 2\.1\.5/m],
  ['DATA', /^354/m],
  ['From: The Dean <dean@campus.example>'],
  ['To: carol@harbor.example'],
  ['Subject: You failed'],
  [''],
  ['All of it.'],
  ['.', /^250 2\.0\.0/m],
  ['QUIT', /^221/m],
];

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}
