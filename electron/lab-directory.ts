// Where a person's lab lives: where --dir or POSTHORN_DIR say, else the same directory as in the browser version, so
// that one finds the other's lab. Counterpart: web/lab-directory.ts (a shell imports nothing from the other;
// test/electron/lab-directory.test.ts holds the two equal).

import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

type Environment = Readonly<Record<string, string | undefined>>;

/** The directory of the lab, absolute. `args` may hold Chromium's own switches too. */
export function labDirectory(args: readonly string[], env: Environment = process.env): string {
  const { values } = parseArgs({ args: [...args], options: { dir: { type: 'string' } }, strict: false });
  const told = typeof values.dir === 'string' ? values.dir : env['POSTHORN_DIR'];
  return path.resolve(told ?? defaultLabDirectory(env));
}

export function defaultLabDirectory(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = os.homedir(),
): string {
  if (platform === 'win32') {
    return path.win32.join(env['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local'), 'Posthorn', 'lab');
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Posthorn', 'lab');
  // XDG Base Directory Specification: a relative value is to be ignored.
  const data = env['XDG_DATA_HOME'];
  const base = data !== undefined && path.posix.isAbsolute(data) ? data : path.posix.join(home, '.local', 'share');
  return path.posix.join(base, 'posthorn', 'lab');
}
