// Hears of what other programs do in new/ and cur/, while somebody wants to know. Counterpart: maildir.ts. Rule: costs
// nothing while nobody has the mailbox open, so a delivery to a mailbox that nobody reads wakes nobody.

import type { Disposable } from '../disposable.ts';
import type { Disk } from '../world.ts';

export class MaildirWatch {
  readonly #disk: Disk;
  readonly #touched: (file: string) => void;
  #path: string;
  #wanted = 0;
  #running: Disposable[] = [];

  /** `touched`: `new/...` or `cur/...`, which came, changed or went. */
  constructor(disk: Disk, path: string, touched: (file: string) => void) {
    this.#disk = disk;
    this.#path = path;
    this.#touched = touched;
  }

  /** Until disposed. */
  start(): Disposable {
    this.#wanted += 1;
    if (this.#wanted === 1) this.#listen();
    return {
      dispose: () => {
        this.#wanted -= 1;
        if (this.#wanted === 0) this.stop();
      },
    };
  }

  moved(path: string): void {
    this.#path = path;
    this.stop();
    if (this.#wanted > 0) this.#listen();
  }

  stop(): void {
    for (const one of this.#running.splice(0)) one.dispose();
  }

  #listen(): void {
    this.#running = ['new', 'cur'].map((directory) =>
      this.#disk.watch(`${this.#path}/${directory}`, (name) => {
        if (!name.startsWith('.')) this.#touched(`${directory}/${name}`);
      }),
    );
  }
}
