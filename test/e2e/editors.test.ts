// What hosts and zones hold, changed on the screen as a person does it, and what comes of it: an SPF record, an alias, a
// blocklist that dies, a host that somebody adds. Counterpart: renderer/zone/, renderer/tables/, renderer/topology/.

import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('editors', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.goto(shared.app.url);
  });

  const host = (name: string) => page.getByRole('dialog', { name });
  const open = async (mark: string, tab: string) => {
    await page.getByRole('button', { name: new RegExp(`^${mark}:`) }).click();
    await page.getByRole('tab', { name: tab }).click();
  };
  const send = () => page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
  const switchOn = async (policy: string) => {
    await open('mx1', 'Policies');
    await host('mx1.harbor.example')
      .getByRole('group', { name: policy, exact: true })
      .getByRole('switch')
      .first()
      .click();
    await host('mx1.harbor.example').getByText('was off, is on').waitFor();
    await page.keyboard.press('Escape');
  };
  /** By the palette, with the keyboard alone. */
  const zone = async (name: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('edit zone');
    await page.keyboard.press('Enter');
    const sheet = host('ns.example');
    await sheet.getByRole('combobox', { name: 'Zone', exact: true }).selectOption(name);
    return sheet;
  };
  const refused = (words: RegExp) =>
    page
      .getByRole('log', { name: /relay to mx1/ })
      .getByText(words)
      .last();

  it('an SPF record is judged while one types, and counts when the old answer has expired', async () => {
    await switchOn('SPF');
    await send();
    await page
      .getByRole('status')
      .getByText(/Delivered/)
      .waitFor();
    const sheet = await zone('campus.example');
    await sheet.getByRole('button', { name: 'Add a record' }).click();
    await sheet.getByRole('textbox', { name: 'Text' }).fill('v=spf1 ipv4:192.0.2.99 -all');
    await sheet.getByText('“ipv4:192.0.2.99” is no term of SPF').waitFor();
    // What is half typed stays when the lab goes on meanwhile.
    await send();
    await page.getByText('2 letters').waitFor();
    await sheet.getByRole('textbox', { name: 'Text' }).fill('v=spf1 ip4:192.0.2.99 -all');
    await sheet.getByText('Everybody else fails (-all)').waitFor();
    await page.keyboard.press('Enter');
    await sheet.getByText('Serial 1 became 2.').waitFor();
    const old = sheet.getByRole('row', { name: /mx1 TXT campus\.example/ });
    await old.getByText('Old:').waitFor();
    await page.getByRole('button', { name: '+10 min' }).click();
    await old.waitFor({ state: 'detached' });
    await send();
    await refused(/SPF fail/).waitFor();
    await sheet.getByRole('button', { name: 'Undo' }).click();
    await sheet.getByText('Serial 3.').waitFor();
    await page.keyboard.press('Escape');
  });

  it('a blocklist that dies keeps everybody out, and lives again by one press', async () => {
    await switchOn('Blocklists (DNSBL)');
    const sheet = await zone('dnsbl.example');
    await sheet.getByText('It is asked by mx1.').waitFor();
    await sheet.getByRole('switch', { name: 'This list is dead: it lists everybody' }).click();
    await sheet.getByText('dnsbl.example lists everybody now.').waitFor();
    await send();
    await refused(/blocked using dnsbl\.example/).waitFor();
    await sheet.getByRole('button', { name: 'Undo' }).click();
    await sheet.getByRole('switch', { name: 'This list is dead: it lists everybody', checked: false }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('an alias is changed, and the test of an address follows', async () => {
    await open('relay', 'Tables');
    const sheet = host('relay.campus.example');
    await sheet.getByRole('textbox', { name: 'Address' }).fill('postmaster@campus.example');
    await page.keyboard.press('Enter');
    const way = sheet.getByRole('list', { name: 'The way of the address through the tables' });
    await way.getByText('is a mailbox here').waitFor();
    await sheet.getByRole('button', { name: /^Change: postmaster/ }).click();
    const result = sheet.getByRole('textbox', { name: 'What it says' });
    await result.fill('/etc/passwd');
    await sheet.getByText('“/etc/passwd” must be an address').waitFor();
    await result.fill('bob@harbor.example');
    await page.keyboard.press('Enter');
    await way.getByText('MX of harbor.example').waitFor();
    await sheet.getByRole('button', { name: 'Undo' }).click();
    await way.getByText('is a mailbox here').waitFor();
    await page.keyboard.press('Escape');
  });

  it('a copy of the lab gets another host as data, and opens', async () => {
    await page.getByRole('button', { name: 'Labs', exact: true }).click();
    await page
      .getByRole('button', { name: /^As data/ })
      .first()
      .click();
    const text = page.getByRole('textbox', { name: 'The lab as text (JSON)' });
    const before = await text.inputValue();
    const guest = { name: 'guest.example', label: 'Gu', address: '198.51.100.78', organisation: 'internet' };
    const added = JSON.stringify({ ...guest, colour: 'visitor', kind: 'end', resolver: '198.51.100.53' });
    await text.fill(before.replace('"hosts": [', `"hosts": [${added.replace('internet', 'internett')},`));
    await page.getByText('Did you mean “internet”?').waitFor();
    // Closing the sheet loses nothing.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Labs', exact: true }).click();
    await page
      .getByRole('button', { name: /^As data/ })
      .first()
      .click();
    await page.getByText('Did you mean “internet”?').waitFor();
    await text.fill(before.replace('"hosts": [', `"hosts": [${added},`));
    await page.getByRole('button', { name: 'Make a lab of it' }).click();
    await page.getByText('13 hosts ·').waitFor();
    await page.getByRole('button', { name: /^guest:/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
