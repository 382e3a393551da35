// Giving a letter's dialogs away: as packets that tshark reads, as letters, as a transcript.

import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('an export', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page.getByText('In the mailbox of bob').first().waitFor();
  });

  /** The file that is saved as `format`; its name, too. */
  async function saved(format: string): Promise<{ name: string; path: string }> {
    await page.keyboard.press('e');
    await page.getByRole('radio', { name: new RegExp(format) }).check();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    await page.getByRole('dialog', { name: 'Export' }).waitFor({ state: 'detached' });
    return { name: file.suggestedFilename(), path: await file.path() };
  }

  it.skipIf(missing('tshark'))(
    'has every hop in packets: addresses, names, the letter, and what TLS hides',
    async () => {
      const { name, path } = await saved('Packets for Wireshark');
      expect(name).toMatch(/^Greetings from campus\.example .*\.pcapng$/);
      const read = async (filter: string, ...fields: string[]) => {
        const wanted = ['-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
        const { stdout } = await runProgram(programPath('tshark'), ['-N', 'n', '-r', path, '-Y', filter, ...wanted]);
        return stdout.toString().trim().split('\n');
      };
      expect(await read('imf', 'ip.src_host', 'ip.dst_host', 'imf.subject')).toEqual([
        'laptop.campus.example\tsubmit.campus.example\tGreetings from campus.example',
        'submit.campus.example\trelay.campus.example\tGreetings from campus.example',
        'relay.campus.example\tmx1.harbor.example\tGreetings from campus.example',
        'mx1.harbor.example\tmail.harbor.example\tGreetings from campus.example',
      ]);
      expect(await read('smtp.req.command == "RCPT"', 'ip.src', 'ip.dst', 'smtp.req.parameter')).toEqual([
        '192.0.2.10\t192.0.2.25\tTO:<bob@harbor.example>',
        '192.0.2.25\t192.0.2.26\tTO:<bob@harbor.example>',
        '192.0.2.26\t203.0.113.25\tTO:<bob@harbor.example>',
        '203.0.113.25\t10.20.0.5\tTO:<bob@harbor.example>',
      ]);
      // Said after STARTTLS, and readable with the keys in the file.
      expect(await read('smtp.req && tls', 'smtp.req.command')).toEqual([
        'EHLO',
        'AUTH',
        'MAIL',
        'RCPT',
        'DATA',
        'QUIT',
      ]);
    },
  );

  it('has the letter after every hop, longer each time', async () => {
    const { path } = await saved('The letter after every hop');
    const files = Object.entries(unzipSync(new Uint8Array(await readFile(path))));
    expect(files.map(([name]) => name)).toEqual([
      '1 laptop to submit.eml',
      '2 submit to relay.eml',
      '3 relay to mx1.eml',
      '4 mx1 to mail.eml',
      '5 in the mailbox of bob@harbor.example.eml',
    ]);
    const lengths = files.map(([, octets]) => octets.length);
    expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
  });

  it('has every line in a transcript, without the password', async () => {
    const { path } = await saved('Transcript as text');
    const text = await readFile(path, 'utf8');
    expect(text).toContain('C: RCPT TO:<bob@harbor.example>');
    expect(text).toContain('S: 354 ');
    expect(text).toMatch(/C: AUTH PLAIN \u2022+/);
    expect(complaints).toEqual([]);
  });

  it('has the ladder as a drawing and as a picture', async () => {
    await page.keyboard.press('d');
    const sheet = page.getByRole('dialog', { name: 'The way as a ladder' });
    const file = async (button: string) => {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        sheet.getByRole('button', { name: button }).click(),
      ]);
      return readFile(await saved.path());
    };
    const drawing = (await file('Save as SVG')).toString();
    expect(drawing).toContain('RCPT TO:&lt;bob@harbor.example&gt;');
    expect(drawing).not.toContain('var(--');
    expect((await file('Save as PNG')).subarray(1, 4).toString()).toBe('PNG');
    await sheet.getByText('RCPT TO:<bob@harbor.example>').last().click();
    await page.getByRole('region', { name: 'About this line' }).getByText('forward-path').waitFor();
    expect(complaints).toEqual([]);
  });
});
