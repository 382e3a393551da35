// The directory of an account, when its format changes: the new one is written beside it and takes its place. Counterpart:
// account-copy.ts writes it. Rule: at every moment one of the directories is whole, and whoever opens the account after a
// crash finds that one.
//
//   bob          bob~new is written       bob -> bob~old      bob~new -> bob      bob~old goes

import type { StoreFormat } from '../../contract/topology.ts';
import type { Disk } from '../world.ts';
import { INBOX } from './folder-name.ts';

export const freshPlace = (path: string): string => `${path}~new`;
const oldPlace = (path: string): string => `${path}~old`;

/** Puts right what a crash left in the middle of a change. */
export function mendPlace({ now }: Pick<Disk, 'now'>, path: string): void {
  if (formatAt({ now }, path) === undefined && formatAt({ now }, oldPlace(path)) !== undefined) {
    now.removeTree(path);
    now.rename(oldPlace(path), path);
  }
  for (const left of [freshPlace(path), oldPlace(path)]) if (now.exists(left)) now.removeTree(left);
}

export function takePlace({ now }: Pick<Disk, 'now'>, path: string): void {
  const parent = path.slice(0, path.lastIndexOf('/'));
  now.rename(path, oldPlace(path));
  now.rename(freshPlace(path), path);
  now.syncDir(parent);
  now.removeTree(oldPlace(path));
}

/** What is kept there; undefined when nothing is. */
export function formatAt({ now }: Pick<Disk, 'now'>, path: string): StoreFormat | undefined {
  if (now.exists(`${path}/posthorn-uids`)) return 'maildir';
  return now.exists(`${path}/${INBOX}`) ? 'mbox' : undefined;
}
