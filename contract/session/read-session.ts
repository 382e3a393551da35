// Opens a `.posthorn` file: a zip of what a run started from, what happened in it, and the captured bytes.
// Counterpart: engine/session.ts writes it. Rule: the same reader in the engine and on a page that has none; hostile
// until parsed, bounded, and it gives way to others between its steps.

import { strFromU8 } from 'fflate';

import type { LabEvent } from '../events.ts';
import { SCHEMA } from '../events.ts';
import { foldEvent } from '../fold/fold.ts';
import { stateHash } from '../fold/hash.ts';
import { emptyState, type LabState } from '../fold/state.ts';
import { z } from '../schema.ts';
import { topologySchema, type Topology } from '../topology.ts';
import { dataSchema, headSchema } from './event-schema.ts';
import { SESSION_LIMITS } from './limits.ts';
import { SessionProblem } from './problem.ts';
import { stateSchema } from './state-schema.ts';
import { inflateEntry, readDirectory, type ZipEntry } from './zip.ts';

export const SESSION_FORMAT = 1;

const manifestSchema = z.object({
  format: z.literal(SESSION_FORMAT),
  schema: z.int().min(1),
  app: z.string().max(40),
  seed: z.int(),
  run: z.int().min(1),
  seq: z.int().min(1),
  hash: z.string().max(40),
  /** Real time of saving; files of the first builds don't say. */
  saved_ms: z.number().exactOptional(),
});
export type SessionManifest = z.infer<typeof manifestSchema>;

const checkpointSchema = z.object({
  run: z.int().min(1),
  seed: z.int(),
  clock_ms: z.number(),
  topology: topologySchema,
  state: stateSchema,
});

export interface Session {
  manifest: SessionManifest;
  checkpoint: { run: number; seed: number; clock_ms: number; topology: Topology; state: LabState };
  /** Path below hosts/ -> octets, as the run found them. */
  files: Map<string, Uint8Array>;
  events: LabEvent[];
  /** What the events fold to. */
  state: LabState;
  /** Whether that is the state the session was saved in; another version may fold differently. */
  isExact: boolean;
  capture: Uint8Array;
}

export interface ReadWatch {
  /** Lets others work; may throw to cancel. `share` of the whole is done. */
  pause: (share: number) => Promise<void>;
}

/** Share of the work that is unpacking; the rest is reading the events. */
const UNPACKING = 0.4;

/** Reads a whole session file. Throws SessionProblem. */
export async function readSession(file: Uint8Array, watch: ReadWatch): Promise<Session> {
  if (file.length > SESSION_LIMITS.packedOctets) throw new SessionProblem('too large', `${file.length} octets`);
  const entries = new Map(readDirectory(file).map((entry) => [entry.name, entry]));
  const manifest = readManifest(await unpackOne(file, entries, 'manifest.json'));
  const total = [...entries.values()].reduce((sum, entry) => sum + entry.octets, 1);
  let done = 0;
  const pause = (octets: number) => watch.pause((UNPACKING * (done += octets)) / total);
  const unpack = (name: string) => unpackOne(file, entries, name, pause);
  const checkpoint = readCheckpoint(await unpack('checkpoint.json'));
  const capture = await unpack('capture.bin');
  const lines = await unpack('events.ndjson');
  const files = new Map<string, Uint8Array>();
  for (const name of entries.keys()) {
    if (/^files\/hosts\/[^\\]+$/.test(name) && !name.split('/').includes('..')) {
      files.set(name.slice('files/'.length), await unpack(name));
    }
  }
  const { events, state } = await readEvents(lines, manifest, watch);
  return { manifest, checkpoint, files, events, state, isExact: stateHash(state) === manifest.hash, capture };
}

async function unpackOne(
  file: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  name: string,
  pause: (octets: number) => Promise<void> = () => Promise.resolve(),
): Promise<Uint8Array> {
  const entry = entries.get(name);
  if (!entry) throw new SessionProblem('not a session', `it has no ${name}`);
  return inflateEntry(file, entry, pause);
}

function readManifest(bytes: Uint8Array): SessionManifest {
  const value = parse(bytes, 'manifest.json');
  const numbers = z.object({ format: z.int(), schema: z.int(), app: z.string().max(40) }).safeParse(value);
  if (!numbers.success) throw new SessionProblem('not a session', 'manifest.json');
  const { format, schema, app } = numbers.data;
  if (format > SESSION_FORMAT || schema > SCHEMA) throw new SessionProblem('newer', app);
  const manifest = manifestSchema.safeParse(value);
  if (!manifest.success) throw new SessionProblem('damaged', 'manifest.json');
  return manifest.data;
}

function readCheckpoint(bytes: Uint8Array): Session['checkpoint'] {
  const checkpoint = checkpointSchema.safeParse(parse(bytes, 'checkpoint.json'));
  if (!checkpoint.success) throw new SessionProblem('damaged', 'checkpoint.json');
  return checkpoint.data;
}

function parse(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    throw new SessionProblem('damaged', name);
  }
}

async function readEvents(lines: Uint8Array, manifest: SessionManifest, watch: ReadWatch) {
  const events: LabEvent[] = [];
  const state = emptyState();
  for (let at = 0; at < lines.length;) {
    const end = lines.indexOf(0x0a, at);
    // A line without an end was cut.
    if (end < 0) break;
    const event = readEvent(strFromU8(lines.subarray(at, end)), events.length + 1, manifest);
    fold(state, event);
    events.push(event);
    at = end + 1;
    if (events.length % SESSION_LIMITS.eventsPerPause === 0) {
      await watch.pause(UNPACKING + (1 - UNPACKING) * (at / lines.length));
    }
  }
  if (events.length !== manifest.seq) throw new SessionProblem('damaged', 'events are missing', events.length + 1);
  return { events, state };
}

/** The line of event `number`, which must be that one and sound. */
function readEvent(line: string, number: number, { run }: SessionManifest): LabEvent {
  const damaged = (detail: string) => new SessionProblem('damaged', detail, number);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw damaged('not JSON');
  }
  const head = headSchema.safeParse(value);
  if (!head.success || head.data.seq !== number || head.data.run !== run) throw damaged('its head');
  const { type, data } = head.data;
  if ((number === 1) !== (type === 'lab.opened')) throw damaged(type);
  const schema = dataSchema(type);
  // Written by a build that tells more: kept and counted, not understood.
  if (!schema) return { ...head.data, type: 'unknown', data: { type } } as LabEvent;
  if (!schema.safeParse(data).success) throw damaged(type);
  return value as LabEvent;
}

function fold(state: LabState, event: LabEvent): void {
  try {
    foldEvent(state, event);
  } catch {
    throw new SessionProblem('damaged', event.type, event.seq);
  }
}
