// A session file that the system hands over: a double click on it, `posthorn FILE`, a drop on the icon. Counterpart: main.ts
// hears of it, renderer/source/handed-file.ts takes it. Rule: it is passed on unread, to our page and when that listens; the
// latest is opened, as the screen shows one.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { dialog, type WebContents } from 'electron';

import type { HandedFile } from '../contract/bridge.ts';
import { FILE } from './channels.ts';
import { ELECTRON_LIMITS } from './limits.ts';
import { TEXT } from './text.ts';

const ENDING = '.posthorn';

/** The session file that a command line names, absolute. Desktops of Linux say it as an address. */
export function namedFile(args: readonly string[], dir: string): string | undefined {
  const named = args.find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(ENDING));
  if (named === undefined) return undefined;
  return URL.canParse(named) && named.startsWith('file:') ? fileURLToPath(named) : path.resolve(dir, named);
}

export class HandedFiles {
  #waiting: string | undefined;
  /** The page that listens. */
  #page: WebContents | undefined;

  hand(file: string | undefined): void {
    if (file === undefined) return;
    this.#waiting = file;
    void this.#give();
  }

  /** A page that asks for its port has set up its ears before. */
  listens(page: WebContents): void {
    if (page !== this.#page) this.#watch(page);
    void this.#give();
  }

  #watch(page: WebContents): void {
    this.#page = page;
    const forget = () => {
      if (this.#page === page) this.#page = undefined;
    };
    page.once('destroyed', forget);
    page.once('render-process-gone', forget);
    page.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) forget();
    });
  }

  async #give(): Promise<void> {
    const [page, file] = [this.#page, this.#waiting];
    if (!page || file === undefined) return;
    this.#waiting = undefined;
    try {
      const handed: HandedFile = { name: path.basename(file), content: await read(file) };
      page.send(FILE, handed);
    } catch (error) {
      dialog.showErrorBox(TEXT.cannotOpen(file), (error as Error).message);
    }
  }
}

async function read(file: string): Promise<Uint8Array> {
  const { size } = await fs.promises.stat(file);
  if (size > ELECTRON_LIMITS.handedOctets) throw new Error(TEXT.largeFile);
  return fs.promises.readFile(file);
}
