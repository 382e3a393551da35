// Children of a script, each in a process group of its own, so that ending the script ends all that they started.
// For children that need no terminal input; `run.mjs` has its own way for the ones that do.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

const isWindows = process.platform === 'win32';
/** Time for a group to end by itself after a signal. */
const GRACE_MS = 5000;
const running = new Set();

function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  if (isWindows) {
    spawnSync('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    const exit = () => process.exit(128 + constants.signals[signal]);
    for (const child of running) {
      signalGroup(child, 'SIGTERM');
      child.once('exit', () => running.size === 0 && exit());
    }
    if (running.size === 0) exit();
    setTimeout(exit, GRACE_MS);
  });
}
process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

/**
 * Runs a program to its end. `capture` collects what it prints instead of showing it.
 * Answers { status, output }; status 127 and the reason as output if it couldn't start.
 */
export function run(command, args, { capture = false, ...options } = {}) {
  return new Promise((resolve) => {
    const output = [];
    const stream = capture ? 'pipe' : 'inherit';
    const child = spawn(command, args, { stdio: ['ignore', stream, stream], detached: !isWindows, ...options });
    running.add(child);
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => {
      running.delete(child);
      resolve({ status: 127, output: error.message });
    });
    child.on('exit', () => {
      running.delete(child);
      // What it started and left behind would also hold its pipes open.
      signalGroup(child, 'SIGTERM');
    });
    child.on('close', (code) => resolve({ status: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}
