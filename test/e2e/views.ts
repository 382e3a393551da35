// Every view of the screen, and the way to it as a person goes it. Counterpart: axe.test.ts looks for what keeps somebody
// out, scripts/shots.mjs takes the pictures. To add one: an entry here. Rule: each begins at a page that has just been
// opened, with one letter delivered (only the first comes before it), and ends when everything is there.

import type { Page } from 'playwright-core';

interface View {
  name: string;
  show: (page: Page) => Promise<unknown>;
  /** Colours stand here that stand in no other view: looked at in every theme. */
  hasOwnColours?: true;
}

/** Before the first letter. */
export const WELCOME: View = {
  name: 'welcome',
  show: (page) => page.getByRole('heading', { name: 'A small Internet, on this computer' }).waitFor(),
};

export const VIEWS: readonly View[] = [
  { name: 'delivered', show: (page) => delivered(page), hasOwnColours: true },
  {
    name: 'write',
    show: async (page) => {
      await delivered(page);
      await page.getByText('Write your own').click();
      await page.getByLabel('Subject').fill('By hand');
    },
  },
  {
    name: 'shell',
    show: async (page) => {
      await delivered(page);
      await page.keyboard.press('Control+Backquote');
      await page.locator('.xterm-rows > div').filter({ hasText: 'visitor$' }).first().waitFor();
    },
  },
  { name: 'lessons', show: (page) => lessons(page) },
  {
    name: 'lesson',
    show: async (page) => {
      await lessons(page);
      await page.getByRole('button', { name: /Speak SMTP/ }).click();
      await page.getByRole('button', { name: 'Step 2: Listen first' }).click();
      await page.getByRole('heading', { name: /Listen first/ }).waitFor();
    },
    hasOwnColours: true,
  },
  {
    name: 'tools',
    show: async (page) => {
      await place(page, 'Tools');
      await page.getByRole('heading', { name: 'Use your own tools' }).waitFor();
    },
  },
  { name: 'palette', show: (page) => sheet(page, 'Control+k', 'Commands') },
  { name: 'keys', show: (page) => sheet(page, '?', 'Keys') },
  { name: 'settings', show: (page) => sheet(page, 'Control+Comma', 'Settings') },
];

async function delivered(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Greetings from campus.example' }).waitFor();
  await page.getByText('this letter is on its way to you').waitFor();
}

async function place(page: Page, name: string): Promise<void> {
  await delivered(page);
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
}

async function lessons(page: Page): Promise<void> {
  await place(page, 'Lessons');
  await page.getByRole('button', { name: /Speak SMTP/ }).waitFor();
}

async function sheet(page: Page, keys: string, name: string): Promise<void> {
  await delivered(page);
  await page.keyboard.press(keys);
  await page.getByRole('dialog', { name }).waitFor();
}
