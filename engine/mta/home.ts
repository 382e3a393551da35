// The folders of a host's people: `/home/...` in a table is `home/...` in the host's own folder of the lab. Counterpart:
// local-targets.ts and recipients.ts read and write there, host-files.ts shows it. Rule: no path leads out of it, no link
// is followed, and what is read is bounded: anybody may have put anything there.

import { addressKey, splitAddress } from '../../mail/address.ts';
import { toByteString } from '../../mail/bytes.ts';
import { readTargets } from '../../mail/alias-targets.ts';
import { encodeName } from '../encode-name.ts';
import { HOME_LIMITS } from '../limits.ts';
import { type Disk, DiskError } from '../world.ts';

export class Home {
  readonly #disk: Disk;
  /** The host's folder. */
  readonly #dir: string;

  constructor(disk: Disk, dir: string) {
    this.#disk = disk;
    this.#dir = dir;
  }

  /** Targets in a user's .forward; undefined without one that can be read. */
  forwardOf(mailbox: string): string[] | undefined {
    const read = this.targets(`/home/${encodeName(addressKey(mailbox))}/.forward`, mailbox);
    return 'targets' in read && read.targets.length > 0 ? read.targets : undefined;
  }

  /** Targets in a file; names without a domain are of the domain of `address`. */
  targets(path: string, address: string): { targets: string[] } | { problem: string } {
    const read = this.read(path);
    if ('problem' in read) return read;
    return { targets: readTargets(toByteString(read.bytes), splitAddress(address)?.domain ?? '') };
  }

  read(path: string): { bytes: Uint8Array } | { problem: string } {
    const at = this.#locate(path);
    if (at === undefined) return { problem: 'Permission denied' };
    try {
      return { bytes: this.#disk.now.read(at, HOME_LIMITS.readOctets) };
    } catch (error) {
      return { problem: reason(error) };
    }
  }

  /** Synced when it returns; a folder that isn't there is made. */
  async append(path: string, bytes: Uint8Array): Promise<{ problem?: string }> {
    const at = this.#locate(path);
    if (at === undefined) return { problem: 'Permission denied' };
    try {
      await this.#disk.makeDir(at.slice(0, at.lastIndexOf('/')));
      this.#disk.now.append(at, bytes, HOME_LIMITS.fileOctets);
      return {};
    } catch (error) {
      return { problem: reason(error) };
    }
  }

  /** The path on the disk; undefined for one that leads elsewhere, or over a link. */
  #locate(path: string): string | undefined {
    const parts = path.split('/').slice(1);
    if (!path.startsWith('/home/') || parts.length < 3) return undefined;
    if (parts.some((part) => part === '' || part === '.' || part === '..' || /[^\x20-\uffff]|[\\:]/.test(part)))
      return undefined;
    const steps = parts.map((_part, last) => [this.#dir, ...parts.slice(0, last + 1)].join('/'));
    return steps.some((step) => this.#disk.now.isLink(step)) ? undefined : steps.at(-1);
  }
}

/** As a Unix system says it. */
function reason(error: unknown): string {
  if (!(error instanceof DiskError)) throw error;
  const words = { missing: 'No such file or directory', full: 'No space left on device', denied: 'Permission denied' };
  return error.problem === 'missing' || error.problem === 'full' || error.problem === 'denied'
    ? words[error.problem]
    : 'File too large or not a file';
}
