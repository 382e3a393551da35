// What is wrong with a piece of outside data, told so that a person can mend it: the path of
// the key, what was expected, and the nearest right name when a name is unknown.
// Counterpart: topology.ts and commands.ts, whose schemas are checked with it.

import { z } from './schema.ts';

/** One defect. `path` is a JSON Pointer (RFC 6901); `suggestion` is a key or value that does exist. */
export interface Problem {
  path: string;
  message: string;
  suggestion?: string;
}

export type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** Checks `value` against `schema`; every defect is reported, not only the first. */
export function check<T>(schema: z.ZodType<T>, value: unknown): Checked<T> {
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(schema, issue, value)) };
}

/** All defects as one readable text, a line each. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ path, message, suggestion }) => {
      const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
      return `${path === '' ? '/' : path}: ${message}${hint}`;
    })
    .join('\n');
}

/** JSON Pointer of a path (RFC 6901 section 3). */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The candidate nearest to `word`, if near enough to be a likely slip of the fingers. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance, with the inputs cut at 64 characters: names are short, hostile input isn't. */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, 64);
  const b = right.slice(0, 64);
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitute = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitute));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function problemsOf(schema: z.ZodType, issue: z.core.$ZodIssue, value: unknown): Problem[] {
  const path = pointer(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) =>
      withSuggestion({ path: `${path}${pointer([key])}`, message: 'unknown key.' }, nearest(key, known)),
    );
  }
  if (issue.code === 'invalid_value') {
    const given = valueAt(value, issue.path);
    const allowed = issue.values.map(String);
    const message = `must be one of ${allowed.join(', ')}${given === undefined ? '' : `, not ${JSON.stringify(given)}`}.`;
    return [withSuggestion({ path, message }, typeof given === 'string' ? nearest(given, allowed) : undefined)];
  }
  if (issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined) {
    return [{ path, message: `is missing; ${article(issue.expected)} is wanted.` }];
  }
  return [{ path, message: `${issue.message}.` }];
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function withSuggestion(problem: Problem, suggestion: string | undefined): Problem {
  return suggestion === undefined ? problem : { ...problem, suggestion };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}

/** The keys that the object schema at `path` knows; walks through optional, default, record and array. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.ZodType | undefined = schema;
  for (const key of path) at = at && childOf(unwrap(at), key);
  const object = at && unwrap(at);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function childOf(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrap(schema.unwrap() as z.ZodType);
  }
  return schema;
}
