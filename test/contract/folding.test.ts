// However the events of a run are folded, they come to one state: one by one, in batches, from a snapshot, from a saved
// session whole or in pages cut anywhere, and from a session of the first format.

import { strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { LabEvent } from '../../contract/events.ts';
import { cloneState } from '../../contract/fold/clone-state.ts';
import { foldEvent } from '../../contract/fold/fold.ts';
import { stateHash } from '../../contract/fold/hash.ts';
import { emptyState, type LabState } from '../../contract/fold/state.ts';
import { readSession } from '../../contract/session/read-session.ts';
import { SessionFile } from '../../contract/session/session-file.ts';
import { writeSession } from '../../contract/session/write-session.ts';
import { deflation } from '../../engine/deflation.ts';
import { endsInRefusal } from '../../mail/answer.ts';
import { applyEvents, createBenchStore } from '../../renderer/store/bench-store.ts';
import { deflation as pageDeflation } from '../../renderer/session/deflation.ts';
import { realRun } from '../renderer/store/real-run.ts';

let events: LabEvent[];
/** The hash after each event; 0: before the first. */
const hashes: string[] = [];

beforeAll(async () => {
  events = (await realRun()).filter(({ run }) => run === 1);
  const state = emptyState();
  hashes.push(stateHash(state));
  for (const event of events) hashes.push(stateHash(foldEvent(state, event)));
});

const anywhere = () => fc.integer({ min: 1, max: events.length });
const cuts = () => fc.uniqueArray(anywhere(), { maxLength: 30 });

function fold(from: LabState, some: readonly LabEvent[]): LabState {
  for (const event of some) foldEvent(from, event);
  return from;
}

/** The events between the cuts. */
function batchesAt(places: readonly number[]): LabEvent[][] {
  const sorted = [0, ...places.toSorted((one, other) => one - other), events.length];
  return sorted.slice(1).map((end, index) => events.slice(sorted[index], end));
}

async function packed(page: number, batches: readonly LabEvent[][], files = {}): Promise<Uint8Array> {
  const capture = Uint8Array.from({ length: 700_000 }, (_, at) => at % 251);
  const [opened] = events;
  const topology = opened?.type === 'lab.opened' ? opened.data.topology : undefined;
  const checkpoint = JSON.stringify({ run: 1, seed: 1, clock_ms: 0, topology, state: emptyState() });
  const seq = events.length;
  const pieces = writeSession(
    {
      head: { schema: 1, app: '0', seed: 1, run: 1, seq, hash: hashes.at(-1) ?? '' },
      checkpoint,
      files: Object.entries<Uint8Array>(files),
      events: (async function* () {
        yield* batches;
      })(),
      capture: {
        length: capture.length,
        read: (at, length) => Promise.resolve(capture.subarray(at, at + length)),
      },
    },
    { deflation, refuses: endsInRefusal, now_ms: 0, page },
  );
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces) bytes.push(...piece.bytes);
  return Buffer.concat(bytes);
}

describe('the fold of a run', () => {
  it('is the same in batches, cut anywhere, and in the store of a screen', () => {
    fc.assert(
      fc.property(cuts(), (places) => {
        const store = createBenchStore();
        for (const batch of batchesAt(places)) applyEvents(store, batch, 0);
        expect(stateHash(store.getState().live.lab)).toBe(hashes.at(-1));
      }),
      { numRuns: 20 },
    );
  });

  it('is the same from a snapshot taken anywhere, which stays as it was', () => {
    fc.assert(
      fc.property(anywhere(), fc.boolean(), (at, isText) => {
        const state = fold(emptyState(), events.slice(0, at));
        const snapshot = isText ? (JSON.parse(JSON.stringify(state)) as LabState) : cloneState(state);
        expect(stateHash(fold(state, events.slice(at)))).toBe(hashes.at(-1));
        expect(stateHash(snapshot)).toBe(hashes[at]);
        expect(stateHash(fold(snapshot, events.slice(at)))).toBe(hashes.at(-1));
      }),
      { numRuns: 20 },
    );
  });

  it('is the same from a saved session, whatever its pages, and from the state before any of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 60, max: 900 }), cuts(), fc.boolean(), async (page, places, isPage) => {
        const file = await SessionFile.open(await packed(page, batchesAt(places)), isPage ? pageDeflation : deflation);
        const session = await readSession(file, { pause: () => Promise.resolve() });
        expect([session.isExact, stateHash(session.state), session.events]).toEqual([true, hashes.at(-1), events]);
        const index = places.length % (file.pages + 1);
        const from = await file.stateBefore(index);
        expect(stateHash(from)).toBe(hashes[Math.min(index * page, events.length)]);
        for (let next = index; next < file.pages; next += 1) fold(from, await file.page(next));
        expect(stateHash(from)).toBe(hashes.at(-1));
        const { parts } = await file.overview();
        expect(parts).toHaveLength(file.pages);
        // A page that was found sound once is read the quick way from then on.
        expect(await file.page(0)).toEqual(events.slice(0, page));
      }),
      { numRuns: 5 },
    );
  });

  it('is the same from a session of the first format', async () => {
    const entries = unzipSync(await packed(2000, [events]));
    const {
      format: _f,
      page: _p,
      piece: _i,
      captured: _c,
      ...head
    } = JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString()) as Record<string, unknown>;
    const first = zipSync({
      'manifest.json': strToU8(JSON.stringify({ format: 1, ...head })),
      'checkpoint.json': entries['checkpoint.json'] ?? new Uint8Array(),
      'inputs.ndjson': new Uint8Array(),
      'events.ndjson': entries['events/000000.ndjson'] ?? new Uint8Array(),
      'capture.bin': Uint8Array.from([1, 2, 3]),
    });
    const file = await SessionFile.open(first, deflation);
    const session = await readSession(file, { pause: () => Promise.resolve() });
    expect([session.isExact, session.events.length]).toEqual([true, events.length]);
    expect(await file.capture.read({ at: 1, length: 2 })).toEqual(Uint8Array.from([2, 3]));
    expect(await file.capture.read({ at: 2, length: 2 })).toBeUndefined();
  });
});

it('gives captured octets wherever they lie, also over the edge of two pieces', async () => {
  const file = await SessionFile.open(await packed(2000, [events], { 'hosts/a/mail/x': strToU8('mail') }), deflation);
  for (const [at, length] of [
    [0, 5],
    [262_140, 10],
    [100_000, 500_000],
    [699_999, 1],
  ] as const) {
    const octets = await file.capture.read({ at, length });
    expect(octets?.every((octet, index) => octet === (at + index) % 251)).toBe(true);
    expect(octets).toHaveLength(length);
  }
  expect(await file.capture.read({ at: 699_999, length: 2 })).toBeUndefined();
  expect(file.paths).toEqual(['hosts/a/mail/x']);
  expect(await file.file('hosts/a/mail/x')).toEqual(strToU8('mail'));
});
