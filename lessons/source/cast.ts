// $names in a lesson, replaced by a row of its cast. Counterpart: the front matter's `cast`. Rule: only text changes,
// never the shape of the data, so the lines of the file stay right.

const NAME = /\$([a-z][A-Za-z0-9]*)/g;

export type CastRow = Readonly<Record<string, string>>;

/** `value` with every $name in its texts replaced; a name that isn't in the row stays as it is. */
export function withCast(value: unknown, row: CastRow): unknown {
  if (typeof value === 'string') return castText(value, row);
  if (Array.isArray(value)) return value.map((item) => withCast(item, row));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [castText(key, row), withCast(member, row)] as const);
  return Object.fromEntries(members);
}

export function castText(text: string, row: CastRow): string {
  return text.replace(NAME, (written, name: string) => (Object.hasOwn(row, name) ? (row[name] ?? '') : written));
}

/** Names in `text` that the row lacks. */
export function unknownNames(text: string, row: CastRow): string[] {
  return [...text.matchAll(NAME)].map((match) => match[1] ?? '').filter((name) => !Object.hasOwn(row, name));
}

/** The row that a learner gets: by the lab's seed, and the next one each time a step is asked again. */
export function rowFor(seed: number, round: number, rows: number): number {
  return rows === 0 ? 0 : (Math.abs(Math.trunc(seed)) + round) % rows;
}
