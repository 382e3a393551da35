// A run as one `.posthorn` file: what it started from, what happened in it, and the captured bytes. Counterpart:
// contract/session/ writes and reads it, with an engine or without; marking replays it.
// Rule: passwords and TLS keys stay at home; the file is made in steps, and letters travel meanwhile.

import { createHash } from 'node:crypto';
import fs from 'node:fs';

import { type LabEvent, type LabEventOf, SCHEMA } from '../contract/events.ts';
import { stateHash } from '../contract/fold/hash.ts';
import type { HandIn, Student } from '../contract/hand-in.ts';
import { SESSION_LIMITS } from '../contract/session/limits.ts';
import { SessionProblem } from '../contract/session/problem.ts';
import { readSession, type Session } from '../contract/session/read-session.ts';
import { SessionFile } from '../contract/session/session-file.ts';
import { type SessionPiece, writeSession } from '../contract/session/write-session.ts';
import { APP_VERSION } from '../contract/version.ts';
import { endsInRefusal } from '../mail/answer.ts';
import { checkpointHead } from './checkpoint.ts';
import { deflation } from './deflation.ts';
import type { Lab } from './engine.ts';
import { LOG_LIMITS } from './limits.ts';
import { EventStarrer, starTopology } from './passwords.ts';

/** A piece of the file as large as it is to travel, and how much of the work is done. */
export interface PackedPiece {
  bytes: Uint8Array;
  done: number;
}

/**
 * The run as it is now, piece by piece: what happens while it is packed isn't in it. With a student it is one that is
 * handed in: it says by whom, and is sealed. Throws SessionProblem.
 */
export async function* packSession(lab: Lab, student?: Student): AsyncGenerator<PackedPiece> {
  const { start, run } = lab;
  const { log, capture, topology, world } = run.context;
  const { seq, state } = log;
  const now_ms = world.real_ms();
  const head = { schema: SCHEMA, app: APP_VERSION, seed: start.seed, run: log.run, seq, hash: stateHash(state) };
  const starrer = new EventStarrer(new Set(topology.users.map((user) => user.address)));
  const secrets: Pick<LabEventOf<'fault.struck'>['data'], 'ref' | 'secret'>[] = [];
  const captured = capture.length;
  for await (const page of eventsUntil(lab, seq)) {
    for (const event of page) {
      starrer.learn(event);
      if ((event.type === 'wire.bulk' || event.type === 'fault.struck') && event.data.secret) secrets.push(event.data);
    }
    await turn();
  }
  const starred = async function* () {
    for await (const page of eventsUntil(lab, seq)) {
      yield page.map((event) => starrer.star(event));
      await turn();
    }
  };
  const octetsAt = async (at: number, length: number) => {
    const bytes = Uint8Array.from((await capture.read({ at, length })) ?? new Uint8Array(length));
    for (const { ref, secret } of secrets) {
      if (!secret || !ref) continue;
      const begin = Math.max(0, ref.at + secret.start - at);
      const end = Math.min(length, ref.at + secret.end - at);
      if (begin < end) bytes.fill(STAR, begin, end);
    }
    return bytes;
  };
  yield* gathered(
    writeSession(
      {
        head: { ...head, saved_ms: now_ms },
        checkpoint: checkpointHead({ ...start, topology: starTopology(start.topology) }),
        files: start.files,
        events: starred(),
        capture: { length: captured, read: octetsAt },
        ...(student ? { handIn: { text: handInOf(lab, student), sum: sha256 } } : {}),
      },
      { deflation, refuses: endsInRefusal, now_ms },
    ),
  );
}

function handInOf({ start, run: { context } }: Lab, student: Student): string {
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
  return JSON.stringify(handIn, undefined, 2);
}

function sha256(octets: Uint8Array): string {
  return createHash('sha256').update(octets).digest('hex');
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
  const handle = await fs.promises.open(file);
  try {
    const { size } = await handle.stat();
    const read = async (at: number, length: number) => {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    return await readSession(await SessionFile.open({ length: size, read }, deflation), { pause: turn });
  } finally {
    await handle.close();
  }
}

const STAR = 0x2a;
/** The same octets, in pieces that are worth a frame each. */
async function* gathered(pieces: AsyncIterable<SessionPiece>): AsyncGenerator<PackedPiece> {
  let waiting: Uint8Array[] = [];
  let octets = 0;
  for await (const { bytes, done } of pieces) {
    waiting.push(...bytes);
    octets += bytes.reduce((sum, { length }) => sum + length, 0);
    if (octets < SESSION_LIMITS.piece && done < 1) continue;
    const whole = Buffer.concat(waiting);
    waiting = [];
    octets = 0;
    for (let at = 0; at < whole.length; at += SESSION_LIMITS.piece) {
      const isLast = at + SESSION_LIMITS.piece >= whole.length;
      yield { bytes: whole.subarray(at, at + SESSION_LIMITS.piece), done: isLast ? done : Math.min(done, NEARLY) };
    }
  }
}

/** 1 is said of the last piece alone. */
const NEARLY = 0.999;

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
