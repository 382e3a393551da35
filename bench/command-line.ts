// The options of `npm run bench`. Counterpart: main.ts. Rule: a wrong option is told with the right ones.

import { parseArgs } from 'node:util';

export interface BenchArguments {
  json: boolean;
  quick: boolean;
  /** Rows to run; all when there is none. */
  only: string[];
  help: boolean;
}

export class UsageError extends Error {
  override name = 'UsageError';
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  quick: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', default: false },
} as const;

export function usage(rows: readonly string[]): string {
  return `npm run bench -- [options]
  --json        the report as one JSON object
  --quick       few samples, under a minute
  --only NAME   one row of: ${rows.join(', ')}; may be repeated
`;
}

/** Reads the options. Throws UsageError. */
export function readArguments(args: readonly string[], rows: readonly string[]): BenchArguments {
  try {
    const { json, quick, only, help } = parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
    const unknown = only.find((name) => !rows.includes(name));
    if (unknown !== undefined) throw new Error(`no row is called "${unknown}"`);
    return { json, quick, only, help };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${usage(rows)}`);
  }
}
