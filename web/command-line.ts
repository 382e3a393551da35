// The options of `npm start`. Counterpart: main.ts. Rule: a wrong option is told with the right ones; nothing is guessed.

import { parseArgs } from 'node:util';

import { SENTENCES, USAGE } from './sentences.ts';

export interface WebArguments {
  port: number;
  dir: string | undefined;
  /** A saved session to show, without an engine. */
  session: string | undefined;
  /** A lesson that is being written, to show as it is saved. */
  lesson: string | undefined;
  open: boolean;
  help: boolean;
}

export class UsageError extends Error {
  override name = 'UsageError';
}

/** Reads the options. Throws UsageError. */
export function readArguments(args: readonly string[]): WebArguments {
  const values = parse(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port.trim() === '') {
    throw new UsageError(SENTENCES.badPort(values.port));
  }
  const { dir, session, lesson, help } = values;
  return { port, dir, session, lesson, open: !values['no-open'], help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '0' },
        dir: { type: 'string' },
        session: { type: 'string' },
        lesson: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
      strict: true,
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}
