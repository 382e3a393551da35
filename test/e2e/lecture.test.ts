// A whole lecture by key presses, with a rescue in the middle, followed by three browsers; and a follower that tries to give a
// command.

import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { Listener } from '../support/listener.ts';
import { openPage, sharedApp } from './app.ts';

const shared = sharedApp();

describe('a lecture', () => {
  it('is played by key presses, and followed by three browsers to the same end', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Lecture', exact: true }).click();
    const { origin, code } = await openDoors(page);

    const followers = await Promise.all([0, 1, 2].map(() => openPage(shared.browser)));
    for (const { page: one } of followers) {
      await one.emulateMedia({ reducedMotion: 'reduce' });
      await one.goto(origin);
      await one.getByLabel('Code from the wall').fill(code);
      await one.keyboard.press('Enter');
      await one.getByText('The lecture begins in a moment').waitFor();
    }

    await page.getByRole('radio', { name: /Who may relay/ }).check();
    await page.getByRole('radio', { name: '5 minutes', exact: true }).check();
    await page.getByRole('button', { name: 'Begin the lecture' }).click();
    await isReady(page, 0);

    // The first scene: the hall is asked, two answer, one changes their mind.
    await page.keyboard.press('PageDown');
    const [first, second, third] = followers.map((one) => one.page) as [Page, Page, Page];
    await first.getByLabel('250, it is a relay after all').check();
    await first.getByLabel('554, relay access denied').check();
    await second.getByLabel('250, it is a relay after all').check();
    await page.getByText('2 answers so far').waitFor();
    await expect.poll(() => third.locator('.chart').count()).toBe(0);
    await page.keyboard.press('Shift+V');
    for (const one of [page, first, third]) {
      await one.locator('.chart__option--right').getByText('1 (50 %)').waitFor();
    }
    await page.keyboard.press('PageDown');
    await isReady(page, 2);
    await first.getByText('554 5.7.1').first().waitFor();

    // In the middle something goes wrong: the scene begins anew.
    await page.keyboard.press('r');
    await isReady(page, 0);
    for (const beat of [1, 2, 3]) {
      await page.keyboard.press('PageDown');
      await isReady(page, beat);
    }
    // On to the end: every press is a beat or a scene.
    for (const beats of [1, 3]) {
      await page.keyboard.press('PageDown');
      await isReady(page, 0);
      for (let beat = 1; beat <= beats; beat += 1) {
        await page.keyboard.press('PageDown');
        await isReady(page, beat);
      }
    }

    await page.locator('.map__outcome').getByText('In the mailbox of bob@harbor.example').waitFor();
    const all = [page, first, second, third];
    await expect.poll(() => Promise.all(all.map(endOf))).toSatisfy(areSame);
    await expect.poll(() => endOf(third)).toMatchObject({ title: 'Alice at home', panels: ['bench__map'] });
    await page.keyboard.press('b');
    await third.getByText('Look at the presenter').waitFor();
    await page.keyboard.press('b');

    // A follower that gives a command is refused, and the presenter reads of it.
    const rude = await Listener.inside(origin, code);
    rude.say({ kind: 'command', lab: 'main', id: 1, command: 'lab.reset', args: {} });
    expect(await rude.closed).toBe(1008);
    await expect.poll(() => Promise.all(all.map(endOf))).toSatisfy(areSame);
    await page.keyboard.press('Shift+Q');
    await page.getByRole('list', { name: 'Refused' }).getByText('command lab.reset').waitFor();
    await first.getByText('The lecture begins in a moment').waitFor();
    await page.getByRole('button', { name: 'Close the doors' }).click();
    await second.getByText('The presenter has closed the doors').waitFor();
    expect([complaints, ...followers.map((one) => one.complaints)]).toEqual([[], [], [], []]);
  });
});

