// A directory of a test's own, gone after it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { onTestFinished } from 'vitest';

export function temporaryDir(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-test-'));
  onTestFinished(() => fs.rmSync(dir, { recursive: true, force: true }));
  return dir;
}
