// Where the files of a measurement lie. Counterpart: rows/chain.ts measures in each place. Rule: memory shows
// what the program costs; the disk shows what a user gets, and most of that may be the disk's own time.

import fs from 'node:fs';
import os from 'node:os';

export interface Place {
  what: 'in memory' | 'on disk';
  root: string;
}

const TMPFS = 0x01021994; // statfs(2)
const SHARED_MEMORY = '/dev/shm';

/** A file system in memory, where there is one, and the disk of temporary files, unless that is in memory too. */
export function places(): Place[] {
  const disk = os.tmpdir();
  if (isInMemory(disk)) return [{ what: 'in memory', root: disk }];
  const onDisk: Place = { what: 'on disk', root: disk };
  return isInMemory(SHARED_MEMORY) ? [{ what: 'in memory', root: SHARED_MEMORY }, onDisk] : [onDisk];
}

function isInMemory(dir: string): boolean {
  try {
    fs.accessSync(dir, fs.constants.W_OK);
    return process.platform === 'linux' && fs.statfsSync(dir).type === TMPFS;
  } catch {
    return false;
  }
}
