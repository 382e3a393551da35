// Bob's mail program whole: a hostile letter under lock, folders, junk, search, an answer with a file, and the same mail
// over POP3. Counterpart: renderer/inbox/, renderer/mime/. Rule: no request leaves this computer's own server.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

const BOB = 'bob@harbor.example';

const HOSTILE = [
  'Subject: =?koi8-r?B?8NLJ18XU?= and a sale',
  'From: Sale <sale@shop.example>',
  `To: ${BOB}`,
  'Content-Type: multipart/mixed; boundary=outer',
  '',
  '--outer',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<h1 onclick="parent.document.title=1">Sale!</h1><style>*{color:red}</style>',
  '<p style="color:red">See <a href="https://tracker.example/bob">www.bank.example</a></p>',
  '<img src="https://tracker.example/pixel.gif" onerror="parent.document.title=2">',
  '<script>parent.document.title = "owned"; fetch("https://tracker.example/")</script>',
  '<iframe src="https://tracker.example/frame"></iframe><link rel="stylesheet" href="https://tracker.example/a.css">',
  '<svg><script href="https://tracker.example/x.js"></script></svg><meta http-equiv="refresh" content="0;https://tracker.example/">',
  '--outer',
  "Content-Disposition: attachment; filename*=utf-8''bill%E2%80%AEfdp.exe",
  'Content-Transfer-Encoding: base64',
  '',
  'TVqQAAMAAAAEAAAA',
  '--outer--',
  '',
].join('\r\n');

