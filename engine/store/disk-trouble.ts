// What a disk says, in the store's words. Counterpart: maildir.ts, mbox.ts. Rule: a protocol machine knows StoreError only.

import { DiskError } from '../world.ts';
import { StoreError } from './mailbox.ts';

/** What `action` returns; a disk's problem becomes the store's. */
export function told<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof DiskError) throw new StoreError(error.message, { cause: error });
    throw error;
  }
}

/** Tries `action`; whoever asks the store next hears of its problem. */
export function quietly(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

export function unlessMissing<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof DiskError && error.problem === 'missing';
}
