// The file of a mailbox that says `<uidvalidity> <uidnext>`. Counterpart: maildir.ts (`posthorn-uids`), mbox.ts
// (`.INBOX.uids`). Rule: uids stand with the letters; this file only keeps what no letter can: the validity, and the
// next uid once the highest letter is gone. It may lag behind the letters, never lead to a uid twice.

import type { Disk } from '../world.ts';
import { unlessMissing } from './disk-trouble.ts';
import { StoreError } from './mailbox.ts';

/** RFC 3501 section 9: both are nz-number, 32 bits. */
const HIGHEST = 2 ** 32 - 1;

export class UidFile {
  readonly validity: number;
  readonly #disk: Pick<Disk, 'now'>;
  #path: string;
  #floor: number;

  private constructor(disk: Pick<Disk, 'now'>, path: string, validity: number, floor: number) {
    this.#disk = disk;
    this.#path = path;
    this.validity = validity;
    this.#floor = floor;
  }

  /**
   * Reads the file of a mailbox, or makes it with `fresh` as the validity, which must grow when uids start anew
   * (RFC 3501 section 2.3.1.1).
   */
  static open(disk: Pick<Disk, 'now'>, path: string, fresh: () => number): UidFile {
    unlessMissing(() => disk.now.remove(`${path}.new`));
    const known = readNumbers(disk, path);
    if (known) return new UidFile(disk, path, known[0], known[1]);
    const file = new UidFile(disk, path, fresh(), 0);
    file.raise(1);
    disk.now.syncDir(path.slice(0, path.lastIndexOf('/')));
    return file;
  }

  /** The mailbox has another place now, and the file went with it. */
  moved(path: string): void {
    this.#path = path;
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

function readNumbers(disk: Pick<Disk, 'now'>, path: string): [number, number] | undefined {
  const octets = unlessMissing(() => disk.now.read(path));
  const match = octets && /^(\d{1,10}) (\d{1,10})\s*$/.exec(new TextDecoder().decode(octets));
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
