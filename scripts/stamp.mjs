// Whether dist/ is what the sources would give now: one hash over every file the build reads.
// Contents, not times: a clone or a checkout changes times without changing anything.
// Runs on old Node versions too: no dependencies.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './where.mjs';

const FOLDERS = ['mail', 'contract', 'site', 'engine', 'lessons', 'renderer', 'web', 'electron', 'bench'];
const FILES = [
  'LICENSE',
  'package-lock.json',
  'package.json',
  'tsconfig.base.json',
  'scripts/build.mjs',
  'scripts/papers.ts',
  'scripts/stamp.mjs',
];

const stampFile = join(root, 'dist', '.stamp');

/** A hash over the name and content of every file that the build reads. */
export function inputStamp() {
  const hash = createHash('sha256');
  const add = (path) => {
    // The length keeps the end of one file from being taken for the start of the next.
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  };
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else add(path);
    }
  };
  FOLDERS.filter((folder) => existsSync(join(root, folder))).forEach(walk);
  FILES.forEach(add);
  return hash.digest('hex');
}

/** Whether the last build read exactly these inputs. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === inputStamp();
}
