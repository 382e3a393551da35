// The experiment's table as a file for a spreadsheet (RFC 4180). Counterpart: result-table.tsx shows it. Rule: keys, not
// words, in the first row, so that a script reads it in any language; what a spreadsheet would take for a formula is text.

import type { ExperimentResult } from '../../contract/experiment.ts';
import type { Trial } from './experiment-store.ts';

const COLUMNS = [
  'setting',
  'checks',
  'sender',
  'wanted',
  'letters',
  'arrived',
  'marked',
  'stopped',
  'median_s',
  'worst_s',
];

export function experimentCsv(trials: readonly { side: string; trial: Trial; result: ExperimentResult }[]): string {
  const rows = trials.flatMap(({ side, trial, result }) => {
    const checks = Object.keys(trial.defences).join(' ');
    return result.rows.map(({ actor, isHonest, letters, arrived, marked, stopped, median_s = '', worst_s = '' }) => [
      ...[side, checks, actor, isHonest ? 'yes' : 'no'],
      ...[letters, arrived, marked, stopped, median_s, worst_s],
    ]);
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+@-]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
