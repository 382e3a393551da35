// Lessons 1, 6, 12 and 14 as somebody takes them who gets things wrong: letters written, lines typed into the shell, answers
// given, two mistakes in each, and what is said to them. Counterpart: test/lessons plays every step of all lessons without a
// screen.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';
import { takeLesson } from './take-lesson.ts';

describe.skipIf(missing('chromium'))('a learner', () => {
  const shared = sharedApp();

  /** Opens a lesson at a step, ends it without a complaint of the page. */
  const inLesson = async (title: RegExp, step: string, journey: (page: Page) => Promise<void>) => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await takeLesson(page, title);
    await page.getByRole('button', { name: new RegExp(`^Step \\d+: ${step}`) }).click();
    await page.getByRole('heading', { name: new RegExp(step) }).waitFor();
    await ready(page);
    await journey(page);
    await page.getByRole('status').getByText('That is the whole step.').waitFor();
    await page.getByRole('button', { name: 'Leave this lesson' }).click();
    await page.context().close();
    expect(complaints).toEqual([]);
  };

  it('counts the servers of lesson 1, and finds out where a letter waits', () =>
    inLesson(/^1\W+One letter, six programs/, 'Watch one go by', async (page) => {
      const to = await addressIn(page);
      await writeTo(page, to);
      await predict(page, `In ${nameOf(to)}'s mailbox.`);
      await page.getByText('That one has promised to see to the rest.').waitFor();
      await answer(page, 'How many servers had the letter?', '6');
      await remarked(page, 'You counted the computers that people sit at, too.');
      await answer(page, 'How many servers had the letter?', '2');
      await remarked(page, 'There were more.');
      await answer(page, 'How many servers had the letter?', '4');
      await page.getByRole('button', { name: 'Next', exact: true }).click();

      await page.getByRole('heading', { name: /The last one sleeps/ }).waitFor();
      await ready(page);
      await sitAt(page, 'mail.harbor.example');
      await type(page, 'mail', 'service postfix stop');
      await writeTo(page, to);
      await predict(page, 'At mx1, right before the closed door.');
      await page.getByRole('status').getByText('Done: The letter had to wait at mx1.').waitFor();
      await type(page, 'mail', 'service postfix start');
      await type(page, 'mail', 'clock +5m');
    }));

  it('reads the Received lines of lesson 6 the wrong way round first', () =>
    inLesson(/^6\W+Read the Received lines/, 'Who wrote which line', async (page) => {
      await writeTo(page, await addressIn(page));
      await predict(page, 'The laptop, where it began.');
      await page.getByLabel('The top line was written by:').selectOption('submit');
      await remarked(page, 'The newest line is on top.');
      await page.getByLabel('The lowest:').selectOption('laptop');
      await remarked(page, 'The laptop is a client.');
      for (const [asked, host] of [
        ['The top line was written by:', 'mail'],
        ['The one below it:', 'mx1'],
        ['The third:', 'relay'],
        ['The lowest:', 'submit'],
      ] as const) {
        await page.getByLabel(asked).selectOption(host);
      }
      await page.getByText('Each server writes on top of what it got').waitFor();
    }));

  it('knocks at the greylist of lesson 12, at the wrong door and too briefly', () =>
    inLesson(/^12\W+Greylisting/, 'A stranger at the door', async (page) => {
      const [to = '', from = ''] = await addressesIn(page);
      await predict(page, '5xx. Strangers are blocked.');
      await call(page, [`MAIL FROM:<${from}>`, 'RCPT TO:<nobody@harbor.example>', 'QUIT']);
      await remarked(page, 'That answer begins with 5.');
      await call(page, [`MAIL FROM:<${from}>`, 'QUIT']);
      await remarked(page, 'You left before naming a recipient.');
      await call(page, [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`]);
      await page.getByText('It said 450, and 4 isn’t 5.').or(page.getByText("It said 450, and 4 isn't 5.")).waitFor();
    }));

  it('forges past the SPF of lesson 14, with nobody as the sender and in the letter only', () =>
    inLesson(/^14\W+SPF/, 'The old trick', async (page) => {
      const [boss = '', to = ''] = await addressesIn(page);
      await predict(page, 'It is taken.');
      await call(page, ['MAIL FROM:<>', `RCPT TO:<${to}>`, 'QUIT']);
      await remarked(page, 'An empty sender has no domain');
      await call(page, [
        'MAIL FROM:<me@visitor.example>',
        `RCPT TO:<${to}>`,
        'DATA',
        `From: ${boss}`,
        '',
        'Now.',
        '.',
        'QUIT',
      ]);
      await remarked(page, 'SPF doesn’t read letters.', "SPF doesn't read letters.");
      await call(page, [`MAIL FROM:<${boss}>`, `RCPT TO:<${to}>`]);
      await page.getByText('It knows where you call from').waitFor();
    }));
});

/** What is done before the lab is that of the step counts for nothing. */
async function ready(page: Page): Promise<void> {
  await page.getByText('Making the lab ready').waitFor({ state: 'detached' });
}

/** The addresses that the act names, in its order. */
async function addressesIn(page: Page): Promise<string[]> {
  const act = await page.locator('.lesson__act').innerText();
  return act.match(/[\w.]+@[\w.]+example/g) ?? [];
}

async function addressIn(page: Page): Promise<string> {
  return (await addressesIn(page))[0] ?? '';
}

const nameOf = (address: string): string => address.charAt(0).toUpperCase() + address.slice(1, address.indexOf('@'));

async function writeTo(page: Page, to: string): Promise<void> {
  await page.getByText('Write a letter', { exact: true }).click();
  await page.getByRole('textbox', { name: 'To', exact: true }).fill(to);
  await page.getByRole('button', { name: 'Send this letter' }).click();
  await page.getByText('Its reply waits for your prediction.').waitFor();
}

async function predict(page: Page, option: string): Promise<void> {
  await page.getByRole('radio', { name: option }).check();
  await page.getByRole('button', { name: 'I’m sure' }).click();
}

async function answer(page: Page, question: string, said: string): Promise<void> {
  await page.getByLabel(question).fill(said);
  await page.getByLabel(question).press('Enter');
}

/** What is said to a mistake, in either spelling of its apostrophes. */
async function remarked(page: Page, ...says: string[]): Promise<void> {
  const [first = '', second = first] = says;
  const log = page.getByRole('log', { name: 'What the servers made of it' });
  await log.getByText(first).or(log.getByText(second)).first().waitFor();
}

async function sitAt(page: Page, host: string): Promise<void> {
  await page.getByRole('combobox', { name: 'You sit at' }).selectOption(host);
  const rows = page.locator('.xterm-rows > div').filter({ hasText: `${host.split('.')[0]}$` });
  await rows.first().waitFor();
}

/** A line typed at the prompt of the host where one sits, and taken. */
async function type(page: Page, host: string, line: string): Promise<void> {
  await page.locator('.shell__terminal:visible').first().click();
  const taken = said(page, `${host}$ ${line}`);
  const before = await taken.count();
  await page.keyboard.type(`${line}\n`);
  await expect.poll(() => taken.count()).toBe(before + 1);
}

/** A call of mx1 from visitor; whoever says QUIT is back at the prompt. */
async function call(page: Page, lines: readonly string[]): Promise<void> {
  const over = said(page, 'Connection closed by foreign host.');
  const before = await over.count();
  await type(page, 'visitor', 'telnet mx1 25');
  await page.keyboard.type(['HELO visitor.example', ...lines].map((line) => `${line}\n`).join(''));
  if (lines.at(-1) === 'QUIT') await expect.poll(() => over.count()).toBe(before + 1);
}

function said(page: Page, words: string) {
  return page.getByRole('log', { name: 'What was said in the shell' }).locator('div').filter({ hasText: words });
}
