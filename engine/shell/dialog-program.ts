// A dialog that has the terminal: what is typed goes out, what comes is shown, until one end is done.
// Counterpart: nc and openssl use it as it is, telnet-program.ts adds an escape. Rule: a whole line
// goes out at once; in character mode each key does, the backspace too, and then it's out.

import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { visibleBytes } from './visible.ts';
import type { Job, NoteInput, Program } from './command.ts';
import type { Dialog } from './dialog.ts';

export interface DialogStyle {
  /** What ends a typed line on the wire. */
  lineEnd: '\r\n' | '\n';
  /** What is printed when the other end closes, and when this one does. */
  closedThere: string;
  closedHere: string;
  /** Does something else with a line than saying it; true when it did. */
  instead?: (line: string, program: DialogProgram) => boolean;
}

/** Where a password follows in a line of SMTP, POP3 or IMAP, however far it is typed. */
const BEFORE_SECRET = /^\s*(?:PASS |AUTH\s+\S+\s+|\S+\s+(?:LOGIN\s+\S+|AUTHENTICATE\s+\S+)\s+)/i;

export class DialogProgram implements Program {
  protected readonly job: Job;
  readonly #dialog: Dialog;
  readonly #style: DialogStyle;
  #over = false;
  /** Character mode: the line so far, and whether the other end asked for a credential. */
  #soFar = '';
  #challenged = false;

  constructor(dialog: Dialog, style: DialogStyle, job: Job) {
    this.#dialog = dialog;
    this.#style = style;
    this.job = job;
  }

  /** Takes the terminal. */
  start(): void {
    this.job.enter(this);
    this.#dialog.listen({
      heard: (bytes) => {
        this.#challenged = /^(?:334|\+)(?: |\r?$)/m.test(toByteString(bytes.subarray(0, 8)));
        this.job.print(visibleBytes(bytes));
      },
      ended: () => this.over(this.#style.closedThere),
    });
  }

  get prompt(): string {
    return '';
  }

  get mode(): 'line' | 'character' {
    return 'line';
  }

  line(text: string, note: NoteInput): void {
    if (this.#style.instead?.(text, this)) {
      note(text);
      return;
    }
    const octets = Buffer.from(text + this.#style.lineEnd);
    this.#dialog.say(octets, note(this.#dialog.shown(text, octets)));
  }

  bytes(octets: string, note: NoteInput): void {
    for (const octet of octets) {
      // Enter is CR LF on the wire (RFC 854); every other key is itself.
      const enter = octet === '\r' || octet === '\n';
      const secret = this.#challenged || BEFORE_SECRET.test(this.#soFar);
      this.#soFar = enter ? '' : (this.#soFar + octet).slice(-256);
      const sent = fromByteString(enter ? '\r\n' : octet);
      this.#dialog.shown('', sent);
      this.#dialog.say(sent, note(enter ? '\n' : secret ? '*' : octet));
    }
  }

  signal(signal: 'interrupt' | 'end'): void {
    if (signal === 'interrupt') this.over(this.#style.closedHere);
    // The other end may still have something to say, and closes then.
    else this.#dialog.end();
  }

  dispose(): void {
    this.#over = true;
    this.#dialog.end();
  }

  /** A word of the program's own. */
  say(text: string): void {
    this.job.print(text);
  }

  over(text: string): void {
    if (this.#over) return;
    this.#over = true;
    this.job.print(text);
    this.#dialog.end();
    this.job.leave();
  }
}
