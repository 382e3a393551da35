// Grades as Moodle's import takes them: comma-separated, with names of columns (RFC 4180). Rule: a cell never becomes a
// formula in a spreadsheet, whatever a student called themselves.

/** Rows of cells, the first with the names. Lines end in CRLF. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
