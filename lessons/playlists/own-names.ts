// The university's own names in place of campus and harbor: in the lab, in what is typed, in questions and notes. Counterpart:
// renderer/lecture/ asks for them. Rule: names stay below .example, which belongs to nobody (RFC 2606), so no real server is ever
// named, and the lab's certificates fit; what is no name of a host (RFC 1123) is refused.

import { z } from '../../contract/schema.ts';

/** Others of the lab; a second one of the same name would be the same domain. */
const TAKEN = ['example', 'forwarder', 'visitor', 'dialup', 'provider', 'dnsbl', 'ns', 'localhost'];

const label = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/,
    'must be letters, digits and hyphens, as a host’s name has them, at most 22',
  )
  .refine((name) => !TAKEN.includes(name), 'another domain of the lab has this name');

export const ownNamesSchema = z
  .strictObject({ campus: label, harbor: label })
  .refine(
    ({ campus, harbor }) => campus !== harbor && campus !== 'harbor' && harbor !== 'campus',
    'the two must differ',
  );
export type OwnNames = z.output<typeof ownNamesSchema>;

/** The same data with the names put in, in keys and values alike. */
export function rename<T>(data: T, names: OwnNames): T {
  return renamed(data, names) as T;
}

function renamed(value: unknown, names: OwnNames): unknown {
  if (typeof value === 'string') return renameText(value, names);
  if (Array.isArray(value)) return value.map((one) => renamed(one, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [renameText(key, names), renamed(one, names)]));
}

/** Domains wherever they stand, and the organisations by their names in prose; ids like `harbor` alone stay. */
export function renameText(text: string, { campus, harbor }: OwnNames): string {
  return text
    .replaceAll(/\bcampus\.example\b/g, `${campus}.example`)
    .replaceAll(/\bharbor\.example\b/g, `${harbor}.example`)
    .replaceAll(/\bCampus\b/g, capital(campus))
    .replaceAll(/\bHarbor\b/g, capital(harbor));
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
