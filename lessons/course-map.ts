// The course drawn as a map: each lesson right of what comes before it. Counterpart: the front matter's `after`;
// renderer/course/ draws it. Rule: pure, and the same for the same course; the columns are as few as the longest chain of
// prerequisites needs, and each lesson stands as near to what comes before it as there is room.

export interface MapLesson {
  id: string;
  after: readonly string[];
}

export interface MapPlace {
  id: string;
  /** From 0, left to right and top to bottom. */
  column: number;
  row: number;
}

export interface MapLine {
  from: string;
  to: string;
}

export interface CourseMap {
  places: MapPlace[];
  /** From a prerequisite to its lesson; what follows from others is left out. */
  lines: MapLine[];
  columns: number;
  rows: number;
}

/** Rows that a low window has room for, with what is said of a lesson below them. */
const ROWS = 6;

export function courseMap(lessons: readonly MapLesson[]): CourseMap {
  const known = new Map(lessons.map((one, at) => [one.id, at]));
  // A prerequisite that isn't in the course, or comes later in it, would never be met.
  const before = lessons.map(({ after }, at) => after.map((id) => known.get(id) ?? at).filter((one) => one < at));
  const { latest, columns } = latestColumns(before);
  let height = Math.max(ROWS, Math.ceil(lessons.length / Math.max(1, columns)));
  let layers = fill(before, latest, height);
  while (layers.length > columns) layers = fill(before, latest, (height += 1));
  const rows = rowsOf(layers, before);
  const places = layers.flatMap((layer, column) =>
    layer.map((at) => ({ id: lessons[at]?.id ?? '', column, row: rows[at] ?? 0 })),
  );
  const lines = before.flatMap((ones, at) =>
    ones
      .filter((one) => !ones.some((other) => other !== one && leadsTo(before, one, other)))
      .map((one) => ({ from: lessons[one]?.id ?? '', to: lessons[at]?.id ?? '' })),
  );
  return { places, lines, columns: layers.length, rows: Math.max(0, ...rows.map((row) => row + 1)) };
}

/** How far to the right each may stand without pushing what follows it over the edge. */
function latestColumns(before: readonly (readonly number[])[]): { latest: number[]; columns: number } {
  const earliest: number[] = [];
  for (const ones of before) earliest.push(Math.max(0, ...ones.map((one) => (earliest[one] ?? 0) + 1)));
  const columns = Math.max(0, ...earliest.map((column) => column + 1));
  const latest = before.map(() => columns - 1);
  for (const [at, ones] of [...before.entries()].toReversed()) {
    for (const one of ones) latest[one] = Math.min(latest[one] ?? 0, (latest[at] ?? 0) - 1);
  }
  return { latest, columns };
}

/** Column by column: of those whose prerequisites stand, first the ones that must, then in the course's order. */
function fill(before: readonly (readonly number[])[], latest: readonly number[], height: number): number[][] {
  const layers: number[][] = [];
  const placed = new Set<number>();
  while (placed.size < before.length) {
    const ready = before.flatMap((ones, at) => (!placed.has(at) && ones.every((one) => placed.has(one)) ? [at] : []));
    const urgency = (at: number) => latest[at] ?? 0;
    const layer = ready.toSorted((one, other) => urgency(one) - urgency(other) || one - other).slice(0, height);
    for (const at of layer) placed.add(at);
    layers.push(layer);
  }
  return layers;
}

/** Each as near as can be to what comes before it, so that the lines are short and cross little. */
function rowsOf(layers: readonly (readonly number[])[], before: readonly (readonly number[])[]): number[] {
  const rows: number[] = [];
  const height = Math.max(1, ...layers.map((layer) => layer.length));
  for (const layer of layers) {
    const wish = (at: number) => {
      const ones = before[at] ?? [];
      if (ones.length === 0) return (height - 1) / 2;
      return ones.reduce((sum, one) => sum + (rows[one] ?? 0), 0) / ones.length;
    };
    const wishes = layer
      .map((at) => ({ at, wish: wish(at) }))
      .toSorted((one, other) => one.wish - other.wish || one.at - other.at);
    // As many free rows above as below, as far as the wishes allow.
    let free = 0;
    for (const [index, { at, wish: wanted }] of wishes.entries()) {
      const left = wishes.length - index - 1;
      rows[at] = Math.max(free, Math.min(Math.round(wanted - (left > 0 ? 0.5 : 0)), height - 1 - left));
      free = rows[at] + 1;
    }
  }
  return rows;
}

function leadsTo(before: readonly (readonly number[])[], from: number, to: number): boolean {
  return (before[to] ?? []).some((one) => one === from || leadsTo(before, from, one));
}
