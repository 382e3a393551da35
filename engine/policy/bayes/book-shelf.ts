// The word books of a host's people, each in its owner's folder, where a person can look at it: `home/USER/words.json`.
// Counterpart: word-book.ts. Rule: written when something was learned, before anybody hears that it was; read when a
// letter first asks for it.

import { addressKey } from '../../../mail/address.ts';
import { encodeName } from '../../encode-name.ts';
import { type Disk, DiskError } from '../../world.ts';
import { POLICY_LIMITS } from '../limits.ts';
import { WordBook } from './word-book.ts';

export class BookShelf {
  readonly #disk: Disk;
  readonly #dir: string;
  /** By address key. */
  readonly #books = new Map<string, WordBook>();

  constructor(disk: Disk, hostDir: string) {
    this.#disk = disk;
    this.#dir = `${hostDir}/home`;
  }

  of(address: string): WordBook {
    const key = addressKey(address);
    const known = this.#books.get(key);
    if (known) return known;
    const book = this.#read(key);
    this.#books.set(key, book);
    return book;
  }

  /** What was learned is on disk when it returns. */
  save(address: string): void {
    const key = addressKey(address);
    const [dir, path] = [this.#folder(key), this.#path(key)];
    this.#disk.now.makeDir(dir);
    if (this.#disk.now.exists(`${path}.new`)) this.#disk.now.remove(`${path}.new`);
    this.#disk.now.create(`${path}.new`, this.of(key).encode());
    this.#disk.now.rename(`${path}.new`, path);
    this.#disk.now.syncDir(dir);
  }

  /** All that a person's letters have taught. */
  forget(address: string): void {
    const key = addressKey(address);
    this.#books.set(key, new WordBook());
    if (this.#disk.now.exists(this.#path(key))) this.#disk.now.remove(this.#path(key));
  }

  #read(key: string): WordBook {
    try {
      return WordBook.decode(this.#disk.now.read(this.#path(key), POLICY_LIMITS.bookOctets));
    } catch (error) {
      if (error instanceof DiskError) return new WordBook();
      throw error;
    }
  }

  #folder(key: string): string {
    return `${this.#dir}/${encodeName(key)}`;
  }

  #path(key: string): string {
    return `${this.#folder(key)}/words.json`;
  }
}