describe('a presenter', () => {
  it('has own names, notes in a window of their own, hands that were counted, a recording, and finds all of it again', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(shared.app.url);
    await page.getByRole('button', { name: 'Lecture', exact: true }).click();
    const { origin, code } = await openDoors(page);
    const { page: follower } = await openPage(shared.browser);
    await follower.emulateMedia({ reducedMotion: 'reduce' });
    await follower.goto(`${origin}/#${code}`);

    await page.getByRole('radio', { name: /Who may relay/ }).check();
    await page.getByRole('radio', { name: '5 minutes', exact: true }).check();
    await page.getByPlaceholder('campus').fill('nordstadt');
    await page.getByPlaceholder('harbor').fill('Museum!');
    await page.getByText('harbor: must be letters, digits and hyphens').waitFor();
    await page.getByPlaceholder('harbor').fill('museum');
    const printed = page.waitForEvent('download');
    await page.getByRole('button', { name: 'A page to print' }).click();
    const handout = readFileSync(await (await printed).path(), 'utf8');
    expect(handout).toContain('museum.example');
    expect(handout).not.toContain('harbor.example');
    await page.getByRole('button', { name: 'Check all scenes' }).click();
    await page.getByText('All scenes do what they promise.').waitFor();

    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Notes in a second window' }).click();
    const notes = await opened;
    await notes.getByText('Nothing is on the stage.').waitFor();
    await page.getByRole('button', { name: 'Begin the lecture' }).click();
    await isReady(page, 0);
    await notes.getByText('Asks the hall.').waitFor();
    await notes.keyboard.press('PageDown');
    await isReady(page, 1);
    const hands = page.locator('.vote__hands input');
    await hands.nth(0).fill('3');
    await hands.nth(1).fill('5');
    // A remote control's one key shows what was counted, and then goes on.
    await notes.getByText('Shows how the hall answered.').waitFor();
    await notes.keyboard.press('PageDown');
    for (const one of [page, follower]) await one.locator('.chart').getByText('5 (63 %)').waitFor();

    await page.keyboard.press('l');
    await page.getByText('A recording. L: the lab again.').waitFor();
    for (const one of [page, follower]) await one.getByText('554 5.7.1').first().waitFor();
    await expect.poll(() => Promise.all([page, follower].map(endOf))).toSatisfy(areSame);
    await page.keyboard.press('l');
    await page.locator('.xterm').waitFor();

    await page.reload();
    await isReady(page, 1);
    await page.locator('.chart').getByText('5 (63 %)').waitFor();
    await expect.poll(() => Promise.all([page, follower].map(endOf))).toSatisfy(areSame);
    await page.keyboard.press('Shift+Q');
    await notes.getByText('Nothing is on the stage.').waitFor();
    await page.getByRole('button', { name: 'Close the doors' }).click();
    await follower.getByText('The presenter has closed the doors').waitFor();
    expect(complaints).toEqual([]);
  });
});

/** It has been worked out everywhere, and is one. */
function areSame(ends: readonly End[]): boolean {
  return ends[0]?.state !== undefined && new Set(ends.map((end) => JSON.stringify(end))).size === 1;
}
type End = Awaited<ReturnType<typeof endOf>>;

/** Bound to this computer alone; what the presenter reads of it. */
async function openDoors(page: Page): Promise<{ origin: string; code: string }> {
  await page.getByLabel('Address of this computer').selectOption('127.0.0.1');
  await page.getByLabel('Port').fill('0');
  await page.getByRole('button', { name: 'Let followers in' }).click();
  await page.locator('.hall__code').waitFor();
  return {
    origin: (await page.locator('.hall__origin').textContent()) ?? '',
    code: (await page.locator('.hall__code').textContent()) ?? '',
  };
}

async function isReady(page: Page, beat: number): Promise<void> {
  await page
    .locator('.stage-bar__state')
    .filter({ hasText: new RegExp(`^Ready\\. ${beat} of`) })
    .waitFor();
}

/** What a page shows in the end: the state of the lab that it has folded, and what stands on its stage. */
function endOf(page: Page) {
  return page.evaluate(() => ({
    state: document.querySelector<HTMLElement>('.stage-head')?.dataset['state'],
    title: document.querySelector('.stage-head__scene')?.textContent,
    panels: [...document.querySelectorAll('.bench__map, .bench__dialogs, .bench__letter, .app__timeline')].map(
      ({ className }) => className,
    ),
    outcome: document.querySelector('.map__outcome')?.textContent,
  }));
}
