// `npm run test:electron`: the real Electron, driven by Playwright, asked for what test/electron/ can only ask a stand-in:
// that the page comes up under its policy, that each lock holds, and that the engine is reached, lost and reached again.
// Where the binary isn't there, or no display, it says so and that is no failure.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { findElectron, windowEnvironment } from './shell.mjs';
import { isBuilt } from './stamp.mjs';
import { environment, root } from './where.mjs';

const PAGE = 'posthorn://app/';
const ENGINE = 'Posthorn engine';

/** Why nothing can be driven here, or undefined. */
function whySkip() {
  if (findElectron() === undefined) return 'no Electron binary';
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasScreen ? undefined : 'no display';
}

let failures = 0;

function expect(what, isSo) {
  if (!isSo) failures += 1;
  console.log(`${isSo ? 'ok    ' : 'FAILED'}  ${what}`);
}

/** In the page: asks for a port and answers when the engine runs. Later calls ask over the port of the first. */
function hearRunning({ ask }) {
  return new Promise((resolve) => {
    const listen = (port) => {
      port.onmessage = ({ data }) => JSON.parse(data).engine === 'running' && resolve(true);
      if (ask) port.postMessage(JSON.stringify({ kind: 'shell', ask }));
    };
    if (ask) return listen(globalThis.testPort);
    addEventListener('message', ({ source, data, ports }) => {
      if (source !== globalThis || data !== 'posthorn:port') return;
      globalThis.testPort = ports[0];
      listen(ports[0]);
    });
    globalThis.posthorn.connect();
  });
}

/** In the page: answers when the engine is said to have stopped. */
function hearStopped() {
  return new Promise((resolve) => {
    globalThis.testPort.onmessage = ({ data }) => JSON.parse(data).engine === 'stopped' && resolve(true);
  });
}

async function checkLocks(page) {
  expect('the page is ours', page.url() === PAGE && (await page.title()) === 'Posthorn');
  const world = await page.evaluate(() => ({
    node: [typeof globalThis.require, typeof globalThis.process, typeof globalThis.module],
    bridge: Object.keys(globalThis.posthorn),
  }));
  expect(
    'no node in it',
    world.node.every((type) => type === 'undefined'),
  );
  expect('the bridge hands over a port and no more', world.bridge.join() === 'connect');
  const reach = (url) =>
    page.evaluate(
      (to) =>
        fetch(to).then(
          () => true,
          () => false,
        ),
      url,
    );
  for (const url of ['https://example.com/', 'http://127.0.0.1/', 'file:///etc/passwd', `${PAGE}index.html`]) {
    expect(`${url} isn't fetched`, !(await reach(url)));
  }
  expect(
    'no inline script',
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.inline = true';
      document.head.append(script);
      return globalThis.inline === undefined;
    }),
  );
  expect('no window opens', await page.evaluate(() => window.open('https://example.com/') === null));
  const geolocation = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  );
  expect('no permission', geolocation === 'denied');
  await page.evaluate(() => location.assign('https://example.com/'));
  await page.evaluate(() => location.assign('posthorn://app/assets/'));
  expect('no navigation', page.url() === PAGE);
}

async function checkEngine(app, page) {
  expect('the engine is heard', await page.evaluate(hearRunning, {}));
  await page.reload();
  expect('and after a reload', await page.evaluate(hearRunning, {}));
  const stopped = page.evaluate(hearStopped);
  const pid = await app.evaluate(
    ({ app: main }, name) => main.getAppMetrics().find((process) => process.name === name)?.pid,
    ENGINE,
  );
  process.kill(pid, 'SIGKILL');
  expect('its crash is told', await stopped);
  expect('and it starts again', await page.evaluate(hearRunning, { ask: 'restart' }));
}

async function drive(dir) {
  const env = windowEnvironment(environment(process.execPath, {}));
  const options = { executablePath: findElectron(), args: [root, '--dir', join(dir, 'lab')], env };
  const app = await _electron.launch(options);
  const page = await app.firstWindow();
  const violations = [];
  page.on(
    'console',
    (message) => message.text().includes('Content Security Policy') && violations.push(message.text()),
  );
  await page.reload();
  await page.waitForLoadState('load');
  expect(`no violation of the policy by the page itself ${violations.join(' ')}`, violations.length === 0);
  await checkLocks(page);
  await checkEngine(app, page);
  const file = join(dir, 'not-one.posthorn');
  writeFileSync(file, 'not a session');
  const second = spawnSync(options.executablePath, [...options.args, file], { env, timeout: 20_000 });
  expect('a second start ends at once', second.status === 0);
  const told = page.getByText('not-one.posthorn isn’t a Posthorn session').first();
  const isTold = told.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
  expect('and hands over its file', await isTold);
  await app.close();
}

const skip = whySkip();
if (skip !== undefined) {
  console.log(`skipped: ${skip}`);
} else {
  if (!isBuilt()) spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  const dir = mkdtempSync(join(tmpdir(), 'posthorn-electron-'));
  try {
    await drive(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  process.exitCode = failures === 0 ? 0 : 1;
}
