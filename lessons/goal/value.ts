// A test of one value: a word, a number, a list. Counterpart: every matcher that looks at one. Rule: it never throws, a
// pattern is tried on bounded text, and a value that fails says how it should be.

import { z } from '../../contract/schema.ts';
import { quoted } from '../book/lines.ts';
import { PATTERN_CHARS, PATTERN_TEXT_CHARS } from '../limits.ts';
import type { SayParam } from '../text/say.ts';
import type { Reason } from './matcher.ts';

const text = z.string().max(PATTERN_CHARS);
const pattern = text.refine((source) => compiled(source) !== undefined, 'must be a regular expression');

const conditions = z.strictObject({
  is: z.union([text, z.number(), z.boolean()]).optional(),
  not: z.union([text, z.number(), z.boolean()]).optional(),
  /** Without regard to case, as addresses and field names are compared. */
  contains: text.optional(),
  lacks: text.optional(),
  /** A regular expression, without regard to case. */
  matches: pattern.optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  /** Items of a list, characters of a text. */
  length: z.int().min(0).optional(),
  /** `true`: it must not be there at all. */
  absent: z.literal(true).optional(),
});

/** A plain value means "is". */
export const valueTestSchema = z.union([text, z.number(), z.boolean(), conditions]);
export type ValueTest = z.output<typeof valueTestSchema>;
type Conditions = z.output<typeof conditions>;

/** Why `value` fails the test, with `what` as its name in the sentence; undefined when it passes. */
export function failure(value: unknown, test: ValueTest, what: SayParam): Reason | undefined {
  const wanted: Conditions = typeof test === 'object' ? test : { is: test };
  if (wanted.absent) return value === undefined ? undefined : reason('value.absent', what, value, '');
  if (value === undefined) return { key: 'value.missing', params: { what } };
  for (const [name, check] of Object.entries(CHECKS)) {
    const limit = wanted[name as keyof typeof CHECKS];
    if (limit !== undefined && !check(value, limit)) {
      return reason(`value.${name as keyof typeof CHECKS}`, what, value, limit);
    }
  }
  return undefined;
}

export function passes(value: unknown, test: ValueTest | undefined): boolean {
  return test === undefined || failure(value, test, '') === undefined;
}

type Limit = string | number | boolean;

const CHECKS = {
  is: (value: unknown, limit: Limit) => same(value, limit),
  not: (value: unknown, limit: Limit) => !same(value, limit),
  contains: (value: unknown, limit: Limit) => plain(value).toLowerCase().includes(String(limit).toLowerCase()),
  lacks: (value: unknown, limit: Limit) => !plain(value).toLowerCase().includes(String(limit).toLowerCase()),
  matches: (value: unknown, limit: Limit) =>
    compiled(String(limit))?.test(plain(value).slice(0, PATTERN_TEXT_CHARS)) ?? false,
  atLeast: (value: unknown, limit: Limit) => Number(value) >= Number(limit),
  atMost: (value: unknown, limit: Limit) => Number(value) <= Number(limit),
  length: (value: unknown, limit: Limit) =>
    (Array.isArray(value) ? value.length : plain(value).length) === Number(limit),
};

/** What somebody typed is text, also where an author wrote a number. */
function same(value: unknown, limit: Limit): boolean {
  return plain(value).toLowerCase() === String(limit).toLowerCase();
}

/** A list reads as its items with commas; an object as its JSON. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value);
}

function reason(key: Reason['key'], what: SayParam, value: unknown, limit: Limit): Reason {
  return { key, params: { what, value: quoted(plain(value)), wanted: quoted(String(limit)) } };
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'i');
  } catch {
    return undefined;
  }
}
