// Which shell `npm start` opens: a window where Electron's binary and a display are there, else the browser version.
// Electron is a package without its binary, which only its own installer fetches; nothing is downloaded here.
// Runs on old Node versions too: no dependencies.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './where.mjs';

/** Options that only the browser version has; asking for one asks for it. */
const BROWSER_OPTIONS = ['--web', '--port', '--session', '--no-open', '--help'];

/** The path of Electron's binary, or undefined. Read as its package does; importing that would start a download. */
export function findElectron() {
  const folder = join(root, 'node_modules', 'electron');
  const nameFile = join(folder, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : 'electron';
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), name);
  return existsSync(binary) ? binary : undefined;
}

/** Whether there is a person at a display. */
export function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Answers { binary, args } for a window, or { args, why } for the browser version, where `why` is the sentence to say,
 * undefined when the person asked for it.
 */
export function chooseShell(args) {
  const asksBrowser = args.some((arg) => BROWSER_OPTIONS.includes(arg.split('=')[0]));
  if (asksBrowser) return { args: args.filter((arg) => arg !== '--web') };
  if (!hasDisplay()) return { args, why: 'No display for a window: this is the browser version.' };
  const binary = findElectron();
  if (binary !== undefined) return { binary, args };
  return {
    args,
    why: "Electron's binary isn't here (`npx install-electron` fetches it): this is the browser version.",
  };
}

/** What Electron must not inherit: with this it would be a plain node (an editor's terminal may set it). */
export function windowEnvironment(env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return rest;
}
