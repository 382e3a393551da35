// A run as one `.posthorn` file: a zip of what it started from, what was done to it, what happened,
// and the captured bytes. Counterpart: a screen opens it without an engine; marking replays it.
// Rule: passwords and TLS keys stay at home; a file from outside is bounded and checked before use.

import fs from 'node:fs';

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

import { type LabEvent, SCHEMA } from '../contract/events.ts';
import { foldEvent } from '../contract/fold/fold.ts';
import { stateHash } from '../contract/fold/hash.ts';
import { emptyState, type LabState } from '../contract/fold/state.ts';
import { z } from '../contract/schema.ts';
import { type Checkpoint, checkpointHead, readCheckpointHead } from './checkpoint.ts';
import type { Lab } from './engine.ts';
import { LAB_LIMITS, LOG_LIMITS } from './limits.ts';
import { EventStarrer, starTopology } from './passwords.ts';

const manifestSchema = z.object({
  format: z.literal(1),
  schema: z.int().min(1),
  app: z.string(),
  seed: z.int(),
  run: z.int().min(1),
  seq: z.int().min(0),
  hash: z.string(),
});

export interface Session {
  manifest: z.infer<typeof manifestSchema>;
  checkpoint: Checkpoint;
  events: LabEvent[];
  state: LabState;
  capture: Uint8Array;
}

export class SessionError extends Error {
  override name = 'SessionError';
}

/** Writes the run so far. Returns the file's octets. Throws SessionError. */
export async function saveSession(lab: Lab, file: string): Promise<number> {
  const { log, capture, topology } = lab.run.context;
  const last = log.seq;
  const events: LabEvent[] = [];
  for (let seq = 0; seq < last; seq = events.at(-1)?.seq ?? last) {
    events.push(...(await log.since(seq, LOG_LIMITS.inMemory)));
  }
  const logins = new Set(topology.users.map((user) => user.address));
  const starrer = new EventStarrer(events, logins);
  const shown = events.filter((event) => event.seq <= last).flatMap((event) => starrer.star(event) ?? []);
  const inputs = shown.filter((event) => event.type.startsWith('input.'));
  const { start } = lab;
  const entries: Zippable = {
    'manifest.json': json({
      format: 1,
      schema: SCHEMA,
      app: APP_VERSION,
      seed: start.seed,
      run: log.run,
      seq: last,
      hash: stateHash(log.state),
    }),
    'checkpoint.json': strToU8(checkpointHead({ ...start, topology: starTopology(start.topology) })),
    'inputs.ndjson': lines(inputs),
    'events.ndjson': lines(shown),
    'capture.bin': await starredCapture(capture.length, (at, length) => capture.read({ at, length }), events),
  };
  for (const [path, bytes] of start.files) entries[`files/${path}`] = bytes;
  const packed = zipSync(entries, { level: 6 });
  try {
    await fs.promises.writeFile(file, packed);
  } catch (error) {
    throw new SessionError(`${file} can't be written: ${(error as Error).message}`, { cause: error });
  }
  return packed.length;
}

/** Reads a session file and folds its events. Throws SessionError when it isn't sound. */
export async function loadSession(file: string): Promise<Session> {
  const packed = await fs.promises.readFile(file).catch((error: unknown) => {
    throw new SessionError(`${file} can't be read: ${(error as Error).message}`, { cause: error });
  });
  try {
    return unpack(packed);
  } catch (error) {
    if (error instanceof SessionError) throw error;
    throw new SessionError(`${file} is no session of this Posthorn: ${(error as Error).message}`, { cause: error });
  }
}

/** Version of the program that writes the file. */
const APP_VERSION = '0.1.0';

function unpack(packed: Uint8Array): Session {
  let octets = 0;
  const entries = unzipSync(packed, {
    filter: ({ originalSize }) => {
      octets += originalSize;
      // A small zip can claim to be a huge one.
      if (octets > LAB_LIMITS.sessionOctets) throw new SessionError('the session is too large to open');
      return true;
    },
  });
  const entry = (name: string): Uint8Array => {
    const bytes = entries[name];
    if (!bytes) throw new SessionError(`the session has no ${name}`);
    return bytes;
  };
  const manifest = manifestSchema.parse(JSON.parse(strFromU8(entry('manifest.json'))));
  const events = strFromU8(entry('events.ndjson'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabEvent);
  const state = events.reduce(foldEvent, emptyState());
  const files = new Map(
    Object.entries(entries)
      .filter(([name]) => /^files\/hosts\/[^\\]+$/.test(name) && !name.includes('..'))
      .map(([name, bytes]) => [name.slice('files/'.length), bytes]),
  );
  const checkpoint = { ...readCheckpointHead(strFromU8(entry('checkpoint.json'))), files };
  return { manifest, checkpoint, events, state, capture: entry('capture.bin') };
}

/** The captured bytes with the secrets in them starred. */
async function starredCapture(
  length: number,
  read: (at: number, length: number) => Promise<Uint8Array | undefined>,
  events: readonly LabEvent[],
): Promise<Uint8Array> {
  if (length > LAB_LIMITS.sessionOctets) throw new SessionError('the captured bytes are too many for one file');
  const bytes = Uint8Array.from((await read(0, length)) ?? []);
  for (const event of events) {
    if (event.type !== 'wire.bulk' || !event.data.secret) continue;
    const { ref, secret } = event.data;
    bytes.fill(0x2a, ref.at + secret.start, ref.at + secret.end);
  }
  return bytes;
}

function json(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value, undefined, 2));
}

function lines(values: readonly unknown[]): Uint8Array {
  return strToU8(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}
