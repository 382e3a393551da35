// Installs the dependencies from the lockfile when node_modules is missing or stale, and only then.
// The stamp in node_modules is written after success, so an interrupted install is repeated.
// Runs on old Node versions too: on a machine with Node 20 this is what brings Node 24.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { root } from './where.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.posthorn-installed');

/** Installs if needed; everything it prints goes to stderr. Answers whether the dependencies are there. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  if (!agreesWithLock(JSON.parse(lock)) && !install()) return false;
  writeFileSync(stampFile, stamp);
  return true;
}

/** Whether an install done by hand gave what the lockfile asks: npm leaves its own list at the end of each. */
function agreesWithLock(lock) {
  const listFile = join(modules, '.package-lock.json');
  if (!existsSync(listFile)) return false;
  const installed = JSON.parse(readFileSync(listFile, 'utf8')).packages;
  const wanted = lock.packages;
  const isHere = (entry, path) => installed[path] !== undefined && installed[path].version === entry.version;
  return (
    Object.keys(wanted).every((path) => path === '' || isHere(wanted[path], path) || !isForHere(wanted[path])) &&
    Object.keys(installed).every((path) => wanted[path] !== undefined)
  );
}

/**
 * Whether a lockfile entry must be installed on this platform. Optional ones are asked for their os and cpu, where an
 * exclusion reads '!win32'; those that say neither, or that choose by C library, may be absent.
 */
function isForHere(entry) {
  if (!entry.optional) return true;
  if (entry.libc !== undefined || (entry.os === undefined && entry.cpu === undefined)) return false;
  const allows = (list, name) =>
    list === undefined || list.includes(name) || (list.some((item) => item[0] === '!') && !list.includes(`!${name}`));
  const listOf = (value) => (typeof value === 'string' ? [value] : value);
  return allows(listOf(entry.os), process.platform) && allows(listOf(entry.cpu), process.arch);
}

function install() {
  console.error('Installing the dependencies from package-lock.json (this happens once) ...');
  // `ci` empties node_modules first, which Windows refuses while the Node in there is the one running.
  const inside = process.execPath.startsWith(modules + sep);
  const command = process.platform === 'win32' && inside ? 'install' : 'ci';
  // Development tools are wanted whatever the caller's settings say: the build needs them.
  const args = [command, '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const result = runNpm(args);
  if (result.status === 0) return true;
  const why = result.error === undefined ? `npm ended with status ${result.status}` : result.error.message;
  console.error(`The dependencies could not be installed: ${why}. See the lines above, then run the command again.`);
  return false;
}

/** Runs npm: the very one that called us if there is one, else the one on PATH. */
function runNpm(args) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const caller = process.env.npm_execpath;
  if (caller !== undefined && basename(caller) === 'npm-cli.js') {
    const node = process.env.npm_node_execpath || process.execPath;
    return spawnSync(node, [caller].concat(args), options);
  }
  return spawnSync('npm', args, Object.assign({ shell: process.platform === 'win32' }, options));
}
