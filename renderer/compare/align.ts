// Two runs side by side: connection beside connection, line beside line, and what differs. Counterpart: talk.ts reads a run,
// pair-view.tsx draws. Rule: pure; connections between the same two hosts at the same port are paired in their order, and the
// first difference is the one that came first in time, not the one that stands first.

import type { HostName, Seq } from '../../contract/ids.ts';
import { commonPairs } from '../../mail/common-pairs.ts';
import type { Said, Talk } from './talk.ts';

/** `echo`: the same but for a time, an id or a signature, which follow from what differs elsewhere. */
export type RowKind = 'same' | 'echo' | 'other' | 'one' | 'two';

export interface Row {
  kind: RowKind;
  /** In the run as it was; absent: it wasn't said there. */
  one?: Said;
  /** In the other run. */
  two?: Said;
}

export interface Pair {
  key: string;
  client: HostName;
  server: HostName;
  port: number;
  one?: Talk;
  two?: Talk;
  rows: Row[];
}

/** Rows one below the other that all differ. */
export interface Difference {
  pair: number;
  row: number;
  count: number;
}

export interface Alignment {
  /** In the order in which they began. */
  pairs: Pair[];
  /** In the order of the page. */
  differences: Difference[];
  /** What came first in time. */
  first: Difference | undefined;
}

export function align(one: readonly Talk[], two: readonly Talk[]): Alignment {
  const left = byEnds(one);
  const right = byEnds(two);
  const pairs: Pair[] = [...new Set([...left.keys(), ...right.keys()])].flatMap((ends) => {
    const [mine, theirs] = [left.get(ends) ?? [], right.get(ends) ?? []];
    return Array.from({ length: Math.max(mine.length, theirs.length) }, (_, at) =>
      pairOf(`${ends} ${at}`, mine[at], theirs[at]),
    );
  });
  pairs.sort((a, b) => begunAt(a) - begunAt(b));
  const differences = pairs.flatMap(({ rows }, pair) => stretchesOf(rows).map((stretch) => ({ pair, ...stretch })));
  return { pairs, differences, first: earliest(pairs, differences) };
}

export const isDifference = (kind: RowKind): boolean => kind !== 'same' && kind !== 'echo';

/** Pairs of lines of one connection: each line of both stands in exactly one row, in its order. */
export function rowsOf(one: readonly Said[], two: readonly Said[]): Row[] {
  const rows: Row[] = [];
  let left = 0;
  let right = 0;
  for (const [keptLeft, keptRight] of [
    ...commonPairs(one.map(gist), two.map(gist)),
    [one.length, two.length] as const,
  ]) {
    rows.push(...gapOf(one.slice(left, keptLeft), two.slice(right, keptRight)));
    const [mine, theirs] = [one[keptLeft], two[keptRight]];
    if (mine && theirs) rows.push({ kind: mine.text === theirs.text ? 'same' : 'echo', one: mine, two: theirs });
    left = keptLeft + 1;
    right = keptRight + 1;
  }
  return rows;
}

/** Lines between two that are common: what the same end says at the same point stands side by side. */
function gapOf(one: readonly Said[], two: readonly Said[]): Row[] {
  const rows: Row[] = [];
  let left = 0;
  let right = 0;
  while (left < one.length || right < two.length) {
    const [mine, theirs] = [one[left], two[right]];
    const isBoth = mine && theirs && mine.from === theirs.from && mine.isLetter === theirs.isLetter;
    if (isBoth) rows.push({ kind: 'other', one: mine, two: theirs });
    else if (mine && (!theirs || one.length - left >= two.length - right)) rows.push({ kind: 'one', one: mine });
    else if (theirs) rows.push({ kind: 'two', two: theirs });
    const last = rows.at(-1);
    if (last?.one) left += 1;
    if (last?.two) right += 1;
  }
  return rows;
}

/** A line without what is made anew each time: ids of queues, times, signatures. */
function gist({ from, text, isLetter }: Said): string {
  let plain = text.replace(/\bqueued as \S+/, 'queued as');
  if (isLetter) {
    plain = plain
      .replaceAll(/\b(?:\d{1,2} [A-Z][a-z]{2} \d{4} )?\d\d:\d\d:\d\d\b/g, 'time')
      .replaceAll(/\bid [0-9A-Z]{6,}\b/g, 'id')
      .replace(/^Message-ID: <[^@>]+@/i, 'Message-ID: <@')
      .replaceAll(/\b(?:b|bh|t|x)=[A-Za-z0-9+/=]+/g, 'tag');
  }
  return `${from}${isLetter ? '|' : ':'}${plain}`;
}

function byEnds(talks: readonly Talk[]): Map<string, Talk[]> {
  return Map.groupBy(talks, ({ client, server, port }) => `${client} ${server} ${port}`);
}

function pairOf(key: string, one: Talk | undefined, two: Talk | undefined): Pair {
  const { client = '', server = '', port = 0 } = one ?? two ?? {};
  const rows = rowsOf(one?.said ?? [], two?.said ?? []);
  return { key, client, server, port, rows, ...(one ? { one } : {}), ...(two ? { two } : {}) };
}

const begunAt = ({ one, two }: Pair): Seq => Math.min(one?.seq ?? Infinity, two?.seq ?? Infinity);

function stretchesOf(rows: readonly Row[]): Omit<Difference, 'pair'>[] {
  const stretches: Omit<Difference, 'pair'>[] = [];
  rows.forEach(({ kind }, row) => {
    if (!isDifference(kind)) return;
    const last = stretches.at(-1);
    if (last && last.row + last.count === row) last.count += 1;
    else stretches.push({ row, count: 1 });
  });
  return stretches;
}

function earliest(pairs: readonly Pair[], differences: readonly Difference[]): Difference | undefined {
  const seqOf = ({ pair, row, count }: Difference) =>
    Math.min(
      ...(pairs[pair]?.rows.slice(row, row + count) ?? []).map(({ one, two }) =>
        Math.min(one?.seq ?? Infinity, two?.seq ?? Infinity),
      ),
    );
  const [begin, ...rest] = differences;
  return begin && rest.reduce((first, one) => (seqOf(one) < seqOf(first) ? one : first), begin);
}
