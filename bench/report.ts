// The report: a table for people, or one JSON object for programs. Counterpart: figure.ts.
// Rule: pure; the row that couldn't be measured stands in it too, with the reason.

import os from 'node:os';

import { type Figure, isMet, ratioOf } from './figure.ts';

/** What became of one row. */
export interface RowResult {
  name: string;
  took_ms: number;
  figures: Figure[];
  /** Why there are no figures. */
  problem?: string;
}

const HEADINGS = ['figure', 'measured', 'floor', 'ratio', 'asked', ''];

export function reportAsJson(results: readonly RowResult[], quick: boolean): string {
  const rows = results.map(({ name, took_ms, figures, problem }) => ({
    name,
    took_ms: Math.round(took_ms),
    ...(problem === undefined ? {} : { problem }),
    figures: figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), met: isMet(figure) })),
  }));
  return JSON.stringify({ ...machine(), quick, rows }, undefined, 2);
}

export function reportAsTable(results: readonly RowResult[], quick: boolean): string {
  const lines = [HEADINGS, ...results.flatMap(({ figures }) => figures.map(lineOf))];
  const widths = HEADINGS.map((_heading, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const { node, platform, cpu, cpus } = machine();
  const problems = results.filter((result) => result.problem !== undefined);
  return [
    `Node ${node}, ${platform}, ${cpus} x ${cpu}${quick ? '; --quick: few samples, a first impression' : ''}`,
    '',
    ...table,
    ...problems.map(({ name, problem }) => `${name}: not measured: ${problem ?? ''}`),
    '',
    'Medians. The floor is measured in the same run, in turns with the figure; ratio = measured / floor.',
  ].join('\n');
}

function lineOf(figure: Figure): string[] {
  const { name, unit, value, floor, target } = figure;
  const ratio = ratioOf(figure);
  return [
    name,
    `${rounded(value)} ${unit}`,
    floor === undefined ? '' : `${rounded(floor.value)} ${unit} (${floor.what})`,
    ratio === undefined ? '' : rounded(ratio),
    target === undefined ? '' : `${target.of} ${target.is} ${target.limit}`,
    { true: 'met', false: 'MISSED', undefined: '' }[String(isMet(figure))] ?? '',
  ];
}

/** Three digits that mean something, and no more. */
function rounded(value: number): string {
  if (!Number.isFinite(value)) return 'none';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(3, digits));
}

function machine() {
  const [cpu] = os.cpus();
  const platform = `${process.platform} ${process.arch}`;
  return { node: process.version, platform, cpu: cpu?.model.trim() ?? 'unknown CPU', cpus: os.cpus().length };
}
