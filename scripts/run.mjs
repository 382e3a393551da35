// What every npm script calls: `node scripts/run.mjs TASK [args]`. Finds a Node that will do, installs the
// dependencies if they are missing or stale, builds if the task needs it, then runs the task in a child.
// Its own words go to stderr, so that `lab --json` keeps stdout to itself.
// Runs on old Node versions too: it is the one that says what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { chooseShell, windowEnvironment } from './shell.mjs';
import { isBuilt } from './stamp.mjs';
import { environment, findNode, installBringsNode, minimumNode, root } from './where.mjs';

/** How long a task may take to end after being asked to. */
const GRACE_MS = 10000;
/** How often to look whether npm is still there. */
const PARENT_CHECK_MS = 300;
/** A window that ends in disorder sooner than this never came up. */
const WINDOW_START_MS = 10000;

const TASKS = {
  start: { file: 'dist/web/server.js', build: true, run: runStart },
  // As in contract/engine-flags.ts.
  lab: { file: 'dist/engine/lab.js', build: true, flags: ['--max-semi-space-size=16'] },
  bench: { file: 'dist/bench/main.js', build: true, flags: ['--expose-gc'] },
  'bench:ui': { file: 'bench/ui/main.ts', build: true },
  shots: { file: 'scripts/shots.mjs', build: true },
  mark: { file: 'mark/main.ts' },
  lesson: { file: 'scripts/lesson.mjs' },
  guide: { file: 'scripts/guide.mjs' },
  icons: { file: 'scripts/icons.mjs', build: true },
  animation: { file: 'scripts/animation.mjs', build: true },
  'pack:check': { file: 'scripts/pack-check.mjs', build: true },
  build: { file: 'scripts/build.mjs' },
  check: { file: 'scripts/check.mjs' },
  test: { file: 'scripts/test.mjs' },
  'test:electron': { file: 'scripts/test-electron.mjs' },
};

function fail(text) {
  console.error(text);
  process.exit(1);
}

function needNode() {
  fail(
    `Posthorn needs Node ${minimumNode()} or newer; this is ${process.version}. ` +
      "Install a newer Node (your system's package manager has one) and run this command again.",
  );
}

let child;
let ending = false;

/** Runs a program with this terminal as its own. `ended` hears how it ended, `failed` that it didn't even begin. */
function runChild(command, argv, env, { ended, failed }) {
  child = spawn(command, argv, { stdio: 'inherit', env });
  child.on('error', failed);
  child.on('exit', ended);
}

/** Passes signals on to the child, and gives it some time to end. */
function passSignals() {
  const end = (signal, isTold) => {
    if (!isTold) child.kill(signal);
    if (!ending) setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
    ending = true;
  };
  // Ctrl-C in a terminal reaches the whole group, the child included: a second one would read as impatience.
  const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGINT', () => end('SIGINT', inTerminal));
  process.on('SIGTERM', () => end('SIGTERM', false));
  process.on('SIGHUP', () => end('SIGHUP', false));
  // npm passes a signal on to the shell between it and us, and that shell dies without a word.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && !ending && end('SIGTERM', false), PARENT_CHECK_MS).unref();
}

/** Ends as the child ended. */
function endAlike(code, signal) {
  process.exit(signal === null ? code : 128 + constants.signals[signal]);
}

function runTask(node, task, args) {
  const argv = (task.flags || []).concat([join(root, task.file)], args);
  // Compiled code is kept between runs, for a faster start.
  const extra = task.build ? { NODE_COMPILE_CACHE: join(root, 'build', 'compile-cache') } : {};
  const failed = (error) => fail(`${task.file} could not be started: ${error.message}`);
  runChild(node, argv, environment(node, extra), { ended: endAlike, failed });
}

/** The window, or the browser version with one line that says why. */
function runStart(node, task, given) {
  const { binary, args, why } = chooseShell(given);
  const runInstead = (sentence) => {
    if (sentence !== undefined) console.error(sentence);
    runTask(node, task, args);
  };
  if (binary === undefined) return runInstead(why);
  const begun = Date.now();
  const noWindow = (what) => runInstead(`Electron couldn't open a window (${what}): this is the browser version.`);
  // A system without user namespaces for its sandbox, a missing library, a display that doesn't answer.
  const isEarly = () => !ending && Date.now() - begun < WINDOW_START_MS;
  runChild(binary, [root].concat(args), windowEnvironment(environment(node, {})), {
    ended: (code, signal) => (code !== 0 && isEarly() ? noWindow(signal || code) : endAlike(code, signal)),
    failed: (error) => noWindow(error.code),
  });
}

function main() {
  const [name, ...args] = process.argv.slice(2);
  const task = TASKS[name];
  if (task === undefined) fail(`No task is called ${name}. There are: ${Object.keys(TASKS).join(', ')}.`);
  if (findNode() === undefined && !installBringsNode()) needNode();
  if (!ensureInstalled()) process.exit(1);
  const node = findNode();
  if (node === undefined) needNode();
  if (task.build && !isBuilt()) {
    const built = spawnSync(node, [join(root, 'scripts', 'build.mjs')], {
      stdio: ['ignore', 2, 2],
      env: environment(node, {}),
    });
    if (built.status !== 0) fail('The build failed; see the lines above.');
  }
  if (!existsSync(join(root, task.file))) fail(`${task.file} is missing, so there is nothing to run.`);
  passSignals();
  (task.run || runTask)(node, task, args);
}

main();
