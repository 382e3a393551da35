// The built screen, read once at start. Counterpart: scripts/build.mjs makes it, http-site.ts serves it.
// Rule: a request is looked up letter by letter in this map and never becomes a file name, so no spelling of `..`
// leads anywhere.

import fs from 'node:fs';
import path from 'node:path';

export interface StaticFile {
  type: string;
  content: Buffer;
}

/** URL path -> file. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** Every file below `dir` of a kind we know. Throws the file system's error if the folder isn't there. */
export function readStaticFiles(dir: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const entry of fs.readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const type = TYPES[path.extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    const url = `/${path.relative(dir, file).split(path.sep).join('/')}`;
    files.set(url, { type, content: fs.readFileSync(file) });
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}
