// The session's text on a terminal, with the line being typed drawn below it. Counterpart: session.ts says what;
// edit-area.ts how. Rule: the one place that knows where the cursor is.

import { placeAfter } from './cells.ts';
import { typed } from './colours.ts';
import { drawArea, type EditArea, type Size, wipeArea } from './edit-area.ts';

/** As much of a terminal as a session needs. */
export interface Screen {
  readonly size: Size;
  write(output: string): void;
}

/** Screen and scrollback. */
const WIPE_ALL = '\x1b[2J\x1b[3J\x1b[H';

export class DrawnLine {
  #screen: Screen | undefined;
  /** Row of the cursor below the end of the session's text, and the column where that text ends. */
  #row = 0;
  #column = 0;

  get columns(): number | undefined {
    return this.#screen?.size.columns;
  }

  /** `said`: the session's text, of which some may have come before there was a terminal. */
  showOn(screen: Screen | undefined, said: string): void {
    this.#screen = screen;
    this.#row = 0;
    if (!screen || said === '') return;
    const open = said.slice(said.lastIndexOf('\n') + 1);
    this.#column = placeAfter(open, { row: 0, column: 0 }, screen.size.columns).column % screen.size.columns;
    screen.write(said.replaceAll('\n', '\r\n'));
  }

  /** An empty screen, but for the text's last line. */
  clear(open = ''): void {
    this.#row = 0;
    this.#screen?.write(WIPE_ALL + open);
  }

  /** Only the session's text is left. */
  wipe(): void {
    this.#screen?.write(wipeArea(this.#row, this.#column));
    this.#row = 0;
  }

  /** Adds `added` to the text, whose last line is then `open`, and draws the line again. */
  update(added: string, open: string, line: Omit<EditArea, 'column'>): void {
    const screen = this.#screen;
    if (!screen) return;
    const { columns } = screen.size;
    const wiped = wipeArea(this.#row, this.#column);
    const { column } = placeAfter(open, { row: 0, column: 0 }, columns);
    const isFull = column === columns;
    this.#column = isFull ? 0 : column;
    const drawn = drawArea({ ...line, column: this.#column }, screen.size);
    this.#row = drawn.row;
    screen.write(wiped + added + (isFull ? ' \r' : '') + drawn.output);
  }

  /** A letter at the end of a short line is only added: nothing flickers, and a slow machine keeps up. */
  append(added: string, line: string): boolean {
    const screen = this.#screen;
    if (!screen || this.#column + line.length * 2 >= screen.size.columns) return false;
    screen.write(typed(added));
    return true;
  }
}
