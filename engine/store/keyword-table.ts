// The keywords of a Maildir: its file names have a letter for each, `a` to `z`, and `dovecot-keywords` says which, as
// Dovecot keeps it. Counterpart: letter-name.ts. Rule: a letter that was given stays given, so a name always means the
// same; the file is there whole or as it was.

import type { Disk } from '../world.ts';
import { unlessMissing } from './disk-trouble.ts';
import { STORE_LIMITS } from './limits.ts';
import { type Flag, isKeywordName, keywordNames, StoreError } from './mailbox.ts';

const FIRST = 'a'.charCodeAt(0);

export class KeywordTable {
  readonly #disk: Pick<Disk, 'now'>;
  #directory: string;
  readonly #names: string[];

  constructor(disk: Pick<Disk, 'now'>, directory: string) {
    this.#disk = disk;
    this.#directory = directory;
    this.#names = this.#read();
  }

  get names(): readonly string[] {
    return this.#names;
  }

  moved(directory: string): void {
    this.#directory = directory;
  }

  /** What stands in a file's name; a keyword that is new gets a letter. */
  lettersOf(flags: ReadonlySet<Flag>): string {
    return keywordNames(flags)
      .map((name) => String.fromCharCode(FIRST + this.#indexOf(name)))
      .toSorted()
      .join('');
  }

  flagsOf(letters: string): Flag[] {
    return Array.from(letters).flatMap((letter): Flag[] => {
      const name = this.#names[letter.charCodeAt(0) - FIRST];
      return name === undefined ? [] : [`=${name}`];
    });
  }

  #indexOf(name: string): number {
    const known = this.#names.indexOf(name);
    if (known >= 0) return known;
    if (this.#names.length >= STORE_LIMITS.keywords)
      throw new StoreError('the mailbox has all keywords that it may have');
    const names = [...this.#names, name];
    const path = `${this.#directory}/dovecot-keywords`;
    unlessMissing(() => this.#disk.now.remove(`${path}.new`));
    const text = names.map((one, index) => `${index} ${one}\n`).join('');
    this.#disk.now.create(`${path}.new`, new TextEncoder().encode(text));
    this.#disk.now.rename(`${path}.new`, path);
    this.#names.push(name);
    return names.length - 1;
  }

  #read(): string[] {
    const octets = unlessMissing(() => this.#disk.now.read(`${this.#directory}/dovecot-keywords`));
    const names: string[] = [];
    for (const line of new TextDecoder('latin1').decode(octets).split('\n')) {
      const [, index, name = ''] = /^(\d{1,2}) (\S+)$/.exec(line) ?? [];
      if (Number(index) !== names.length || !isKeywordName(name) || names.length >= STORE_LIMITS.keywords) break;
      names.push(name);
    }
    return names;
  }
}
