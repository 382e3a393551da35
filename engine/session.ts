// A run as one `.posthorn` file: a zip of what it started from, what was done to it, what happened,
// and the captured bytes. Counterpart: contract/session/ reads it, with an engine or without; marking replays it.
// Rule: passwords and TLS keys stay at home; the file is made in steps, and letters travel meanwhile.

import { createHash } from 'node:crypto';
import fs from 'node:fs';

import { strToU8, Zip, ZipDeflate } from 'fflate';

import { type LabEvent, type LabEventOf, SCHEMA } from '../contract/events.ts';
import { stateHash } from '../contract/fold/hash.ts';
import { HAND_IN_ENTRY, type HandIn, SEAL_ENTRY, type Student } from '../contract/hand-in.ts';
import { SESSION_LIMITS } from '../contract/session/limits.ts';
import { SessionProblem } from '../contract/session/problem.ts';
import { readSession, type Session, SESSION_FORMAT, type SessionManifest } from '../contract/session/read-session.ts';
import { APP_VERSION } from '../contract/version.ts';
import { checkpointHead } from './checkpoint.ts';
import type { Lab } from './engine.ts';
import { LOG_LIMITS } from './limits.ts';
import { EventStarrer, starTopology } from './passwords.ts';

/** A piece of the file, and how much of the work is done. */
export interface SessionPiece {
  bytes: Uint8Array;
  done: number;
}

