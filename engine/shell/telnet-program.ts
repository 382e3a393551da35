// Telnet on a dialog: `^]` leads to its own prompt, where the mode is changed or the dialog left.
// Counterpart: dialog-program.ts. Rule: no option is ever negotiated, because on a mail port nobody does.

import { nearest } from '../../contract/problems.ts';
import type { Job, NoteInput } from './command.ts';
import type { Dialog } from './dialog.ts';
import { DialogProgram } from './dialog-program.ts';

const ESCAPE = '\x1d'; // Ctrl-]
const HELP = [
  ['close', 'close the connection and leave'],
  ['quit', 'the same'],
  ['mode line', 'whole lines go out, after you have mended them'],
  ['mode character', 'every key goes out as it is typed'],
  ['status', 'what telnet is connected to'],
  ['', 'an empty line goes back to the dialog'],
] as const;

export class TelnetProgram extends DialogProgram {
  readonly #title: string;
  #mode: 'line' | 'character';
  #asking = false;

  constructor(dialog: Dialog, title: string, mode: 'line' | 'character', job: Job) {
    const closed = { closedThere: 'Connection closed by foreign host.\n', closedHere: 'Connection closed.\n' };
    super(dialog, { lineEnd: '\r\n', ...closed }, job);
    this.#title = title;
    this.#mode = mode;
  }

  override get prompt(): string {
    return this.#asking ? 'telnet> ' : '';
  }

  override get mode(): 'line' | 'character' {
    return this.#asking ? 'line' : this.#mode;
  }

  override line(text: string, note: NoteInput): void {
    if (this.#asking) {
      note(text);
      this.#command(text.trim());
    } else if (text === ESCAPE || text === '^]') {
      note('^]');
      this.#ask(true);
    } else super.line(text, note);
  }

  override bytes(octets: string, note: NoteInput): void {
    const escape = octets.indexOf(ESCAPE);
    if (escape !== 0) super.bytes(escape < 0 ? octets : octets.slice(0, escape), note);
    if (escape < 0) return;
    note('^]\n');
    this.#ask(true);
  }

  #ask(asking: boolean): void {
    this.#asking = asking;
    this.job.prompt();
  }

  #command(text: string): void {
    const [word = '', argument = ''] = text.toLowerCase().split(/\s+/);
    if (word === 'quit' || word === 'close') {
      this.over('Connection closed.\n');
      return;
    }
    if (word === 'mode' && (argument === 'line' || argument === 'character')) this.#mode = argument;
    else if (word === 'status') this.job.print(`Connected to ${this.#title}, in ${this.#mode} mode.\n`);
    else if (word !== '') {
      if (word !== 'help' && word !== '?') this.job.print(`?Invalid command${hint(word)}\n`);
      for (const [name, what] of HELP) this.job.print(`${name.padEnd(16)}${what}\n`);
      this.job.prompt();
      return;
    }
    this.#ask(false);
  }
}

function hint(word: string): string {
  const near = nearest(
    word,
    HELP.map(([name]) => name.split(' ')[0] ?? ''),
  );
  return near === undefined || near === '' ? '' : `; did you mean "${near}"?`;
}
