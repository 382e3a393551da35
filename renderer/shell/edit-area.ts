// What stands below the session's text: lines on their way and the line being typed, drawn and wiped as one. Counterpart:
// session.ts, which wipes it, writes what came, and draws it again. Rule: pure; the area begins where the text ends and
// never fills the screen, so that it can always be wiped.
//
//   visitor$ telnet mx1 25     <- the session's text, prompt included, ends after "$ "
//            ^ area: "telnet mx1 25", cursor anywhere in it

import { type Place, placeAfter } from './cells.ts';
import { typed } from './colours.ts';

export interface EditArea {
  /** Where the session's text ends. */
  column: number;
  /** Sent and not yet taken. */
  pending: readonly string[];
  text: string;
  cursor: number;
}

export interface Size {
  columns: number;
  rows: number;
}

/** Lines on their way that are shown; more than that were pasted, and come one by one. */
const PENDING_SHOWN = 3;

/** `row`: where the cursor then is, below the end of the session's text. */
export function drawArea(area: EditArea, { columns, rows }: Size): { output: string; row: number } {
  let place: Place = { row: 0, column: area.column };
  let output = '';
  for (const whole of area.pending.slice(0, PENDING_SHOWN)) {
    const line = whole.slice(0, columns);
    output += `${typed(line)}\r\n`;
    place = { row: placeAfter(line, place, columns).row + 1, column: 0 };
  }
  const room = Math.max(1, Math.floor((rows - place.row - 2) / 2)) * columns;
  const { text, cursor } = around(area.text, area.cursor, room);
  const end = wrapped(placeAfter(text, place, columns), columns);
  const at = wrapped(placeAfter(text.slice(0, cursor), place, columns), columns);
  // A line that ends at the margin hasn't wrapped yet: a blank makes it.
  const isFull = placeAfter(text, place, columns).column === columns;
  output += typed(text) + (isFull ? ' \r' : '');
  if (end.row !== at.row || end.column !== at.column) output += up(end.row - at.row) + toColumn(at.column);
  return { output, row: at.row };
}

/** Back to the end of the session's text, with nothing after it. */
export function wipeArea(row: number, column: number): string {
  return `${up(row)}${toColumn(column)}\x1b[J`;
}

/** The part of a very long line that is shown. Half a screen of wide characters still fits. */
function around(text: string, cursor: number, room: number): { text: string; cursor: number } {
  if (text.length <= room) return { text, cursor };
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), text.length - room));
  return { text: text.slice(from, from + room), cursor: cursor - from };
}

function wrapped({ row, column }: Place, columns: number): Place {
  return column === columns ? { row: row + 1, column: 0 } : { row, column };
}

function up(rows: number): string {
  return rows > 0 ? `\x1b[${rows}A` : '';
}

function toColumn(column: number): string {
  return column > 0 ? `\r\x1b[${column}C` : '\r';
}
