// A topology as a person would write it: what is as it is by default is left out, and small things stand on one line.
// Counterpart: topology-check.ts fills the defaults in again. Rule: reading what is written here gives the same lab.

import { z } from './schema.ts';
import { type Topology, topologySchema } from './topology.ts';

const LINE_CHARS = 100;

export function writeTopology(topology: Topology): string {
  return `${write(plain(topologySchema, topology), '')}\n`;
}

/** The value without keys whose defaults say the same. */
function plain(schema: z.ZodType, value: unknown): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => plain(inner.element as z.ZodType, item));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (inner instanceof z.ZodRecord) {
    const of = inner.valueType as z.ZodType;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(of, item)]));
  }
  const variant = inner instanceof z.ZodDiscriminatedUnion ? variantOf(inner, value) : inner;
  if (!(variant instanceof z.ZodObject)) return value;
  const shape = variant.shape as Record<string, z.ZodType>;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => item !== undefined && !isDefault(shape[key], item))
      .map(([key, item]) => [key, shape[key] ? plain(shape[key], item) : item]),
  );
}

function variantOf(union: z.ZodDiscriminatedUnion, value: object): z.ZodType | undefined {
  return (union.options as z.ZodType[]).find((option) => option.safeParse(value).success);
}

function isDefault(schema: z.ZodType | undefined, value: unknown): boolean {
  const missing = schema?.safeParse(undefined);
  return missing?.success === true && JSON.stringify(missing.data) === JSON.stringify(value);
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrapped(schema.unwrap() as z.ZodType);
  }
  return schema;
}

/** JSON in which what fits on a line stands on one. */
function write(value: unknown, indent: string): string {
  const line = flat(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= LINE_CHARS) return line;
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => write(item, deeper))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${write(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${items.map((item) => deeper + item).join(',\n')}\n${indent}${close}`;
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const items = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`);
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}
