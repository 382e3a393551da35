// The lesson that somebody writes beside the app: read when it is saved, and told to whoever waits. Counterpart:
// contract/lesson-draft.ts; `lesson.draft` asks. Rule: files are read and nothing else; what is in them is the screen's to judge.

import type { LessonDraft } from '../../contract/lesson-draft.ts';
import { factsOfAll } from '../labs/lab-facts.ts';
import { News } from '../news.ts';
import { type Disk, DiskError } from '../world.ts';
import { DRAFT_LIMITS } from './limits.ts';

type Texts = Pick<LessonDraft, 'files' | 'problem'>;

export class LessonDraftDesk {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #name: string;
  readonly #news = new News();
  readonly #labs = factsOfAll();
  #now: Texts;

  /** `disk`: that of the folder, which is called `folder`; `name`: the lesson's file in it. */
  constructor(disk: Disk, folder: string, name: string) {
    this.#disk = disk;
    this.#folder = folder;
    this.#name = name;
    this.#now = this.#read();
    // Editors write a new file and rename it over the old one: the folder is watched, not the file.
    disk.watch('.', (changed) => this.#isOurs(changed) && this.look());
  }

  /** At once, or as soon as there is other news than `seen`. */
  async draft(seen?: number): Promise<LessonDraft> {
    if (seen !== undefined) await this.#news.after(seen);
    return { news: this.#news.count, folder: this.#folder, name: this.#name, labs: this.#labs, ...this.#now };
  }

  /** Reads the files again; what is as it was is no news. */
  look(): void {
    const read = this.#read();
    // An editor that empties a file writes it in the next moment.
    if (read.files[this.#name] === '' || JSON.stringify(read) === JSON.stringify(this.#now)) return;
    this.#now = read;
    this.#news.tell();
  }

  #read(): Texts {
    const files: Record<string, string> = {};
    try {
      const others = this.#disk.now.list('.').filter((name) => name !== this.#name && this.#isOurs(name));
      for (const name of [this.#name, ...others.toSorted().slice(0, DRAFT_LIMITS.translations)]) {
        files[name] = new TextDecoder().decode(this.#disk.now.read(name, DRAFT_LIMITS.octets));
      }
      return { files };
    } catch (error) {
      if (error instanceof DiskError) return { files, problem: error.message };
      throw error;
    }
  }

  /** The lesson, or a translation of it: `lesson.md`, `lesson.de.md`. */
  #isOurs(name: string): boolean {
    const stem = this.#name.replace(/\.md$/, '');
    return name === this.#name || (name.startsWith(`${stem}.`) && /^\.[a-z]{2,3}\.md$/.test(name.slice(stem.length)));
  }
}
