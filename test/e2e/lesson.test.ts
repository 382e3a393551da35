// A lesson as a person takes it: chosen from the list, a prediction made, commands typed through a door of the lab with
// a program of one's own, a wrong turn remarked on, goals ticked off.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

import { missing } from '../support/programs.ts';
import { openPage, sharedApp } from './app.ts';
import { takeLesson } from './take-lesson.ts';

describe.skipIf(missing('chromium'))('the lesson “Speak SMTP”', () => {
  const shared = sharedApp();

  // Before the other: what was done there would be done here, too.
  it('shows the solution after the last hint, and asks again with other names', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await takeLesson(page, /Speak SMTP/);
    await page.getByRole('button', { name: 'Step 3: Good manners' }).click();
    await predict(page, 'I don’t know', 'Go on');
    const talk = await telnet(await doorPort(page));
    await talk.heard();
    // A try opens the hints.
    await talk.says('NOOP');
    for (const number of [1, 2, 3]) await page.getByRole('button', { name: `Hint ${number} of 3` }).click();
    await page.getByRole('button', { name: 'Type it for me' }).click();
    const solution = page.locator('.help__solution code');
    await solution.first().waitFor();
    const [call, ...lines] = await solution.allInnerTexts();
    expect(call).toBe('telnet mx1.harbor.example 25');
    for (const line of lines) await talk.says(line);
    talk.close();
    await page.getByRole('button', { name: 'Now once more, with other names' }).click();
    await page.getByText('You looked at the solution').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /Good manners/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is taken with telnet, step by step', async () => {
    const { page, complaints } = await openPage(shared.browser);
    await page.goto(shared.app.url);
    await takeLesson(page, /Speak SMTP/);
    await page.getByRole('heading', { name: /Watch one go by/ }).waitFor();
    // The first step is for who wants more; the bars lead to any other.
    await page.getByRole('button', { name: 'Step 2: Listen first' }).click();
    await page.getByRole('heading', { name: /Listen first/ }).waitFor();
    await expect.poll(() => page.getByText('Hints open after a try').count()).toBe(1);

    await predict(page, 'The server.', 'I’m sure');
    await page.getByText('Now try it, and see.').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('You said: The server.');
    const listener = await telnet(await doorPort(page));
    expect(await listener.heard()).toMatch(/^220 mx1\.harbor\.example/);
    await page.getByText('The 220 was there before you typed a thing.').waitFor();
    await page.getByRole('status').getByText('Done: mx1 has greeted you before you said anything.').waitFor();
    await expect.poll(() => page.locator('.goal--met').count()).toBe(1);

    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('heading', { name: /Good manners/ }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Good manners');
    await predict(page, '250, it takes what it gets.', 'I’m guessing');
    expect(await listener.says('MAIL FROM:<me@visitor.example>')).toMatch(/^503/);
    await page.getByText('It said 503.').waitFor();
    expect(await listener.says('HELO')).toMatch(/^501/);
    await page.getByRole('log').getByText('The server saw a greeting without a name').waitFor();
    await page.getByRole('button', { name: 'Hint 1 of 3' }).click();
    await page.getByText('Three lines from you, three answers.').waitFor();
    await page.getByRole('button', { name: 'Hint 2 of 3' }).waitFor();

    expect(await listener.says('HELO visitor.example')).toMatch(/^250/);
    expect(await listener.says('MAIL FROM:<me@visitor.example>')).toMatch(/^250/);
    await page.getByRole('status').getByText('That is the whole step.').waitFor();
    listener.close();

    // The bench stays within reach, and the lesson where it was.
    await page.getByRole('button', { name: 'Lab', exact: true }).click();
    await page.getByRole('button', { name: 'Send a letter and watch it travel' }).waitFor();
    await page.getByRole('button', { name: 'Lessons', exact: true }).click();
    await page.getByRole('heading', { name: /Good manners/ }).waitFor();
    await page.getByRole('button', { name: 'Leave this lesson' }).click();
    await page.getByRole('heading', { name: 'Lessons' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

async function predict(page: Page, option: string, how: string): Promise<void> {
  await page.getByRole('radio', { name: option }).check();
  await page.getByRole('button', { name: how }).click();
}

/** The port of the step's own line to copy. */
async function doorPort(page: Page): Promise<number> {
  await page.getByText('Use your own terminal').click();
  const command = await page.locator('.step-doors code').first().innerText();
  return Number(/^telnet 127\.0\.0\.1 (\d+)$/.exec(command)?.[1]);
}

/** A program that types a line and hears the reply to it. */
async function telnet(port: number) {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  await once(socket, 'connect');
  const heard = async (): Promise<string> => {
    let reply = '';
    while (!/^\d{3} .*\r\n$/m.test(reply)) reply += ((await once(socket, 'data')) as [string])[0];
    return reply;
  };
  const says = (line: string) => {
    socket.write(`${line}\r\n`);
    return heard();
  };
  return { heard, says, close: () => socket.destroy() };
}
