// A table of patterns as Postfix writes them in regexp(5): one a line, the first that fits decides.
//
//   # a remark
//   /^Subject: .*lottery/        REJECT No lotteries here
//   /^X-Mailer: MegaBlast/       DISCARD
//   /invoice\.exe/i              HOLD looks like a worm      (i: with upper and lower case told apart)
//
// Counterpart: content-checks.ts; mail/pattern. Rule: a line that can't be read is a setting that is refused, with its
// number and the reason; all patterns together have so many steps that no letter takes long.

import { Pattern } from '../../mail/pattern/program.ts';
import { PatternError } from '../../mail/pattern/syntax.ts';
import type { ByteString } from '../../mail/bytes.ts';
import { POLICY_LIMITS } from './limits.ts';

const ACTIONS = ['REJECT', 'DISCARD', 'HOLD', 'WARN', 'DUNNO'] as const;
export type ContentAction = (typeof ACTIONS)[number];

export interface ContentRow {
  /** As it was written, the pattern with its slashes. */
  written: string;
  pattern: Pattern;
  action: ContentAction;
  text: string;
}

export class ContentTableError extends Error {
  override name = 'ContentTableError';
}

const ROW = /^\/((?:[^/\\]|\\.)*)\/(i?)\s+([A-Za-z]+)(?:\s+(.*))?$/;

/** Throws a ContentTableError with a sentence for a person. */
export function readContentTable(text: string): ContentRow[] {
  const rows = text.split(/\r?\n/).flatMap((line, at) => {
    const trimmed = line.trim();
    return trimmed === '' || trimmed.startsWith('#') ? [] : readRow(trimmed, at + 1);
  });
  if (rows.length > POLICY_LIMITS.patterns) throw new ContentTableError(`more than ${POLICY_LIMITS.patterns} patterns`);
  const steps = rows.reduce((sum, { pattern }) => sum + pattern.size, 0);
  if (steps > POLICY_LIMITS.patternSteps) throw new ContentTableError('the patterns are too large together');
  return rows;
}

function readRow(line: string, number: number): ContentRow {
  const [, source, flag, verb = '', text = ''] = ROW.exec(line) ?? [];
  if (source === undefined) throw new ContentTableError(`line ${number}: must be /pattern/ ACTION`);
  const action = ACTIONS.find((one) => one === verb.toUpperCase());
  if (!action) throw new ContentTableError(`line ${number}: ${verb} is none of ${ACTIONS.join(', ')}`);
  try {
    // Postfix ignores case unless it is told not to.
    const pattern = new Pattern(source, { ignoreCase: flag !== 'i' });
    return { written: `/${source}/${flag ?? ''}`, pattern, action, text };
  } catch (error) {
    if (error instanceof PatternError) throw new ContentTableError(`line ${number}: ${error.message}`);
    throw error;
  }
}

/** The first row that fits one of the lines, and the line. */
export function firstMatch(
  rows: readonly ContentRow[],
  lines: Iterable<ByteString>,
): { row: ContentRow; line: ByteString } | undefined {
  if (rows.length === 0) return undefined;
  for (const line of lines) {
    const seen = line.slice(0, POLICY_LIMITS.lineOctets);
    const row = rows.find(({ pattern }) => pattern.isIn(seen));
    if (row && row.action !== 'DUNNO') return { row, line: seen };
  }
  return undefined;
}
