// The screen takes a server's decisions apart: SPF term by term, DMARC as two comparisons, and the session as its filters
// saw it.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('decisions taken apart', () => {
  const shared = sharedApp();

  it('SPF by button and by key, DMARC as two comparisons, filters at their phases', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await publish(
      page,
      'update add campus.example 60 TXT "v=spf1 a:submit.campus.example a:relay.campus.example -all"',
    );
    await page.keyboard.type('update add _dmarc.campus.example 60 TXT "v=DMARC1; p=reject"\nsend\nquit\n');
    await switchOn(page, ['Check SPF', 'Check DMARC', 'Mark subjects']);
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
    await page
      .getByRole('status')
      .getByText(/^Delivered/)
      .waitFor();

    const checks = page.getByRole('region', { name: 'Is it who it says it is?' });
    await checks.getByText('SPF pass').click();
    const steps = checks.getByRole('group', { name: 'SPF, term by term' });
    await steps.getByText('Term 1 of 2').waitFor();
    await steps.getByText('A submit.campus.example: 192.0.2.25').waitFor();
    await steps.getByRole('button', { name: 'Forward' }).click();
    await steps.getByText('Term 2 of 2').waitFor();
    await steps.getByText('2 of 10').waitFor();
    await steps.getByRole('button', { name: 'Back' }).press('ArrowLeft');
    await steps.getByText('Term 1 of 2').waitFor();
    await checks.getByText('DMARC pass').click();
    const compared = checks.getByRole('table', { name: /^Compared with the domain in From/ });
    await compared.getByRole('row', { name: /SPF campus\.example relaxed = aligned/ }).waitFor();
    await compared.getByRole('row', { name: /DKIM nothing/ }).waitFor();

    const sheet = await policiesOf(page);
    await sheet.getByText('As filters see a session').click();
    const phases = sheet.getByRole('region', { name: 'Filters and their answers, phase by phase' });
    await phases.getByRole('button', { name: 'change Subject' }).click();
    await sheet.getByText('It put [EXTERN] before the subject.').waitFor();
    expect(complaints).toEqual([]);
  });
});

/** A record in the zone, as an administrator puts it there; the shell is left in nsupdate. */
async function publish(page: Page, line: string): Promise<void> {
  await page.getByRole('button', { name: 'Shell on visitor' }).waitFor();
  await page.keyboard.press('Control+Backquote');
  const log = page.getByRole('log', { name: 'What was said in the shell' });
  await log.getByText('Try: telnet mx1 25').waitFor();
  // What is typed before the keyboard is there goes nowhere.
  await page.locator('.xterm :focus').waitFor();
  await page.locator('.xterm-rows > div').filter({ hasText: 'visitor$' }).first().waitFor();
  await page.keyboard.type('ssh ns\nnsupdate\n');
  await page.keyboard.type(`${line}\n`);
}

async function policiesOf(page: Page) {
  await page.getByRole('button', { name: /^mx1: / }).click();
  const sheet = page.getByRole('dialog', { name: /^mx1\./ });
  await sheet.getByRole('tab', { name: 'Policies' }).click();
  return sheet;
}

async function switchOn(page: Page, labels: readonly string[]): Promise<void> {
  const sheet = await policiesOf(page);
  for (const label of labels) {
    await sheet.getByRole('switch', { name: label }).click();
    await sheet.getByRole('status').getByText(`${label}: was off, is on.`).waitFor();
  }
  await page.keyboard.press('Escape');
}
