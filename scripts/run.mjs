// What every npm script calls: `node scripts/run.mjs TASK [args]`. Finds a Node that will do, installs the
// dependencies if they are missing or stale, builds if the task needs it, then runs the task in a child.
// Its own words go to stderr, so that `lab --json` keeps stdout to itself.
// Runs on old Node versions too: it is the one that says what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { isBuilt } from './stamp.mjs';
import { environment, findNode, installBringsNode, minimumNode, root } from './where.mjs';

/** How long a task may take to end after being asked to. */
const GRACE_MS = 10000;
/** How often to look whether npm is still there. */
const PARENT_CHECK_MS = 300;

const TASKS = {
  start: { file: 'dist/web/server.js', build: true },
  lab: { file: 'dist/engine/lab.js', build: true },
  bench: { file: 'dist/bench/main.js', build: true, flags: ['--expose-gc'] },
  build: { file: 'scripts/build.mjs' },
  check: { file: 'scripts/check.mjs' },
  test: { file: 'scripts/test.mjs' },
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

/** Runs the task with this terminal as its own, passes signals on, and ends as it ended. */
function runTask(node, task, args) {
  const argv = (task.flags || []).concat([join(root, task.file)], args);
  // Compiled code is kept between runs, for a faster start.
  const extra = task.build ? { NODE_COMPILE_CACHE: join(root, 'build', 'compile-cache') } : {};
  const child = spawn(node, argv, { stdio: 'inherit', env: environment(node, extra) });
  let ending = false;
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
  child.on('error', (error) => fail(`${task.file} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
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
  runTask(node, task, args);
}

main();