describe.skipIf(missing('chromium'))('the mail program', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];
  const strangers: string[] = [];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    const { origin } = new URL(shared.app.url);
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)) strangers.push(url);
    });
    await page.goto(shared.app.url);
  });

  const rows = () => page.getByRole('list', { name: `Letters of ${BOB}` }).getByRole('listitem');
  const folders = () => page.getByRole('list', { name: 'Folders' });
  const letter = () => page.getByRole('region', { name: 'Letter', exact: true });

  it('shows a letter whose file somebody put there, and its HTML under lock', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Inbox', exact: true }).click();
    await page.getByText('No mail yet.').waitFor();
    writeFileSync(join(maildirOf(shared.app.dir), 'new', '1795300000.M1.shop'), HOSTILE);
    await rows().getByText('Привет and a sale').click();
    const shown = letter().getByRole('article').first();
    await shown.getByText('Shown as HTML, locked').waitFor();
    await shown.getByText(/Left out: \d+ scripts, 2 pictures, 1 frame, and \d style sheets?\./).waitFor();
    await shown.getByText('would have told tracker.example').waitFor();
    const frame = page.frameLocator('iframe[title="The letter as HTML"]');
    await expect
      .poll(() => frame.locator('body').innerText())
      .toContain('www.bank.example [https://tracker.example/bob]');
    await expect
      .poll(() => frame.locator('script, img, iframe, link, style, a[href], [style], [onclick]').count())
      .toBe(0);
    await expect.poll(() => page.locator('iframe').getAttribute('sandbox')).toBe('');
    await shown.getByText('It is saved as billfdp.exe.unsafe').waitFor();
    expect(await page.title()).toContain('Posthorn');
    expect(strangers).toEqual([]);
  });

  it('takes a letter apart: a part, its octets, and one of them', async () => {
    await page.getByLabel('Beside it').selectOption('parts');
    await letter()
      .getByRole('button', { name: /^2 text.plain base64/ })
      .click();
    await letter().getByText('Decoded from base64').waitFor();
    const octets = letter().getByRole('group', { name: /Octets and what they say/ });
    await octets.focus();
    await page.keyboard.press('ArrowRight');
    await letter()
      .getByText(/octet \d[\d,]*: 56 {2}V/)
      .waitFor();
  });

  it('makes a folder, moves letters by keyboard, junk with a way back, and searches on the server', async () => {
    await page.getByRole('button', { name: 'New folder' }).click();
    await page.getByLabel('Name of the new folder').fill('Shops');
    await page.keyboard.press('Enter');
    await folders()
      .getByRole('button', { name: /^Shops/ })
      .waitFor();
    await rows().getByText('Привет and a sale').click();
    await page.keyboard.press('v');
    await page.getByRole('dialog', { name: 'Move 1 letter to' }).getByLabel('Folder', { exact: true }).fill('sho');
    await page.keyboard.press('Enter');
    await page.getByText('1 letter is now in Shops.').waitFor();
    await page.keyboard.press('y');
    await rows().getByText('Привет and a sale').click();
    await page.getByRole('button', { name: 'Junk', exact: true }).first().click();
    await page.getByText('1 letter is now in Junk.').waitFor();
    await folders().getByRole('button', { name: 'Junk' }).click();
    await rows().getByText('Привет and a sale').waitFor();
    await page.getByLabel('Search in this folder').fill('hat');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing fits.').waitFor();
    await page.getByText(/UID SEARCH TEXT "?hat"?/).waitFor();
    await page.getByLabel('Search in this folder').fill('Sale!');
    await page.keyboard.press('Enter');
    await rows().getByText('Привет and a sale').waitFor();
  });

  it('answers with a file: what will be sent can be seen, and arrives as it was', async () => {
    await folders()
      .getByRole('button', { name: /^Inbox/ })
      .click();
    await page.keyboard.press('b');
    await page.keyboard.press('s');
    await page
      .getByRole('status')
      .getByText(/^Delivered/)
      .waitFor();
    await page.keyboard.press('i');
    await rows().getByText('Greetings from campus.example').click();
    await letter().getByText('this letter is on its way').first().waitFor();
    await page.keyboard.press('Shift+R');
    const form = page.getByRole('region', { name: 'Write your own' });
    const chooser = page.waitForEvent('filechooser');
    await form.getByRole('button', { name: 'Attach files' }).click();
    await (await chooser).setFiles({ name: 'grüße.txt', mimeType: 'text/plain', buffer: Buffer.from('A file.') });
    await form.getByRole('button', { name: 'See what will be sent' }).click();
    await form.getByText("filename*0*=utf-8''gr%C3%BC%C3%9Fe.txt").waitFor();
    // Another letter is looked at meanwhile; what was begun is still there.
    await rows().getByText('Greetings from campus.example').click();
    await page.getByRole('button', { name: 'Go on with the letter you began' }).click();
    await form.getByRole('button', { name: 'Send this letter' }).click();
    await page.getByText('A copy lies in Sent.').waitFor();
    await page.getByLabel('Whose mail').selectOption('alice@campus.example');
    await page.getByRole('list', { name: 'Letters of alice@campus.example' }).getByText('Re: Greetings').click();
    await letter().getByText('grüße.txt').first().waitFor();
    const saved = page.waitForEvent('download');
    await letter().getByRole('button', { name: 'Save grüße.txt' }).click();
    expect((await saved).suggestedFilename()).toBe('grüße.txt');
  });

  it('reads the same mail over POP3: a deletion is a mark until the session ends', async () => {
    await page.getByLabel('Whose mail').selectOption(BOB);
    await page.getByRole('button', { name: 'How mail is read' }).click();
    await page.getByRole('radio', { name: 'POP3' }).check();
    await page.keyboard.press('Escape');
    await page.getByText('POP3 knows this one mailbox.').waitFor();
    await rows().getByText('Greetings from campus.example').click();
    await letter().getByText('this letter is on its way').first().waitFor();
    await page.keyboard.press('#');
    await rows().first().getByText('marked as deleted').waitFor();
    await page.getByRole('button', { name: 'See the POP3 dialog' }).click();
    const dialog = page.getByRole('log', { name: /desk to mail, port 995/ });
    await dialog.getByText('DELE 1').first().waitFor();
    // Leaving the place ended the session: QUIT, and the letter is gone.
    await dialog.getByText('Logging out, messages deleted.').waitFor();
    await page.keyboard.press('i');
    await page.getByText('No mail yet.').waitFor();
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** Bob's own directory on the server that keeps his mail. */
function maildirOf(dir: string, depth = 0): string {
  for (const entry of readdirSync(dir, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    const path = join(dir, entry.name);
    if (entry.name.includes('bob') && existsSync(join(path, 'new'))) return path;
    const found = depth < 5 ? maildirOf(path, depth + 1) : '';
    if (found !== '') return found;
  }
  return '';
}
