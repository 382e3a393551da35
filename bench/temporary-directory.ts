// Directories for one measurement. Rule: whatever ends the bench, they go with it; a lab that is still
// open in one of them is no reason to leave it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const kept = new Set<string>();

export interface TemporaryDirectory {
  readonly path: string;
  remove(): void;
}

/** Makes one below `root`. */
export function temporaryDirectory(root: string = os.tmpdir()): TemporaryDirectory {
  const dir = fs.mkdtempSync(path.join(root, 'posthorn-bench-'));
  kept.add(dir);
  return {
    path: dir,
    remove: () => {
      kept.delete(dir);
      removeTree(dir);
    },
  };
}

function removeTree(dir: string): void {
  fs.rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
}

process.on('exit', () => {
  for (const dir of kept) removeTree(dir);
});
