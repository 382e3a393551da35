// Where a person's lab lives when nobody says: the user data directory of the system, so that a lab outlives
// the folder Posthorn was unpacked in. Counterpart: main.ts, engine/host.ts. Rule: --dir and POSTHORN_DIR go first.

import os from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The directory of the first lab, absolute. */
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
