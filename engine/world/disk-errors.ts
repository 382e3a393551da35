// What the machine says of a failure, as a DiskError that says what to do. Counterpart: real-disk.ts, real-append-file.ts.
// Rule: nobody above the disk sees an error of Node's.

import { DiskError } from '../world.ts';

export function told<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw diskError(file, error);
  }
}

export async function toldLater<T>(file: string, action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (error) {
    throw diskError(file, error);
  }
}

const PROBLEMS: Record<string, [DiskError['problem'], string]> = {
  ENOSPC: ['full', 'the disk is full; make room and try again'],
  EDQUOT: ['full', 'the disk quota is used up; make room and try again'],
  EEXIST: ['exists', 'it exists already'],
  ENOENT: ['missing', 'it is not there'],
  EACCES: ['denied', 'the system denies access; check the permissions of the lab directory'],
  EPERM: ['denied', 'the system denies access; check the permissions of the lab directory'],
  EBUSY: ['denied', 'another program holds it'],
  EROFS: ['denied', 'the disk is read-only'],
};

export function diskError(file: string, error: unknown): DiskError {
  if (error instanceof DiskError) return error;
  const [problem, advice] = PROBLEMS[(error as NodeJS.ErrnoException).code ?? ''] ?? ['other', String(error)];
  return new DiskError(problem, `${file}: ${advice}`, { cause: error });
}
