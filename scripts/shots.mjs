// `npm run shots [NAME...]`: a picture of every view of the screen, light and dark, in two sizes, into shots/. The views
// are those of test/e2e/views.ts; a program can't see what is ugly, a person can, if it is easy to look.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, startApp } from '../test/e2e/app.ts';
import { VIEWS, WELCOME } from '../test/e2e/views.ts';
import { root } from './where.mjs';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const THEMES = ['light', 'dark'];

const into = join(root, 'shots');

/** One view in every size and theme: shown once, then only looked at differently. */
async function shoot(browser, url, view) {
  const context = await browser.newContext({ viewport: SIZES[0], colorScheme: 'light', reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await view.show(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await drawn(page);
        await page.screenshot({ path: join(into, `${view.name}-${theme}-${size.width}.png`), animations: 'disabled' });
      }
    }
  } finally {
    await context.close();
  }
}

/** The next frame is on the screen: what follows a change of size or colours has been drawn. */
function drawn(page) {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

async function sendLetter(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Send a letter and watch it travel' }).click();
  await page
    .getByRole('status')
    .getByText(/Delivered/)
    .waitFor();
  await page.context().close();
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => ![WELCOME, ...VIEWS].some((view) => view.name === name));
if (unknown.length > 0) {
  const known = [WELCOME, ...VIEWS].map((view) => view.name).join(', ');
  console.error(`No view is called ${unknown.join(', ')}. There are: ${known}.`);
  process.exit(2);
}

const isWanted = (view) => names.length === 0 || names.includes(view.name);
mkdirSync(into, { recursive: true });
const [app, browser] = await Promise.all([startApp(), openBrowser()]);
try {
  if (isWanted(WELCOME)) await shoot(browser, app.url, WELCOME);
  await sendLetter(browser, app.url);
  for (const view of VIEWS.filter(isWanted)) await shoot(browser, app.url, view);
  console.log(`Pictures are in ${into}.`);
} finally {
  await browser.close();
  app.dispose();
}
