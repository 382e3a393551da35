// The file `posthorn-uids` of a Maildir: `<uidvalidity> <uidnext>`. Counterpart: maildir.ts.
// Rule: uids stand in the file names; this file only keeps what no name can: the validity, and the
// next uid once the highest letter is gone. It may lag behind the names, never lead to a uid twice.

import { type Disk, DiskError } from '../world.ts';
import { StoreError } from './mailbox.ts';

/** RFC 3501 section 9: both are nz-number, 32 bits. */
const HIGHEST = 2 ** 32 - 1;

export class UidFile {
  readonly validity: number;
  readonly #disk: Disk;
  readonly #path: string;
  #floor: number;

  private constructor(disk: Disk, path: string, validity: number, floor: number) {
    this.#disk = disk;
    this.#path = path;
    this.validity = validity;
    this.#floor = floor;
  }

  /** Reads the file of a Maildir, or makes it: `now_ms` becomes the validity, which must grow when uids start anew. */
  static async open(disk: Disk, directory: string, now_ms: number): Promise<UidFile> {
    const path = `${directory}/posthorn-uids`;
    await removeLeftover(disk, `${path}.new`);
    const known = await readNumbers(disk, path);
    if (known) return new UidFile(disk, path, known[0], known[1]);
    const validity = Math.min(HIGHEST, Math.max(1, Math.floor(now_ms / 1000)));
    const file = new UidFile(disk, path, validity, 0);
    file.raise(1);
    await disk.syncDir(directory);
    return file;
  }

  /** No uid below was ever free again. */
  floor(): number {
    return this.#floor;
  }

  /** Keeps `uidNext` before the letter that shows it goes away. */
  raise(uidNext: number): void {
    if (uidNext <= this.#floor) return;
    if (uidNext > HIGHEST) throw new StoreError('the mailbox has used all its uids; move the letters to a new one');
    this.#disk.now.create(`${this.#path}.new`, new TextEncoder().encode(`${this.validity} ${uidNext}\n`));
    this.#disk.now.rename(`${this.#path}.new`, this.#path);
    this.#floor = uidNext;
  }
}

async function readNumbers(disk: Disk, path: string): Promise<[number, number] | undefined> {
  if (!(await disk.exists(path))) return undefined;
  const match = /^(\d{1,10}) (\d{1,10})\s*$/.exec(new TextDecoder().decode(await disk.read(path)));
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}

async function removeLeftover(disk: Disk, path: string): Promise<void> {
  try {
    await disk.remove(path);
  } catch (error) {
    if (!(error instanceof DiskError && error.problem === 'missing')) throw error;
  }
}
