// `npm run bench`: the performance figures, each beside its floor in the same run. Counterpart: rows/
// measure, report.ts prints. Rule: stdout carries the report and nothing else; a target that is missed is
// printed and no failure, a row that can't be measured is one.

import { readArguments, usage, UsageError } from './command-line.ts';
import { CROWD_OF, follow } from './crowd-process.ts';
import { FULL, QUICK, ROW_MS } from './limits.ts';
import { within } from './patience.ts';
import { send, SENDERS_OF } from './load-process.ts';
import { reportAsJson, reportAsTable, type RowResult } from './report.ts';
import { ROWS } from './rows/index.ts';
import type { Row } from './rows/row.ts';
import { work, WORKER } from './worker.ts';

async function main(argv: readonly string[]): Promise<number> {
  const names = ROWS.map((row) => row.name);
  const args = readArguments(argv, names);
  if (args.help) {
    process.stderr.write(usage(names));
    return 0;
  }
  const results: RowResult[] = [];
  for (const row of ROWS) {
    if (args.only.length > 0 && !args.only.includes(row.name)) continue;
    process.stderr.write(`measuring ${row.name} ...\n`);
    results.push(await resultOf(row, args.quick));
  }
  process.stdout.write(`${(args.json ? reportAsJson : reportAsTable)(results, args.quick)}\n`);
  return results.some((result) => result.problem !== undefined) ? 1 : 0;
}

async function resultOf(row: Row, quick: boolean): Promise<RowResult> {
  const begun = performance.now();
  const took = () => performance.now() - begun;
  try {
    const figures = await within(ROW_MS, row.name, row.measure(quick ? QUICK : FULL));
    return { name: row.name, took_ms: took(), figures };
  } catch (error) {
    return { name: row.name, took_ms: took(), figures: [], problem: (error as Error).message };
  }
}

// Directories are removed on the way out, and children end with us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const [first, second = '', third = '', fourth = ''] = process.argv.slice(2);
if (first === WORKER) await work(second, third);
else if (first === SENDERS_OF) await send(second, third);
else if (first === CROWD_OF) await follow(second, third, fourth);
else {
  try {
    process.exit(await main(process.argv.slice(2)));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}
