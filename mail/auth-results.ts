// The Authentication-Results field (RFC 8601): what a server found out about who a letter is from, written for whoever
// reads it behind that server. Counterpart: engine/policy/authentication-results.ts. Rule: reading is lenient, because
// a forged field that a strict reader overlooks would be believed by the next one.

import type { ByteString } from './bytes.ts';
import { COMMENT_DEPTH } from './limits.ts';
import { foldField } from './fields.ts';

/** One method and what it found: `dkim=fail reason="..." header.d=campus.example`. */
export interface AuthResult {
  method: string;
  result: string;
  reason?: string;
  /** `header.d`, `smtp.mailfrom` and the like, in order. */
  properties: readonly (readonly [name: string, value: string])[];
}

export interface AuthResults {
  /** Who found out. */
  authservId: string;
  results: AuthResult[];
}

/** The field, folded; without results it says `none`. */
export function formatAuthResults({ authservId, results }: AuthResults): ByteString {
  const found = results.map(({ method, result, reason, properties }) =>
    [
      `${method}=${result}`,
      ...(reason === undefined ? [] : [`reason=${quoted(reason)}`]),
      ...properties.map(([name, value]) => `${name}=${word(value)}`),
    ].join(' '),
  );
  return foldField('Authentication-Results', [authservId, ...(found.length === 0 ? ['none'] : found)].join('; '));
}

/** Undefined when not even a name stands at its beginning. */
export function parseAuthResults(value: ByteString): AuthResults | undefined {
  const [head = [], ...pieces] = pieceTokens(value);
  const [authservId] = head;
  if (authservId === undefined) return undefined;
  return { authservId, results: pieces.flatMap((piece) => resultOf(piece) ?? []) };
}

function resultOf(tokens: readonly string[]): AuthResult | undefined {
  const pairs = pairsOf(tokens);
  const [first, ...rest] = pairs;
  if (!first) return undefined;
  const reason = rest.find(([name]) => name.toLowerCase() === 'reason')?.[1];
  return {
    // `dkim/1` names a version of the method.
    method: first[0].toLowerCase().replace(/\/.*$/, ''),
    result: first[1].toLowerCase(),
    ...(reason === undefined ? {} : { reason }),
    properties: rest.filter(([name]) => name.includes('.')),
  };
}

/** `name = value` in whatever tokens it was cut. */
function pairsOf(tokens: readonly string[]): [string, string][] {
  return tokens.flatMap((token, at): [string, string][] =>
    token === '=' && at > 0 ? [[tokens[at - 1] ?? '', tokens[at + 1] ?? '']] : [],
  );
}

/** Words, quoted strings and `=` between semicolons; comments go. */
function pieceTokens(value: ByteString): string[][] {
  const pieces: string[][] = [[]];
  const token = /"((?:[^"\\]|\\[^])*)"?|([^\s"();=]+)|([();=])/g;
  let depth = 0;
  for (const [, inQuotes, plain, special] of value.matchAll(token)) {
    if (special === '(') depth = Math.min(depth + 1, COMMENT_DEPTH);
    else if (special === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (special === ';') pieces.push([]);
    else pieces.at(-1)?.push(special ?? plain ?? (inQuotes ?? '').replace(/\\([^])/g, '$1'));
  }
  return pieces;
}

/** A value as it may stand there: bare where it can be, quoted where it must (RFC 2045 section 5.1, with `@`). */
function word(text: string): ByteString {
  return /^[\w!#$%&'*+.^`{|}~@-]+$/.test(text) ? text : quoted(text);
}

function quoted(text: string): ByteString {
  return `"${text.replace(/[^\x20-\x7e]/g, '?').replace(/["\\]/g, '\\$&')}"`;
}
