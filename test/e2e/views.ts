// Every view of the screen, and the way to it as a person goes it. Counterpart: axe.test.ts looks for what keeps somebody
// out, scripts/shots.mjs takes the pictures. To add one: an entry here. Rule: each begins at a page that has just been
// opened, with one letter delivered (only the first comes before it), and ends when everything is there. Those that change
// the lab stand last, and find what they need whatever the others left.

import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

import { takeLesson } from './take-lesson.ts';

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
  { name: 'lessons', show: (page) => lessons(page), hasOwnColours: true },
  {
    name: 'lecture',
    show: async (page) => {
      await place(page, 'Lecture');
      await page.getByRole('button', { name: 'Begin the lecture' }).waitFor();
    },
  },
  {
    name: 'challenges',
    show: async (page) => {
      await lessons(page);
      await page.getByRole('button', { name: 'Challenges' }).click();
      await page.getByRole('heading', { name: 'Challenges' }).waitFor();
    },
  },
  {
    name: 'lesson',
    show: async (page) => {
      await delivered(page);
      await takeLesson(page, /Speak SMTP/);
      await page.getByRole('button', { name: 'Step 2: Listen first' }).click();
      await page.getByRole('heading', { name: /Listen first/ }).waitFor();
    },
    hasOwnColours: true,
  },
  {
    name: 'term',
    show: async (page) => {
      await delivered(page);
      await takeLesson(page, /Forgery/);
      await page.locator('.term__word').first().focus();
      await page.getByText('In the reference', { exact: true }).waitFor();
    },
  },
  {
    name: 'concept test',
    show: async (page) => {
      await lessons(page);
      await page.getByRole('button', { name: 'Concept test' }).click();
      await page.getByRole('button', { name: /^(Begin|Go on)/ }).click();
      await page.getByRole('radio').first().check();
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
  {
    name: 'senders',
    show: async (page) => {
      await place(page, 'Senders');
      await page.getByRole('button', { name: 'Start: A patient server' }).waitFor();
    },
  },
  {
    name: 'defences',
    show: async (page) => {
      await place(page, 'Defences');
      await page.getByRole('heading', { name: 'Who writes' }).waitFor();
      await page.getByText('Settings of: Greylisting').click();
    },
  },
  {
    name: 'analyzer',
    show: async (page) => {
      await place(page, 'Analyzer');
      await page.getByRole('button', { name: 'A bank that asks for a number' }).click();
      await page.getByText('Honest ways to it:').waitFor();
    },
    hasOwnColours: true,
  },
  { name: 'palette', show: (page) => sheet(page, 'Control+k', 'Commands') },
  {
    name: 'faults',
    show: async (page) => {
      await delivered(page);
      await page.keyboard.press('Shift+D');
      const sheet = page.getByRole('dialog', { name: 'Disturb the wire' });
      await sheet.getByRole('combobox', { name: 'What happens' }).selectOption('answer');
      await sheet.getByText('Which, and how often').click();
      await sheet.getByText('The same seed strikes the same lines.').waitFor();
    },
  },
  { name: 'keys', show: (page) => sheet(page, '?', 'Keys') },
  { name: 'settings', show: (page) => sheet(page, 'Control+Comma', 'Settings') },
  {
    name: 'about',
    show: async (page) => {
      await sheet(page, 'Control+Comma', 'Settings');
      await page.getByRole('button', { name: 'About Posthorn' }).click();
      const licences = page.getByRole('dialog', { name: 'About Posthorn' }).getByRole('list', { name: 'Licences' });
      await licences.getByText('posthorn', { exact: true }).click();
      await licences.getByText('Permission is hereby granted').first().waitFor();
    },
  },
  {
    name: 'labs',
    show: async (page) => {
      await delivered(page);
      await page.getByRole('button', { name: 'Labs', exact: true }).click();
      await page.getByRole('dialog', { name: 'Your labs' }).getByText('open now').waitFor();
    },
  },
  {
    name: 'topology',
    show: async (page) => {
      await delivered(page);
      await page.getByRole('button', { name: 'Labs', exact: true }).click();
      await page
        .getByRole('button', { name: /^As data/ })
        .first()
        .click();
      const text = page.getByRole('textbox', { name: 'The lab as text (JSON)' });
      await text.fill((await text.inputValue()).replace('"localDomains"', '"localDomain"'));
      await page.getByText('Did you mean “localDomains”?').waitFor();
    },
  },
  {
    name: 'zone',
    show: async (page) => {
      const sheet = await zone(page, 'harbor.example');
      await sheet.getByRole('button', { name: 'Change MX @' }).first().click();
      await sheet.getByRole('textbox', { name: 'Server' }).fill('mx1.harbor.example');
      await sheet.getByText('Without a dot at its end').waitFor();
    },
  },
  {
    name: 'blocklist',
    show: async (page) => {
      const sheet = await zone(page, 'dnsbl.example');
      await sheet.getByRole('textbox', { name: 'Answers' }).fill('127.0.0.1');
      await sheet.getByRole('combobox', { name: 'Address' }).fill('198.51.100.77');
      await sheet.getByText('This is visitor.example of this lab.').waitFor();
    },
  },
  {
    name: 'tables',
    show: async (page) => {
      await hostSheet(page, 'relay');
      await page.getByRole('tab', { name: 'Tables' }).click();
      await page.getByRole('textbox', { name: 'Address', exact: true }).fill('postmaster@campus.example');
      await page.keyboard.press('Enter');
      await page.getByText('is a mailbox here').waitFor();
      await page.getByRole('button', { name: /^Change: postmaster/ }).click();
      await page.getByRole('textbox', { name: 'What it says' }).fill('nobody');
      await page.getByText('“nobody” must be an address').waitFor();
    },
  },
  {
    name: 'states',
    show: async (page) => {
      await delivered(page);
      await page.getByRole('button', { name: 'States of the protocol' }).first().click();
      await page.getByText('you are here').waitFor();
    },
  },
  { name: 'ladder', show: (page) => sheet(page, 'd', 'The way as a ladder'), hasOwnColours: true },
  {
    name: 'reference',
    show: async (page) => {
      await delivered(page);
      await page
        .getByRole('log', { name: /relay to mx1/ })
        .getByText('RCPT TO:<bob@harbor.example>')
        .click();
      await page.getByRole('button', { name: 'RFC 5321 \u00a74.1.1.3' }).click();
      await page.getByText('SMTP. The one to read first.').waitFor();
      await page.getByRole('searchbox', { name: 'Look up a word' }).fill('550');
      await page.getByText('What to do:').first().waitFor();
    },
    hasOwnColours: true,
  },
  { name: 'export', show: (page) => sheet(page, 'e', 'Export') },
  {
    name: 'find',
    show: async (page) => {
      await delivered(page);
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: 'Find lines' }).fill('relpy:4xx verb:RCPT host:');
      await page.getByText('Did you mean').waitFor();
      await page.getByRole('button', { name: 'List', exact: true }).waitFor();
      await page.getByRole('option', { name: /mx1/ }).waitFor();
    },
    hasOwnColours: true,
  },
  {
    name: 'explanation',
    show: async (page) => {
      await delivered(page);
      await page
        .getByRole('log', { name: /relay to mx1/ })
        .getByText('RCPT TO:<bob@harbor.example>')
        .click();
      await page.getByRole('region', { name: 'About this line' }).getByText('forward-path').waitFor();
    },
  },
  {
    name: 'unfolded',
    show: async (page) => {
      await delivered(page);
      const log = page.getByRole('log', { name: /relay to mx1/ });
      await log.getByText(/^the letter, /).click();
      await log.getByRole('button', { name: /^Subject: / }).click();
      await log.getByText('What it is about, in the writer’s words.').waitFor();
      await page.getByRole('heading', { name: 'Decided on its way' }).click();
      await page.getByText('relay asked DNS for the mail exchangers of harbor.example').first().waitFor();
    },
    hasOwnColours: true,
  },
  {
    name: 'eavesdropper',
    show: async (page) => {
      await delivered(page);
      await page.getByRole('button', { name: 'See what an eavesdropper sees' }).click();
      await page
        .getByRole('group', { name: /What an eavesdropper sees of laptop/ })
        .getByText('ClientHello, readable')
        .waitFor();
    },
  },
  {
    name: 'signs',
    show: async (page) => {
      await delivered(page);
      await page.getByRole('button', { name: 'Signs' }).click();
      await page.getByRole('group', { name: 'What the signs of the timeline mean' }).waitFor();
    },
    hasOwnColours: true,
  },
  {
    name: 'past',
    show: async (page) => {
      await delivered(page);
      await page.getByRole('slider', { name: 'Moment shown' }).focus();
      for (let hop = 0; hop < 3; hop += 1) await page.keyboard.press('Control+ArrowLeft');
      await page.getByText(/You are looking at \d/).waitFor();
    },
  },
  {
    name: 'session',
    show: async (page) => {
      await delivered(page);
      const file = await savedSession(page);
      const chooser = page.waitForEvent('filechooser');
      await labsButton(page, 'Open session');
      await (await chooser).setFiles(file);
      await page.getByText('Everything can be looked at, nothing changed.').waitFor();
      await delivered(page);
    },
  },
  {
    name: 'host',
    show: async (page) => {
      const services = await hostSheet(page, 'mx1');
      await services.getByText('127.0.0.1:').first().waitFor();
    },
  },
  { name: 'inbox', show: (page) => inbox(page) },
  {
    name: 'taken apart',
    show: async (page) => {
      await inbox(page);
      await page.getByLabel('Beside it').selectOption('parts');
      await page.getByRole('button', { name: /^Body/ }).click();
      await page.getByText('Decoded from quoted-printable').waitFor();
    },
  },
  {
    name: 'answer',
    show: async (page) => {
      await inbox(page);
      await page.getByRole('button', { name: 'Reply', exact: true }).click();
      await page.getByRole('button', { name: 'See what will be sent' }).last().click();
      await page.getByText('RCPT TO:<alice@campus.example>').waitFor();
    },
  },
  {
    name: 'reader',
    show: async (page) => {
      await inbox(page);
      await page.getByRole('button', { name: 'How mail is read' }).click();
      await page.getByRole('radio', { name: 'POP3' }).waitFor();
    },
  },
  {
    name: 'fork',
    show: async (page) => {
      await page.getByRole('button', { name: 'Shell on visitor' }).click();
      await page.locator('.xterm-rows > div').filter({ hasText: 'visitor$' }).first().waitFor();
      // What was said earlier stands there before the keyboard does.
      await page.locator('.shell__screen :focus, .xterm :focus').waitFor();
      await page.keyboard.type('telnet mx1 25\n');
      const said = page.getByRole('log', { name: 'What was said in the shell' });
      await said.getByText('220 mx1').last().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Fork', exact: true }).click();
      await page.getByRole('textbox', { name: 'Goes out instead' }).waitFor();
    },
  },
  {
    name: 'side by side',
    show: async (page) => {
      // The shell of an earlier view may be the latest that was said.
      await page.getByRole('button', { name: /^Greetings from campus\.example/ }).click();
      await delivered(page);
      await page.getByRole('button', { name: 'Fork', exact: true }).click();
      await page.getByRole('combobox', { name: 'What is to be different' }).selectOption('a host is switched off');
      await page.getByRole('combobox', { name: 'Host whose programs don’t run' }).selectOption('mail');
      await page.getByRole('button', { name: 'Play it beside the run' }).click();
      // Two whole runs are played first.
      await page.getByText('The first line that differs').waitFor({ timeout: 60_000 });
    },
    hasOwnColours: true,
  },
  {
    name: 'policies',
    show: (page) => greylist(page),
  },
  {
    name: 'queue',
    show: async (page) => {
      const policies = await greylist(page);
      await page.keyboard.press('Escape');
      await policies.waitFor({ state: 'detached' });
      await page.keyboard.press('s');
      await page.getByRole('button', { name: /^relay: .* in its queue/ }).waitFor();
      const relay = await hostSheet(page, 'relay');
      await relay.getByRole('tab', { name: 'Queue' }).click();
      await relay
        .getByRole('button', { name: /^Hold back: / })
        .first()
        .waitFor();
    },
  },
  {
    name: 'held',
    show: async (page) => {
      await page.getByText('Running').waitFor();
      await page.getByRole('button', { name: 'Hold', exact: true }).click();
      await page.getByRole('button', { name: 'Hold it' }).click();
      await page.getByRole('checkbox', { name: 'the reply to RCPT at mx1', checked: true }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('s');
      await page.getByRole('region', { name: 'Held lines' }).getByRole('button', { name: 'Edit' }).first().click();
      await page.getByRole('textbox', { name: 'What goes out in its place' }).waitFor();
    },
  },
  {
    name: 'stage',
    show: async (page) => {
      await page.getByText('Running').waitFor();
      await page.getByRole('navigation').getByRole('button', { name: 'Lecture', exact: true }).click();
      await page.getByRole('button', { name: 'Begin the lecture' }).click();
      const state = page.getByRole('contentinfo', { name: 'Where the lecture is' });
      await state.getByText(/^Ready\. 0 of/).waitFor();
      await page.keyboard.press('PageDown');
      await page.getByRole('region', { name: 'Question to the hall' }).waitFor();
    },
    hasOwnColours: true,
  },
];

