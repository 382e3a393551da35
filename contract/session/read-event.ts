// Events out of the lines of a file. Counterpart: event-schema.ts says what is sound. Rule: each must be the one that comes
// next, of the run that the file is about.

import { strFromU8 } from 'fflate';

import type { LabEvent } from '../events.ts';
import { dataSchema, isHead } from './event-schema.ts';
import { SessionProblem } from './problem.ts';

/** The events of whole lines, the first with the number `first`. Throws SessionProblem. */
export function readEvents(lines: Uint8Array, first: number, run: number): LabEvent[] {
  const all = parsedTogether(lines);
  if (all) return all.map((value, index) => soundEvent(value, first + index, run));
  const events: LabEvent[] = [];
  for (let at = 0; at < lines.length;) {
    const end = lines.indexOf(LINE_FEED, at);
    if (end < 0) throw new SessionProblem('damaged', 'a line was cut', first + events.length);
    events.push(readEvent(strFromU8(lines.subarray(at, end)), first + events.length, run));
    at = end + 1;
  }
  return events;
}

export const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const OPENING = 0x5b;
const CLOSING = 0x5d;

/** Sound lines are an array, which is parsed in half the time; undefined: one of them isn't, and has to be found. */
export function parsedTogether(lines: Uint8Array): unknown[] | undefined {
  if (lines.at(-1) !== LINE_FEED) return undefined;
  const array = new Uint8Array(lines.length + 1);
  array.set(lines, 1);
  // In JSON a line feed stands between values only.
  for (let at = array.indexOf(LINE_FEED); at >= 0; at = array.indexOf(LINE_FEED, at + 1)) array[at] = COMMA;
  array[0] = OPENING;
  array[array.length - 1] = CLOSING;
  try {
    return JSON.parse(strFromU8(array)) as unknown[];
  } catch {
    return undefined;
  }
}

/** The line of event `number`. */
function readEvent(line: string, number: number, run: number): LabEvent {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new SessionProblem('damaged', 'not JSON', number);
  }
  return soundEvent(value, number, run);
}

function soundEvent(value: unknown, number: number, run: number): LabEvent {
  const damaged = (detail: string) => new SessionProblem('damaged', detail, number);
  if (!isHead(value) || value.seq !== number || value.run !== run) throw damaged('its head');
  const { type, data } = value;
  if ((number === 1) !== (type === 'lab.opened')) throw damaged(type);
  const schema = dataSchema(type);
  // Written by a build that tells more: kept and counted, not understood.
  if (!schema) return { ...value, type: 'unknown', data: { type } } as LabEvent;
  if (!schema.safeParse(data).success) throw damaged(type);
  return value as unknown as LabEvent;
}
