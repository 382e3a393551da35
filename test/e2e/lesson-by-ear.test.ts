// Lesson 1 from its beginning to its end without a mouse and without eyes: the keyboard is never nowhere and always seen,
// each step is called by its name, and what happens is said once. Counterpart: lesson-journeys.test.ts takes it with a mouse.

import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';

describe.skipIf(missing('chromium'))('lesson 1, by keyboard and by ear', () => {
  const shared = sharedApp();
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, complaints } = await openPage(shared.browser));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(shared.app.url);
    await listen(page);
  });

  it('is begun, taken step by step, and ended', { timeout: 180_000 }, async () => {
    await tabTo(page, page.getByRole('button', { name: 'Lessons', exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Begin', exact: true }));
    await page.keyboard.press('Enter');

    await at(page, 'Watch one go by');
    const panel = await page.getByRole('complementary', { name: 'Lessons' }).ariaSnapshot();
    expect(panel.replaceAll(/\s+/g, ' ')).toMatch(
      /heading "One letter, six programs" \[level=2\].*heading "[^"]*Watch one go by" \[level=3\].*radio "In \w+'s mailbox\.".*button "I’m sure".*heading "You are done when" \[level=4\]/,
    );

    await predict(page, 'With a server on Alice');
    await write(page);
    await tabTo(page, page.getByLabel('How many servers had the letter?'));
    await page.keyboard.type('4\n');
    await next(page);

    await at(page, 'The last one sleeps');
    await predict(page, 'At mx1, right before the closed door.');
    await shell(page, 'mail', 'service postfix stop');
    await write(page);
    await heard(page, 'Done: The letter had to wait at mx1.');
    await shell(page, 'mail', 'service postfix start', 'clock +5m');
    await next(page);

    await at(page, 'The first one sleeps');
    await shell(page, 'submit', 'service postfix stop');
    await write(page);
    await heard(page, 'Done: Alice’s program was turned away.', "Done: Alice's program was turned away.");
    await shell(page, 'submit', 'service postfix start');
    await tabTo(page, page.getByRole('button', { name: 'Send this letter' }));
    await page.keyboard.press('Enter');
    await next(page);

    await at(page, 'The one in between');
    await predict(page, 'Nothing. It is sent, as far as she can see.');
    await shell(page, 'relay', 'service postfix stop');
    await write(page);
    await heard(page, 'Done: The letter had to wait at submit.');
    await shell(page, 'relay', 'service postfix start', 'clock +5m');
    await next(page);

    await at(page, 'The sixth program');
    await predict(page, 'It is delivered');
    await shell(page, 'mail', 'service dovecot stop');
    await write(page);
    await heard(page, "Done: The letter was put into \\w+'s mailbox.");
    await shell(page, 'desk', 'telnet mail.harbor.example 143');
    await shell(page, 'mail', 'service dovecot start');
    await next(page);

    await at(page, 'Alone');
    const stop = (await page.locator('.lesson__act').innerText()).includes('at mx1') ? 'mail' : 'relay';
    await shell(page, stop, 'service postfix stop');
    await write(page);
    await heard(page, 'Done: It had to wait at');
    await shell(page, stop, 'service postfix start', 'clock +5m');
    await next(page);
    await page.getByRole('heading', { name: 'You have done this lesson' }).waitFor();

    expect(await page.evaluate(() => (globalThis as unknown as Ears).twice)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** What a screen reader would say, and what it would say twice in a row. */
interface Ears {
  said: string[];
  twice: string[];
}

async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ears = globalThis as unknown as Ears;
    Object.assign(ears, { said: [], twice: [] });
    const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(live),
      );
      for (const region of new Set(regions)) {
        const text = region?.textContent.trim() ?? '';
        if (text === '') continue;
        if (ears.said.at(-1) === text) ears.twice.push(text);
        ears.said.push(text);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

async function heard(page: Page, ...wordings: string[]): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as Ears).said.join('\n')), { timeout: 20_000 })
    .toMatch(new RegExp(wordings.map((words) => words.replaceAll('.', '\\.')).join('|')));
}

/** The keyboard and the ear are at the head of a step. */
async function at(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { name: title }).waitFor();
  await page.getByText('Making the lab ready').waitFor({ state: 'detached' });
}

