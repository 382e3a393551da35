// Writes a run as one `.posthorn` file: events in pages, before each the state that it begins with, so that a reader may
// begin anywhere; and an overview of all of it. Counterpart: session-file.ts reads it. Rule: one walk over the events, a few
// hundred kilobytes in memory, in steps.

import { strToU8 } from 'fflate';

import type { LabEvent } from '../events.ts';
import { stateHash } from '../fold/hash.ts';
import { emptyState } from '../fold/state.ts';
import { HAND_IN_ENTRY, SEAL_ENTRY } from '../hand-in.ts';
import type { Deflation } from './deflation.ts';
import { SESSION_LIMITS } from './limits.ts';
import { ENTRIES, SESSION_FORMAT, type SessionHead, type SessionManifest } from './manifest.ts';
import { OverviewMaker, type Refuses } from './overview.ts';
import { SessionProblem } from './problem.ts';
import { foldSound } from './read-session.ts';
import { ZipWriter } from './zip-writer.ts';

/** A piece of the file, and how much of the work is done. */
export interface SessionPiece {
  bytes: Uint8Array[];
  done: number;
}

export interface SessionParts {
  /** Without a hash, that of the state which the events fold to here. */
  head: Omit<SessionHead, 'hash'> & { hash?: string };
  checkpoint: string;
  /** Path below hosts/ -> octets, as the run found them. */
  files: AsyncIterable<readonly [string, Uint8Array]> | Iterable<readonly [string, Uint8Array]>;
  /** In order, up to the head's last; however many at a time. */
  events: AsyncIterable<readonly LabEvent[]>;
  capture: { length: number; read: (at: number, length: number) => Promise<Uint8Array> };
  /**
   * Who hands it in, as JSON. Then the last entry seals the others: it has the sum of each. That finds whoever edits a file
   * by hand, and nobody who reads this.
   */
  handIn?: { text: string; sum: (octets: Uint8Array) => string };
}

export interface SessionTools {
  deflation: Deflation;
  refuses: Refuses;
  now_ms: number;
  /** Events of a page. */
  page?: number;
}

/** Throws SessionProblem. */
export async function* writeSession(parts: SessionParts, tools: SessionTools): AsyncGenerator<SessionPiece> {
  const { head, capture } = parts;
  const page = tools.page ?? SESSION_LIMITS.pageEvents;
  const piece = SESSION_LIMITS.capturePiece;
  if (capture.length > SESSION_LIMITS.captureOctets) throw new SessionProblem('too large', 'captured octets');
  const zip = new ZipWriter(tools.deflation, tools.now_ms);
  const total = head.seq * EVENT_WEIGHT + capture.length + 1;
  const sums: Record<string, string> = {};
  const entry = async (name: string, bytes: Uint8Array, done: number): Promise<SessionPiece> => {
    if (parts.handIn) sums[name] = parts.handIn.sum(bytes);
    return { bytes: await zip.entry(name, bytes), done: Math.min(MOST, done / total) };
  };
  yield await entry(ENTRIES.checkpoint, strToU8(parts.checkpoint), 0);
  const state = emptyState();
  const maker = new OverviewMaker(tools.refuses);
  let index = 0;
  for await (const events of pagesOf(parts.events, page)) {
    const done = index * page * EVENT_WEIGHT;
    if (index > 0) yield await entry(ENTRIES.state(index), json(state), done);
    yield await entry(ENTRIES.page(index), strToU8(events.map((event) => `${JSON.stringify(event)}\n`).join('')), done);
    for (const event of events) foldSound(state, event);
    maker.page(events);
    index += 1;
  }
  if (state.seq !== head.seq) throw new SessionProblem('damaged', 'events are missing', state.seq + 1);
  yield await entry(ENTRIES.state(index), json(state), head.seq * EVENT_WEIGHT);
  const told = { ...head, hash: head.hash ?? stateHash(state), page, piece, captured: capture.length };
  yield await entry(ENTRIES.manifest, json({ format: SESSION_FORMAT, ...told } satisfies SessionManifest), total);
  yield await entry(ENTRIES.overview, json(maker.overview), head.seq * EVENT_WEIGHT);
  for (let at = 0; at < capture.length; at += piece) {
    const bytes = await capture.read(at, Math.min(piece, capture.length - at));
    yield await entry(ENTRIES.captured(at / piece), bytes, head.seq * EVENT_WEIGHT + at);
  }
  for await (const [path, bytes] of parts.files) yield await entry(ENTRIES.file(path), bytes, total);
  if (parts.handIn) {
    yield await entry(HAND_IN_ENTRY, strToU8(parts.handIn.text), total);
    yield await entry(SEAL_ENTRY, json(sums), total);
  }
  yield { bytes: zip.end(), done: 1 };
}

/** Octets of an event in the file, roughly: for how much is done. */
const EVENT_WEIGHT = 300;
/** All but the end is done. */
const MOST = 0.999;

function json(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value));
}

async function* pagesOf(events: AsyncIterable<readonly LabEvent[]>, page: number): AsyncGenerator<readonly LabEvent[]> {
  let waiting: LabEvent[] = [];
  for await (const some of events) {
    for (const event of some) {
      waiting.push(event);
      if (waiting.length < page) continue;
      yield waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) yield waiting;
}
