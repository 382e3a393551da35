// Where everything stands on the map: organisations as regions at both sides, the Internet between them with a lane
// free for the letters. Counterpart: columns.ts orders the hosts, curve.ts draws between them. Rule: depends on nothing
// but the topology and the room; of several arrangements the first that fits is taken, else the one that shrinks least.

import type { Topology } from '../../contract/topology.ts';
import { type HostView, hostView } from '../store/hosts.ts';
import { showRole } from '../text/role.ts';
import { MAP_LIMITS } from './limits.ts';
import { banksOf, columnsOf, groupsOf, sidesOf } from './columns.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Room {
  width: number;
  height: number;
}

export interface Region extends Point, Room {
  id: string;
  title: string;
  isInternet: boolean;
}

export interface Spot extends Point {
  region: string;
  side: 'left' | 'middle' | 'right';
}

export interface MapLayout extends Room {
  regions: Region[];
  hosts: ReadonlyMap<string, Spot>;
  /** Height at which letters cross the Internet, and how far they may stray from it. */
  lane: { y: number; half: number };
  /** There is room for what each host is there for. */
  isRoomy: boolean;
}

/** What a host takes at least: its mark, its name, the time at which it took the letter. */
export const CELL = {
  width: 68,
  height: 76,
  mark: 40,
  /** From the centre of the cell up to the centre of the mark. */
  lift: 16,
  /** Between the text of two neighbours. */
  space: 14,
  /** One more line: what the host is there for. */
  role: 14,
} as const;
const EDGE = 12;
/** Above and below there is a line of words anyway. */
const TOP = 6;
const TITLE = 26;
const PADDING = 6;
const GAP = 20;
/** So little smaller is as good as full size. */
const NEARLY = 0.95;
/** A character of a role's type, of 12 px, and of a name's, of 13 px, on average. */
const CHARACTER = 6.2;
const NAME_CHARACTER = 7.2;

export function layOut(topology: Topology, room: Room): MapLayout {
  const arrangements = [true, false].flatMap((isRoomy) =>
    [false, true].flatMap((merge) =>
      rowsToTry(topology).map((rows) => arrange(topology, { isRoomy, merge, rows }, room)),
    ),
  );
  const fits = arrangements.find((one) => one.scale >= NEARLY);
  const best = fits ?? arrangements.reduce((one, other) => (other.scale > one.scale ? other : one));
  return best.layout();
}

function rowsToTry({ hosts }: Topology): number[] {
  return Array.from({ length: Math.max(1, Math.min(hosts.length, 8) - 1) }, (_, at) => at + 2);
}

interface Manner {
  isRoomy: boolean;
  merge: boolean;
  rows: number;
}

interface Block {
  id: string;
  title: string;
  side: Spot['side'];
  /** Columns of hosts; in the Internet an empty place keeps the lane free. */
  columns: (string | undefined)[][];
  /** Hosts above one another in the highest column. */
  rows: number;
}

function arrange(topology: Topology, manner: Manner, room: Room) {
  const sides = sidesOf(topology);
  const left = sides.left.map((one) => block(topology, one, 'left', manner));
  const right = sides.right.map((one) => block(topology, one, 'right', manner));
  const middle = sides.middle === undefined ? [] : [internet(topology, sides.middle, manner)];
  const stacks = [left, middle, right].filter((stack) => stack.length > 0);
  const widths = stacks.map((stack) => Math.max(...stack.map((one) => widthOf(topology, one, manner))));
  const needed = {
    width: sum(widths) + GAP * (stacks.length - 1) + 2 * EDGE,
    height: Math.max(...stacks.map((stack) => heightOf(stack, manner))) + 2 * TOP,
  };
  const scale = Math.min(1, room.width / needed.width, room.height / needed.height);
  // What doesn't fit is drawn smaller as a whole: the drawing is larger than its room, in the room's proportions.
  const size = { width: room.width / scale, height: room.height / scale };
  return { scale, layout: () => place(topology, stacks, widths, size, manner) };
}

function block(
  topology: Topology,
  { id, title }: { id: string; title: string },
  side: 'left' | 'right',
  { merge, rows }: Manner,
): Block {
  const groups = groupsOf(topology, id);
  const columns = columnsOf(side === 'left' ? groups : groups.toReversed(), rows, merge);
  return { id, title, side, columns, rows: Math.max(...columns.map((column) => column.length)) };
}