async function next(page: Page): Promise<void> {
  await heard(page, 'That is the whole step.');
  await tabTo(page, page.getByRole('button', { name: /^(Next|See what you did)$/ }));
  await page.evaluate(() => ((globalThis as unknown as Ears).said = []));
  await page.keyboard.press('Enter');
}

async function predict(page: Page, option: string): Promise<void> {
  await tabTo(page, page.getByRole('radio').first());
  const wanted = page.getByRole('radio', { name: option });
  await page.keyboard.press(' ');
  for (let tries = 0; tries < 6 && !(await wanted.isChecked()); tries += 1) await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByRole('button', { name: 'I’m sure' }));
  await page.keyboard.press('Enter');
}

/** A letter to whom the step names, from the form that unfolds. */
async function write(page: Page): Promise<void> {
  const act = await page.locator('.lesson__act').innerText();
  const to = page.getByRole('textbox', { name: 'To', exact: true });
  if (!(await to.isVisible())) {
    await tabTo(page, page.getByText('Write a letter', { exact: true }));
    await page.keyboard.press('Enter');
  }
  await tabTo(page, to);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(/[\w.]+@harbor\.example/.exec(act)?.[0] ?? '');
  const subject = /“(.+?)”|"(.+?)"/.exec(act);
  if (subject) {
    await tabTo(page, page.getByRole('textbox', { name: 'Subject' }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(subject[1] ?? subject[2] ?? '');
  }
  await tabTo(page, page.getByRole('button', { name: 'Send this letter' }));
  await page.keyboard.press('Enter');
}

/** Into the shell, to a host, a command, and out again. */
async function shell(page: Page, host: string, ...commands: string[]): Promise<void> {
  const seat = page.getByRole('combobox', { name: 'You sit at' });
  await tabTo(page, seat);
  const option = seat.locator('option', { hasText: `${host}: ` });
  await page.keyboard.type((await option.innerText()).slice(0, 2));
  await expect.poll(() => seat.locator('option:checked').innerText()).toContain(`${host}: `);
  const rows = page.locator('.xterm-rows > div');
  await rows
    .filter({ hasText: `${host}$` })
    .first()
    .waitFor();
  await tabTo(page, page.locator('.xterm textarea'));
  for (const command of commands) {
    await page.keyboard.type(`${command}\n`);
    await rows.filter({ hasText: command }).last().waitFor();
  }
  // Tab completes commands there; after Escape it leads out.
  await page.keyboard.press('Escape');
}

/** Tab, as often as a patient person would. What was done before has left the keyboard somewhere, and each stop shows it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  // Found once: to find it anew by its name at every press takes longer than the press.
  let element = await wanted.elementHandle();
  for (let presses = 0; presses < 150; presses += 1) {
    const seen = await element?.evaluate(look);
    const { isThere, isNowhere, unseen, isGone } = seen ?? NOT_YET;
    if (isGone) element = await wanted.elementHandle();
    expect(unseen, `on the way to ${String(wanted)}`).toBe('');
    expect(isNowhere && presses === 0, `lost before ${String(wanted)}`).toBe(false);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`never came to ${String(wanted)}`);
}

/** Runs in the page: where the keyboard is, and what has it without showing it. */
function look(wanted: Element) {
  const one = document.activeElement;
  const isNowhere = !one || one === document.body;
  const ring = (element: Element | null) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  // The terminal has its cursor, the map draws a ring of its own, and a heading that was led to is read, not worked.
  const isShown =
    isNowhere || one.matches('.xterm-helper-textarea, svg *, [tabindex="-1"]') || ring(one) || ring(one.parentElement);
  const unseen = isShown ? '' : one.outerHTML.slice(0, 120);
  return { isThere: one === wanted, isNowhere, unseen, isGone: !wanted.isConnected };
}

const NOT_YET: ReturnType<typeof look> = { isThere: false, isNowhere: false, unseen: '', isGone: true };
