// The map and the sheet of a host, by mouse and by keyboard: a letter is seen arriving, greylisting is switched on at
// mx1, the next letter waits at relay with the reply it got, and lab time brings it through.

import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('the map', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];
  let map: Locator;

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.goto(shared.app.url);
    map = page.getByRole('region', { name: 'Map', exact: true });
  });

  it('shows the hosts, and a letter that travels', async () => {
    await map.getByRole('button', { name: 'mx1: takes mail from the world' }).waitFor();
    await expect.poll(() => map.getByRole('button', { name: /^\S+: / }).count()).toBe(12);
    await map.getByRole('button', { name: 'ns: name server' }).hover();
    await map.getByText('listens on 53 DNS').waitFor();

    await send(page);
    await map.getByText('In the mailbox of bob@harbor.example.').waitFor();
    const way = map.getByRole('list', { name: 'The way it went' }).getByRole('listitem');
    expect((await way.allInnerTexts()).map((text) => text.split(' ')[0])).toEqual([
      'laptop',
      'submit',
      'relay',
      'mx1',
      'mail',
    ]);
  });

  it('opens a host by keyboard, where a policy is switched, refused a wrong number, and set back', async () => {
    // From here on nothing needs to be slow: who asks for less motion sees each letter where it is.
    await page.emulateMedia({ reducedMotion: 'reduce' });

    // By keyboard: arrows from host to host, Enter opens, arrows between the tabs.
    await map.getByRole('button', { name: /^laptop:/ }).focus();
    await page.keyboard.press('PageUp');
    await map.getByRole('button', { name: 'Show the whole map' }).waitFor();
    await page.keyboard.press('Home');
    await map.getByRole('button', { name: 'Show the whole map' }).waitFor({ state: 'detached' });
    // On the way a link, which can be disturbed.
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => labelOfFocused(page)).toBe('Link from laptop to submit: no connection open, encrypted');
    await page.keyboard.press('Enter');
    const wire = page.getByRole('dialog', { name: 'Disturb the wire' });
    await expect
      .poll(() => wire.getByRole('combobox').evaluateAll(valuesOf))
      .toEqual(expect.arrayContaining(['laptop.campus.example', 'submit.campus.example']));
    await page.keyboard.press('Escape');
    await expect.poll(() => labelOfFocused(page)).toMatch(/^Link from laptop to submit/);
    await walk(page, /^mx1:/);
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'mx1.harbor.example' });
    await sheet.getByText('127.0.0.1:').waitFor();
    await expect.poll(() => focused(page)).toBe('Services');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toBe('Policies');
    const greylisting = sheet.getByRole('switch', { name: 'Ask strangers to come back' });
    await greylisting.waitFor();
    await page.keyboard.press('Tab');
    await greylisting.focus();
    await page.keyboard.press('Space');
    await sheet.getByText('was off, is on').waitFor();
    const delay = sheet.getByLabel('Come back after, in seconds');
    await delay.fill('-1');
    await delay.press('Enter');
    await sheet.getByRole('alert').getByText('/policies/greylisting/delay_s').waitFor();
    await delay.fill('120');
    await delay.press('Enter');
    await sheet.getByText('was 300, is 120').waitFor();
    await sheet.getByRole('button', { name: 'Undo' }).click();
    await sheet.getByText('was 120, is 300').waitFor();
    await expect.poll(() => delay.inputValue()).toBe('300');
    // Behind the sheet nothing of what has the keyboard can be seen: Escape takes the sheet away, and the keyboard stays.
    const behind = page.getByRole('complementary', { name: 'The letter' }).getByRole('button').first();
    await behind.focus();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await expect.poll(() => behind.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('shows the next letter waiting, with the reply it got, until lab time brings it through', async () => {
    await send(page);
    await map.getByText(/relay tries again at .* It was told: 450 4\.2\.0/).waitFor();
    const relay = map.getByRole('button', { name: 'relay: sends mail out, 1 letter in its queue' });
    await relay.click();
    const queue = page.getByRole('dialog', { name: 'relay.campus.example' });
    await queue.getByRole('tab', { name: 'Queue' }).click();
    const row = queue.getByRole('row').nth(1);
    await queue.getByText(/^450 4\.2\.0 .*Greylisted$/).waitFor();
    await expect.poll(() => row.innerText()).toMatch(/alice › bob\s+1\s+\d\d:\d\d:\d\d$/);
    // A postmaster's hand: held back, let go (and refused once more); deleting is asked twice.
    await queue.getByRole('button', { name: /^Hold back: / }).click();
    await row.getByText('held back').waitFor();
    await queue.getByRole('button', { name: /^Let go: / }).press('Enter');
    await queue.getByText(/is tried again\.$/).waitFor();
    await row.getByText('2', { exact: true }).waitFor();
    await queue.getByRole('button', { name: /^Delete: / }).click();
    await queue.getByRole('button', { name: /^Really delete / }).waitFor();
    await page.getByText('A postmaster let it go again at relay.').first().waitFor();
    await queue.getByRole('tab', { name: 'Log' }).click();
    await queue.getByLabel('Show lines that contain').fill('status=');
    await queue.getByText('status=deferred').first().waitFor();
    await page.getByRole('button', { name: 'Next event' }).click();
    // The log goes on by itself.
    await queue.getByText('status=sent').nth(1).waitFor();
    await map.getByText('In the mailbox of bob@harbor.example.').waitFor();
    await queue.getByRole('tab', { name: 'Queue' }).click();
    await queue.getByText('Nothing waits here.').waitFor();
    await queue.getByRole('button', { name: 'Close the sheet of this host' }).click();
    await expect.poll(() => focused(page)).toContain('relay');
  });

  it('leads to the file that the letter is', async () => {
    await openFiles(page, map);
    await page.getByRole('dialog').getByText('Subject: Greetings from campus.example').waitFor();
    expect(complaints).toEqual([]);
  });
});

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
}

/** Arrow keys, as one finds one's way: right until the name is there, else down or up. */
async function walk(page: Page, to: RegExp): Promise<void> {
  const seen = new Set<string>();
  for (const key of [...Array<string>(8).fill('ArrowRight'), 'ArrowUp', 'ArrowRight', 'ArrowUp']) {
    const label = await labelOfFocused(page);
    if (to.test(label)) return;
    seen.add(label);
    await page.keyboard.press(key);
  }
  if (!to.test(await labelOfFocused(page))) throw new Error(`not reached, only ${[...seen].join('; ')}`);
}

const valuesOf = (fields: Element[]) => fields.map((field) => (field as HTMLSelectElement).value);

/** Bob's letter, as the file that it is. */
async function openFiles(page: Page, map: Locator): Promise<void> {
  await map.getByRole('button', { name: /^mail:/ }).click();
  const sheet = page.getByRole('dialog', { name: 'mail.harbor.example' });
  await sheet.getByRole('tab', { name: 'Files' }).click();
  for (const part of ['mail/', 'bob@harbor.example/', 'new/']) await sheet.getByRole('button', { name: part }).click();
  await sheet
    .getByRole('button', { name: /,S=\d+/ })
    .first()
    .click();
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function labelOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}