/** The records of a zone, by the palette. */
async function zone(page: Page, name: string): Promise<Locator> {
  await delivered(page);
  await page.keyboard.press('z');
  const sheet = page.getByRole('dialog', { name: 'ns.example' });
  await sheet.getByRole('combobox', { name: 'Zone', exact: true }).selectOption(name);
  return sheet;
}

async function hostSheet(page: Page, host: string): Promise<Locator> {
  await page.getByRole('button', { name: new RegExp(`^${host}: `) }).click();
  const opened = page.getByRole('dialog', { name: new RegExp(`^${host}\\.`) });
  await opened.waitFor();
  return opened;
}

/** Bob reads his oldest letter. */
async function inbox(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Inbox', exact: true }).click();
  await page.getByLabel('Whose mail').selectOption('bob@harbor.example');
  const letters = page.getByRole('list', { name: 'Letters of bob@harbor.example' });
  await letters.getByRole('button').last().click();
  await page.getByRole('article').first().getByText('this letter is on its way to you').waitFor();
}

/** The policies of mx1, with greylisting on. */
async function greylist(page: Page): Promise<Locator> {
  const policies = await hostSheet(page, 'mx1');
  await policies.getByRole('tab', { name: 'Policies' }).click();
  const wish = policies.getByRole('switch', { name: 'Ask strangers to come back' });
  if (!(await wish.isChecked())) await wish.click();
  await policies.getByLabel('Come back after, in seconds').waitFor();
  return policies;
}

async function savedSession(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const download = page.waitForEvent('download');
  await labsButton(page, 'Save session');
  const saved = await download;
  return { name: 'first.posthorn', mimeType: 'application/zip', buffer: readFileSync(await saved.path()) };
}

async function labsButton(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Labs', exact: true }).click();
  await page.getByRole('dialog', { name: 'Your labs' }).getByRole('button', { name }).click();
}

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
  await page.getByRole('list', { name: 'Steps of this lesson' }).waitFor();
}

async function sheet(page: Page, keys: string, name: string): Promise<void> {
  await delivered(page);
  await page.keyboard.press(keys);
  await page.getByRole('dialog', { name }).waitFor();
}