/** A grid with an empty row between those who serve and those who visit. */
function internet(topology: Topology, { id, title }: { id: string; title: string }, { rows }: Manner): Block {
  const { above, below } = banksOf(topology, id);
  const most = Math.max(above.length, below.length, 1);
  const depth = (columns: number) => Math.ceil(above.length / columns) + Math.ceil(below.length / columns);
  let count = 1;
  while (count < most && depth(count) > Math.max(rows, 2)) count += 1;
  const [up, down] = [Math.ceil(above.length / count), Math.ceil(below.length / count)];
  const columns = Array.from({ length: count }, (_, column) => [
    ...Array.from({ length: up }, (_each, row) => above[row * count + column]),
    undefined,
    ...Array.from({ length: down }, (_each, row) => below[row * count + column]),
  ]);
  return { id, title, side: 'middle', columns, rows: up + 1 + down };
}

function heightOf(stack: readonly Block[], { isRoomy }: Manner): number {
  return sum(stack.map(({ rows }) => TITLE + 2 * PADDING + rows * cellHeight(isRoomy))) + EDGE * (stack.length - 1);
}

function cellHeight(isRoomy: boolean): number {
  return isRoomy ? CELL.height + CELL.role : CELL.height;
}

function widthOf(topology: Topology, one: Block, { isRoomy }: Manner): number {
  return sum(one.columns.map((column) => columnWidth(topology, column, isRoomy))) + 2 * PADDING;
}

function columnWidth(topology: Topology, column: Block['columns'][number], isRoomy: boolean): number {
  const views = column.flatMap((name) => (name === undefined ? [] : [hostView(topology, name)]));
  return Math.max(CELL.width, ...views.map((host) => captionWidth(host, isRoomy) + CELL.space));
}

/** How wide the words under a host's mark are, about. */
export function captionWidth(host: HostView, isRoomy: boolean): number {
  const name = Math.min(host.short.length, MAP_LIMITS.nameCharacters) * NAME_CHARACTER;
  return isRoomy ? Math.max(name, showRole(host).length * CHARACTER) : name;
}

function place(
  topology: Topology,
  stacks: readonly Block[][],
  widths: readonly number[],
  size: Room,
  manner: Manner,
): MapLayout {
  const { isRoomy } = manner;
  const regions: Region[] = [];
  const hosts = new Map<string, Spot>();
  let lane = { y: size.height / 2, half: CELL.height / 4 };
  const columnCounts = stacks.map((stack) => Math.max(...stack.map((one) => one.columns.length)));
  const spare = size.width - sum(widths) - GAP * (stacks.length - 1) - 2 * EDGE;
  // What is left over goes to the columns and to the gaps alike.
  const share = spare / (sum(columnCounts) + stacks.length - 1);
  let x = EDGE;
  for (const [at, stack] of stacks.entries()) {
    const width = (widths[at] ?? 0) + share * (columnCounts[at] ?? 0);
    const rows = sum(stack.map((one) => one.rows));
    const spareHeight = size.height - 2 * TOP - heightOf(stack, manner);
    let y = TOP;
    for (const one of stack) {
      const inner = one.rows * cellHeight(isRoomy) + (spareHeight * one.rows) / rows;
      const region = { id: one.id, title: one.title, isInternet: one.side === 'middle', x, y: y + TITLE, width };
      regions.push({ ...region, height: inner + 2 * PADDING });
      for (const spot of spotsOf(topology, one, { ...region, height: inner }, isRoomy)) hosts.set(spot.name, spot.spot);
      if (one.side === 'middle') lane = laneOf(one, region.y + PADDING, inner);
      y += TITLE + 2 * PADDING + inner + EDGE;
    }
    x += width + GAP + share;
  }
  return { ...size, regions, hosts, lane, isRoomy };
}

function spotsOf(topology: Topology, one: Block, region: Point & Room, isRoomy: boolean) {
  const needed = one.columns.map((column) => columnWidth(topology, column, isRoomy));
  const share = (region.width - 2 * PADDING - sum(needed)) / one.columns.length;
  const lift = isRoomy ? CELL.lift + CELL.role / 2 : CELL.lift;
  let left = region.x + PADDING;
  return one.columns.flatMap((column, at) => {
    const width = (needed[at] ?? 0) + share;
    const x = left + width / 2;
    left += width;
    const step = region.height / column.length;
    return column.flatMap((name, row) =>
      name === undefined
        ? []
        : [
            {
              name,
              spot: { x, y: region.y + PADDING + step * (row + 0.5) - lift, region: one.id, side: one.side },
            },
          ],
    );
  });
}

function laneOf({ columns, rows }: Block, top: number, height: number): MapLayout['lane'] {
  const row = columns[0]?.indexOf(undefined) ?? 0;
  return { y: top + (height * (row + 0.5)) / rows, half: height / rows / 4 };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
