// A POP3 dialog that a program leads (RFC 1939): a command, its line of answer, and the octets that follow some of them.
// Counterpart: commands/fetchmail.ts; access/pop3/ is the other end. Rule: what is fetched stays octet for octet; a
// refusal is an error with the server's words, and so is a server that leaves.

import type { Seq } from '../../contract/ids.ts';
import { unstuffDots } from '../../mail/smtp/data.ts';
import type { Dialog } from './dialog.ts';

export class Pop3Refusal extends Error {
  override name = 'Pop3Refusal';
}

export class Pop3Talk {
  readonly #dialog: Dialog;
  readonly #typed: Seq;
  #heard = Buffer.alloc(0);
  #ended = false;
  #waiting: (() => void) | undefined;

  constructor(dialog: Dialog, typed: Seq) {
    this.#dialog = dialog;
    this.#typed = typed;
    dialog.listen({
      heard: (bytes) => {
        this.#heard = Buffer.concat([this.#heard, bytes]);
        this.#waiting?.();
      },
      ended: () => {
        this.#ended = true;
        this.#waiting?.();
      },
    });
  }

  /** The greeting. */
  greeted(): Promise<string> {
    return this.#line();
  }

  /** The answer's text. Throws Pop3Refusal. */
  ask(command: string): Promise<string> {
    const octets = Buffer.from(`${command}\r\n`);
    this.#dialog.shown(command, octets);
    this.#dialog.say(octets, this.#typed);
    return this.#line();
  }

  /** What stands between the answer and the lone dot. Throws Pop3Refusal. */
  async askLong(command: string): Promise<Uint8Array> {
    await this.ask(command);
    const end = () => (this.#heard.subarray(0, 3).equals(EMPTY) ? 0 : this.#heard.indexOf('\r\n.\r\n') + 2);
    const at = await this.#until(() => (end() === 1 ? -1 : end()));
    const octets = this.#heard.subarray(0, at + EMPTY.length);
    this.#heard = this.#heard.subarray(octets.length);
    return unstuffDots(octets);
  }

  async #line(): Promise<string> {
    const at = await this.#until(() => this.#heard.indexOf('\r\n'));
    const line = this.#heard.toString('latin1', 0, at);
    this.#heard = this.#heard.subarray(at + 2);
    if (!line.startsWith('+OK')) throw new Pop3Refusal(line.slice(0, 200));
    return line.slice(4);
  }

  /** Where what is waited for stands. */
  async #until(find: () => number): Promise<number> {
    for (;;) {
      const at = find();
      if (at >= 0) return at;
      if (this.#ended) throw new Pop3Refusal('the server closed the connection');
      await new Promise<void>((resolve) => (this.#waiting = resolve));
    }
  }
}

const EMPTY = Buffer.from('.\r\n');
