// Where text ends up in a terminal's cells. Counterpart: xterm's own table (Unicode 6), which this follows for what
// people type; edit-area.ts moves the cursor by it. Rule: pure.

export interface Place {
  row: number;
  /** Equal to the number of columns while the next character is still to wrap. */
  column: number;
}

const TAB = 8;
const NO_CELL = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const TWO_CELLS =
  /^[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

/** The place after `text`, written from `from` in lines of `columns` cells. */
export function placeAfter(text: string, from: Place, columns: number): Place {
  let { row, column } = from;
  for (const character of text) {
    if (character === '\t') {
      column = Math.min(columns - 1, (Math.floor(column / TAB) + 1) * TAB);
      continue;
    }
    const cells = cellsOf(character);
    if (column + cells > columns) {
      row += 1;
      column = 0;
    }
    column += cells;
  }
  return { row, column };
}

function cellsOf(character: string): number {
  if (character < '\u0300') return 1;
  if (NO_CELL.test(character)) return 0;
  return TWO_CELLS.test(character) ? 2 : 1;
}
