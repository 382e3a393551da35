// A dialog that a program leads: says something, waits for the answer. Counterpart: send, and the
// plaintext part of openssl's STARTTLS. Rule: an answer ends with the line that says so (SMTP: no
// hyphen after the code; IMAP: a tag), and undefined means that the other end has closed.

import type { Seq } from '../../contract/ids.ts';
import type { Dialog } from './dialog.ts';
import { visibleBytes } from './visible.ts';

/** Tells of a line and which way it went, in swaks's marks. */
export type Told = (mark: '<- ' | ' ->', line: string) => void;

export class Exchange {
  readonly #dialog: Dialog;
  readonly #typed: Seq;
  readonly #told: Told;
  readonly #answers: string[] = [];
  #ended = false;
  #waiting: (() => void) | undefined;

  constructor(dialog: Dialog, typed: Seq, told: Told = () => undefined) {
    this.#dialog = dialog;
    this.#typed = typed;
    this.#told = told;
    dialog.listen({
      heard: (bytes) => {
        const line = visibleBytes(bytes).trimEnd();
        this.#told('<- ', line);
        if (/^(?:\d{3}-|\* )/.test(line) && !line.startsWith('* OK')) return;
        this.#answers.push(line);
        this.#waiting?.();
      },
      ended: () => {
        this.#ended = true;
        this.#waiting?.();
      },
    });
  }

  /** The last line of the next answer. */
  async reply(): Promise<string | undefined> {
    while (this.#answers.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => (this.#waiting = resolve));
    }
    return this.#answers.shift();
  }

  ask(line: string): Promise<string | undefined> {
    const octets = Buffer.from(`${line}\r\n`);
    this.#told(' ->', this.#dialog.shown(line, octets));
    this.#dialog.say(octets, this.#typed);
    return this.reply();
  }

  /** Says octets, each line of them told of. */
  tell(octets: Uint8Array): Promise<string | undefined> {
    for (const line of visibleBytes(octets).trimEnd().split('\n')) this.#told(' ->', line);
    this.#dialog.shown('', octets);
    this.#dialog.say(octets, this.#typed);
    return this.reply();
  }
}
