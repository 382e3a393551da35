// `npm run animation`: the README's moving picture, docs/first-letter.webp. A letter is sent and coloured, time is turned back,
// and another is forged by hand, in the real app. Counterpart: README.md shows it. Rule: nothing is drawn that the app didn't
// show, but the pointer; of the time only that is left out which a busy machine needed to draw and record it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, startApp } from '../test/e2e/app.ts';
import { root } from './where.mjs';

const SIZE = { width: 1280, height: 800 };
/** Closer pictures than this are left out: eleven a second are enough to follow a letter. */
const SHORTEST_MS = 90;
/** While somebody types, who is quick at it. */
const TYPED_MS = 25;
/** How long the last one stands before all begins again. */
const LAST_MS = 2500;
const QUALITY = ['-lossy', '-q', '60', '-m', '3'];

/** A pointer, since a browser without a screen draws none. */
async function drawPointer(page) {
  await page.evaluate(() => {
    const svg = 'http://www.w3.org/2000/svg';
    const pointer = document.createElementNS(svg, 'svg');
    const arrow = document.createElementNS(svg, 'path');
    arrow.setAttribute('d', 'M2 2 L2 22 L7.5 17 L11 25 L15 23.5 L11.5 15.5 L19 15 Z');
    arrow.setAttribute('fill', '#1d1f23');
    arrow.setAttribute('stroke', '#fff');
    arrow.setAttribute('stroke-width', '1.5');
    pointer.append(arrow);
    Object.assign(pointer.style, {
      position: 'fixed',
      width: '26px',
      height: '28px',
      zIndex: '9999',
      pointerEvents: 'none',
    });
    document.body.append(pointer);
    addEventListener('mousemove', ({ clientX, clientY }) => {
      pointer.style.left = `${clientX}px`;
      pointer.style.top = `${clientY}px`;
    });
  });
}

/** Goes there as a hand would, and presses. */
async function press(page, locator) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  const [to, down] = [x + Math.min(width / 2, 120), y + Math.min(height / 2, 12)];
  await page.mouse.move(to, down, { steps: 10 });
  await page.mouse.click(to, down);
}

const LETTER = [
  ['telnet mx1 25', /^220 /m],
  ['HELO visitor.example', /^250 mx1/m],
  ['MAIL FROM:<dean@campus.example>', /^250 2\.1\.0/m],
  ['RCPT TO:<bob@harbor.example>', /^250 2\.1\.5/m],
  ['DATA', /^354 /m],
  ['From: The Dean <dean@campus.example>', undefined],
  ['Subject: All exams are passed', undefined],
  ['', undefined],
  ['.', /^250 2\.0\.0/m],
];

/** What is to be seen. `pace(ms)`: how long pictures stand from now on; `pause(ms)`: how long the one stands that is there. */
async function play(page, { pace, pause }) {
  await pause(700);
  await press(page, page.getByRole('button', { name: 'Send a letter and watch it travel' }));
  await page.getByText('In the mailbox of bob@harbor.example.', { exact: true }).waitFor();
  await pause(700);
  // A postmark, and the words on the wire that it came of.
  const headers = page.getByRole('region', { name: 'Headers by hop' });
  await press(page, headers.locator('li[data-field="Received"][data-writer="relay.campus.example"]'));
  await pause(1500);

  const { x, y, width, height } = await page.getByRole('slider', { name: 'Moment shown' }).boundingBox();
  const at = (part) => page.mouse.move(x + 8 + (width - 16) * part, y + height / 2);
  await at(1);
  await page.mouse.down();
  for (let part = 1; part > 0.3; part -= 0.035) {
    await at(part);
    await page.waitForTimeout(SHORTEST_MS);
  }
  await page.mouse.up();
  await pause(1000);
  await page.keyboard.press('End');
  await pause(700);

  await page.keyboard.press('Control+Backquote');
  await page.locator('.xterm-rows > div').filter({ hasText: 'visitor$' }).first().waitFor();
  const said = page.getByRole('log', { name: 'What was said in the shell' });
  pace(TYPED_MS);
  for (const [line, answer] of LETTER) {
    await page.keyboard.type(`${line}\n`);
    if (answer) await said.locator('div').filter({ hasText: answer }).first().waitFor({ state: 'attached' });
  }
  pace(SHORTEST_MS);
  const forged = page.getByText('All exams are passed').first();
  await forged.waitFor();
  await page.keyboard.press('Escape');
  await press(page, forged);
  await pause(800);
  await page.getByText('from here down, anyone could have written it').scrollIntoViewIfNeeded();
  await pause(1500);
}

/** Runs `scene` and answers the pictures of it, each with the time that it is to stand. */
async function record(page, scene) {
  const frames = [];
  let pace_ms = SHORTEST_MS;
  const session = await page.context().newCDPSession(page);
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ png: Buffer.from(data, 'base64'), at_ms: metadata.timestamp * 1000, pace_ms });
    void session.send('Page.screencastFrameAck', { sessionId });
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await scene({
    pace: (ms) => (pace_ms = ms),
    pause: async (ms) => {
      await page.waitForTimeout(ms);
      frames.at(-1).pause_ms = ms;
    },
  });
  await session.send('Page.stopScreencast');
  return timed(frames);
}

function timed(frames) {
  const kept = [];
  for (const frame of frames) {
    const last = kept.at(-1);
    // The later of two that are close together, and the pause of either.
    if (last && frame.at_ms - last.at_ms < frame.pace_ms) {
      Object.assign(last, { png: frame.png, pause_ms: frame.pause_ms ?? last.pause_ms });
    } else kept.push({ ...frame });
  }
  return kept.map(({ png, pace_ms, pause_ms }, index) => ({
    png,
    stands_ms: index === kept.length - 1 ? LAST_MS : (pause_ms ?? pace_ms),
  }));
}

/** One file of them all. */
function assemble(frames, file) {
  const folder = mkdtempSync(join(tmpdir(), 'posthorn-frames-'));
  try {
    const args = frames.flatMap(({ png, stands_ms }, index) => {
      const name = join(folder, `${index}.png`);
      writeFileSync(name, png);
      return ['-d', String(stands_ms), ...QUALITY, name];
    });
    const { status, error } = spawnSync('img2webp', ['-loop', '0', ...args, '-o', file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (error || status !== 0)
      throw new Error(`img2webp is needed (Debian: webp): ${error?.message ?? `it ended with ${status}`}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [app, browser] = await Promise.all([startApp(), openBrowser()]);
try {
  const context = await browser.newContext({ viewport: SIZE, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Send a letter and watch it travel' }).waitFor();
  await drawPointer(page);
  const frames = await record(page, (clock) => play(page, clock));
  const file = join(root, 'docs', 'first-letter.webp');
  assemble(frames, file);
  const seconds = frames.reduce((sum, { stands_ms }) => sum + stands_ms, 0) / 1000;
  console.log(
    `${file}: ${frames.length} pictures, ${seconds.toFixed(1)} s, ${(statSync(file).size / 1e6).toFixed(2)} MB`,
  );
} finally {
  await browser.close();
  app.dispose();
}
