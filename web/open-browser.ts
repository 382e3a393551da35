// Opens the address in the person's own browser. Counterpart: main.ts. Rule: never where nobody looks (CI, no
// display); the address is printed anyway, so a browser that won't open is no error.

import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether there is a person at a display. */
export function hasDisplay(env: Environment = process.env, platform: NodeJS.Platform = process.platform): boolean {
  if (env['CI'] !== undefined && env['CI'] !== '') return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}

export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [command, args] = browserCommand(url, platform);
  // A session of its own: Ctrl-C at our terminal is not meant for the browser.
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

/** The system's own way to open an address. */
export function browserCommand(url: string, platform: NodeJS.Platform): [command: string, args: string[]] {
  // Not `start`, which is a word of cmd.exe and would read the address as its syntax.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return platform === 'darwin' ? ['open', [url]] : ['xdg-open', [url]];
}
