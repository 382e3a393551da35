// `posthorn://app/`: the built screen, and nothing else of the disk. Counterpart: site/static-files.ts and
// site/security-headers.ts do the same for a browser. Rule: an address is looked up letter by letter in a list made at
// start and never becomes a file name, so no spelling of `..` leads anywhere.

import fs from 'node:fs';
import path from 'node:path';

import type { CustomScheme, Protocol } from 'electron';

import { ORIGIN, SCHEME } from './address.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Nothing inline, no eval, no frame, and no connection at all: the engine is heard over a port. */
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `font-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'none'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
};

/**
 * Standard: relative addresses and an origin of its own. Secure: no warning about mixed content. No fetch, no service
 * worker, no way around the policy.
 */
export const APP_SCHEME: CustomScheme = { scheme: SCHEME, privileges: { standard: true, secure: true } };

interface AppFile {
  file: string;
  type: string;
}

/** Address -> file. */
export type AppFiles = ReadonlyMap<string, AppFile>;

/** Every file below `dir` of a kind that a page loads. Throws where there is no page. */
export function listAppFiles(dir: string): AppFiles {
  const files = new Map<string, AppFile>();
  for (const entry of fs.readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const type = TYPES[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(`${ORIGIN}/${path.relative(dir, file).split(path.sep).join('/')}`, { file, type });
  }
  const index = files.get(`${ORIGIN}/index.html`);
  if (!index) throw new Error(`no index.html in ${dir}`);
  return files.set(`${ORIGIN}/`, index);
}

/** Answers the page's requests from now on. */
export function serveApp(protocol: Protocol, files: AppFiles): void {
  protocol.handle(SCHEME, async ({ method, url }) => {
    if (method !== 'GET') return new Response(null, { status: 405, headers: { ...HEADERS, Allow: 'GET' } });
    const found = files.get(url);
    if (!found) return new Response(null, { status: 404, headers: HEADERS });
    const content = await fs.promises.readFile(found.file);
    return new Response(new Uint8Array(content), { headers: { ...HEADERS, 'Content-Type': found.type } });
  });
}
