// A directory of a test's own, gone after it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { onTestFinished } from 'vitest';

/** For a hook, which has to remove it itself. */
export function makeTemporaryDir(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-test-'));
}

export function temporaryDir(): string {
  const dir = makeTemporaryDir();
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }));
  return dir;
}