/** An entry of the zip: its octets come in steps, which together count as `weight`. */
interface Source {
  name: string;
  weight: number;
  steps: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * The run as it is now, piece by piece: what happens while it is packed isn't in it. With a student it is one that is
 * handed in: it says by whom, and its last entry seals the others. Throws SessionProblem.
 */
export async function* packSession(lab: Lab, student?: Student): AsyncGenerator<SessionPiece> {
  const { start, run } = lab;
  const { log, capture, topology, world } = run.context;
  const { seq, state } = log;
  const captured = capture.length;
  if (captured > SESSION_LIMITS.octets / 2) throw new SessionProblem('too large', `${captured} captured octets`);
  const manifest: SessionManifest = {
    format: SESSION_FORMAT,
    schema: SCHEMA,
    app: APP_VERSION,
    seed: start.seed,
    run: log.run,
    seq,
    hash: stateHash(state),
    saved_ms: world.real_ms(),
  };
  const pages = () => eventsUntil(lab, seq);
  const starrer = new EventStarrer(new Set(topology.users.map((user) => user.address)));
  const secrets: Pick<LabEventOf<'fault.struck'>['data'], 'ref' | 'secret'>[] = [];
  for await (const page of pages()) {
    for (const event of page) {
      starrer.learn(event);
      if ((event.type === 'wire.bulk' || event.type === 'fault.struck') && event.data.secret) secrets.push(event.data);
    }
  }
  const starred = async function* (wanted: (event: LabEvent) => boolean) {
    for await (const page of pages()) {
      yield strToU8(
        page
          .filter(wanted)
          .map((event) => `${JSON.stringify(starrer.star(event))}\n`)
          .join(''),
      );
    }
  };
  const captureSteps = async function* () {
    for (let at = 0; at < captured; at += SESSION_LIMITS.packStep) {
      const length = Math.min(SESSION_LIMITS.packStep, captured - at);
      const bytes = Uint8Array.from((await capture.read({ at, length })) ?? new Uint8Array(length));
      for (const { ref, secret } of secrets) {
        if (!secret || !ref) continue;
        const begin = Math.max(0, ref.at + secret.start - at);
        const end = Math.min(length, ref.at + secret.end - at);
        if (begin < end) bytes.fill(STAR, begin, end);
      }
      yield bytes;
    }
  };
  const head = checkpointHead({ ...start, topology: starTopology(start.topology) });
  const isInput = (event: LabEvent) => event.type.startsWith('input.');
  const sources: Source[] = [
    { name: 'manifest.json', weight: 1, steps: () => [strToU8(JSON.stringify(manifest, undefined, 2))] },
    { name: 'checkpoint.json', weight: head.length, steps: () => [strToU8(head)] },
    { name: 'inputs.ndjson', weight: seq * EVENT_WEIGHT, steps: () => starred(isInput) },
    { name: 'events.ndjson', weight: seq * EVENT_WEIGHT, steps: () => starred(() => true) },
    { name: 'capture.bin', weight: captured, steps: captureSteps },
    ...[...start.files].map(([path, bytes]) => ({
      name: `files/${path}`,
      weight: bytes.length,
      steps: () => [bytes],
    })),
  ];
  if (student) sources.push(handInOf(lab, student));
  yield* zipped(world.real_ms(), student ? sealed(sources) : sources);
}

function handInOf({ start, run: { context } }: Lab, student: Student): Source {
  const { world, clock, log } = context;
  const packed_ms = world.real_ms();
  const handIn: HandIn = {
    format: 1,
    ...student,
    app: APP_VERSION,
    began_ms: packed_ms - Math.round(log.age_us / 1000),
    packed_ms,
    labBegan_ms: start.clock_ms,
    labPacked_ms: clock.now_ms(),
  };
  return { name: HAND_IN_ENTRY, weight: 1, steps: () => [strToU8(JSON.stringify(handIn, undefined, 2))] };
}

/** The same, and after them the SHA-256 of each. It finds whoever edits a file by hand, and nobody who reads this. */
function sealed(sources: readonly Source[]): Source[] {
  const sums: Record<string, string> = {};
  const summed = sources.map((source) => ({
    ...source,
    steps: async function* () {
      const sum = createHash('sha256');
      for await (const step of source.steps()) {
        sum.update(step);
        yield step;
      }
      sums[source.name] = sum.digest('hex');
    },
  }));
  const seal = { name: SEAL_ENTRY, weight: 1, steps: () => [strToU8(JSON.stringify(sums, undefined, 2))] };
  return [...summed, seal];
}

/** Writes the run so far. Returns the file's octets. Throws SessionProblem, or the system's error. */
export async function saveSession(lab: Lab, file: string): Promise<number> {
  const handle = await fs.promises.open(file, 'w');
  let octets = 0;
  try {
    for await (const { bytes } of packSession(lab)) {
      await handle.write(bytes);
      octets += bytes.length;
    }
  } finally {
    await handle.close();
  }
  return octets;
}

/** Reads a session file and folds its events. Throws SessionProblem, or the system's error. */
export async function loadSession(file: string): Promise<Session> {
  const { size } = await fs.promises.stat(file);
  if (size > SESSION_LIMITS.packedOctets) throw new SessionProblem('too large', `${size} octets`);
  return readSession(await fs.promises.readFile(file), { pause: turn });
}

const STAR = 0x2a;
/** Octets of an event in the file, roughly: for how much is done. */
const EVENT_WEIGHT = 300;

/** The pieces of a zip, as large as they are to travel. */
async function* zipped(now_ms: number, sources: readonly Source[]): AsyncGenerator<SessionPiece> {
  const total = sources.reduce((sum, { weight }) => sum + weight, 1);
  const ready: Uint8Array[] = [];
  let waiting = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
    waiting += bytes.length;
  });
  const take = () => {
    const bytes = Buffer.concat(ready.splice(0));
    waiting = 0;
    return bytes;
  };
  let finished = 0;
  for (const { name, weight, steps } of sources) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = now_ms;
    zip.add(entry);
    for await (const step of steps()) {
      for (let at = 0; at < step.length; at += SESSION_LIMITS.packStep) {
        entry.push(step.subarray(at, at + SESSION_LIMITS.packStep));
        if (waiting >= SESSION_LIMITS.piece) yield { bytes: take(), done: finished / total };
        await turn();
      }
    }
    entry.push(new Uint8Array(0), true);
    finished += weight;
    if (waiting > 0 && weight > SESSION_LIMITS.packStep) yield { bytes: take(), done: finished / total };
  }
  zip.end();
  yield { bytes: take(), done: 1 };
}

async function* eventsUntil({ run }: Lab, last: number): AsyncGenerator<LabEvent[]> {
  const { log } = run.context;
  for (let seq = 0; seq < last;) {
    const page = await log.since(seq, Math.min(LOG_LIMITS.batchEvents, last - seq));
    if (page.length === 0) throw new SessionProblem('damaged', 'the log ends early', seq + 1);
    seq = page.at(-1)?.seq ?? last;
    yield page;
  }
}

/** Lets everything that waits have its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
