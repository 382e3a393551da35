// A session file as the page reads it: what it saved is what is shown, and no file from outside does harm. Counterpart:
// contract/session/, renderer/session/.

import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { LabEvent } from '../../contract/events.ts';
import { stateHash } from '../../contract/fold/hash.ts';
import { SESSION_LIMITS } from '../../contract/session/limits.ts';
import { SessionProblem } from '../../contract/session/problem.ts';
import { readSession, type Session } from '../../contract/session/read-session.ts';
import { SessionFile } from '../../contract/session/session-file.ts';
import { deflation } from '../../engine/deflation.ts';
import { packSession } from '../../engine/session.ts';
import { SessionSource } from '../../renderer/session/session-source.ts';
import type { LinkState } from '../../renderer/source/source.ts';
import { applyEvents, createBenchStore } from '../../renderer/store/bench-store.ts';
import { TestLab } from '../support/lab.ts';

const watch = { pause: () => Promise.resolve() };
const open = (bytes: Uint8Array) => SessionFile.open(bytes, deflation);
const PAGE = 'events/000000.ndjson';
const BOB = 'bob@harbor.example';

let lab: TestLab;
let file: Uint8Array;
let session: Session;
beforeAll(async () => {
  lab = await TestLab.open();
  await lab.letter([BOB, 'nobody@harbor.example'], 'Two lines.\n.and a dot\n');
  await lab.send('lab.checkpoint', { name: 'before' });
  await lab.send('lab.restore', { name: 'before' });
  await lab.letter(BOB, 'After a restore.');
  file = await pack(lab);
  session = await readSession(await open(file), watch);
});
afterAll(() => lab.lab.close());

async function pack({ lab: running }: TestLab): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of packSession(running)) pieces.push(bytes);
  return Buffer.concat(pieces);
}

/** The file with entries changed. */
function changed(change: (entries: Zippable) => void): Uint8Array {
  const entries: Zippable = unzipSync(file);
  change(entries);
  return zipSync(entries);
}

async function problemOf(bytes: Uint8Array): Promise<SessionProblem> {
  const problem = await open(bytes)
    .then((opened) => readSession(opened, watch))
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  if (!(problem instanceof SessionProblem)) throw new Error(`not refused: ${String(problem)}`);
  return problem;
}

describe('opened without an engine', () => {
  test('it folds to the state of the lab, in the reader and in the store of a page', async () => {
    const { hash, seq } = await lab.send('lab.state', {});
    expect(stateHash(session.state)).toBe(hash);
    expect(session).toMatchObject({ isExact: true, file: { manifest: { seq, hash } } });
    const store = createBenchStore();
    const links: LinkState[] = [];
    const source = new SessionSource(session, 'one.posthorn', (then) => then());
    source.start({
      onEvents: (events: readonly LabEvent[]) => applyEvents(store, events, 0),
      onLink: (link) => links.push(link),
    });
    expect(stateHash(store.getState().moment.lab)).toBe(hash);
    expect(links).toMatchObject([{ name: 'session', file: 'one.posthorn', isExact: true }]);
  });

  test('letters and bytes come out of the file as out of the lab, of this run and of an earlier one', async () => {
    const source = new SessionSource(session, 'one.posthorn', (then) => then());
    const { letters } = await lab.send('store.list', { address: BOB });
    expect(letters).toHaveLength(2);
    for (const { uid } of letters) {
      expect(await source.dispatch('store.read', { address: BOB, uid })).toEqual(
        await lab.send('store.read', { address: BOB, uid }),
      );
    }
    const bulk = session.events.find((event) => event.type === 'wire.bulk');
    const { ref } = bulk?.type === 'wire.bulk' ? bulk.data : { ref: { at: 0, length: 0 } };
    expect(await source.dispatch('bytes.read', { ref })).toEqual(await lab.send('bytes.read', { ref }));
    expect(await source.dispatch('lab.state', {})).toEqual(await lab.send('lab.state', {}));
  });

  test('what would change it is refused', async () => {
    const source = new SessionSource(session, 'one.posthorn', (then) => then());
    await expect(source.dispatch('mail.send', { from: BOB, to: [BOB] })).rejects.toMatchObject({
      problem: 'read only',
    });
  });

  test('it is read in steps, and a step may stop it', async () => {
    const pause = () => Promise.reject(new SessionProblem('cancelled'));
    await expect(readSession(await open(file), { pause })).rejects.toMatchObject({ problem: 'cancelled' });
  });
});

describe('a file that is wrong is refused by its kind', () => {
  test('another file', async () => {
    expect(await problemOf(strToU8('From: me\r\n\r\nHello'))).toMatchObject({ problem: 'not a session' });
    expect(await problemOf(new Uint8Array(0))).toMatchObject({ problem: 'not a session' });
    expect(await problemOf(zipSync({ 'holiday.txt': strToU8('sun') }))).toMatchObject({ problem: 'not a session' });
  });

  test('one of a newer version, with that version', async () => {
    const newer = changed((entries) => {
      entries['manifest.json'] = strToU8(JSON.stringify({ ...session.file.manifest, schema: 99, app: '7.0.0' }));
    });
    expect(await problemOf(newer)).toMatchObject({ problem: 'newer', detail: '7.0.0' });
  });

  test('one with a changed event, at that event', async () => {
    const lines = Buffer.from(unzipSync(file)[PAGE] ?? [])
      .toString()
      .trimEnd()
      .split('\n');
    const withLine = (number: number, line: string) =>
      changed((entries) => {
        entries[PAGE] = strToU8(`${lines.with(number - 1, line).join('\n')}\n`);
      });
    expect(await problemOf(withLine(7, '{"seq":7'))).toMatchObject({ problem: 'damaged', event: 7 });
    const wrong = lines.findIndex((line) => line.includes('"queue.entered"')) + 1;
    const event = JSON.parse(lines[wrong - 1] ?? '') as { data: object };
    const broken = JSON.stringify({ ...event, data: { ...event.data, recipients: 'all' } });
    expect(await problemOf(withLine(wrong, broken))).toMatchObject({ problem: 'damaged', event: wrong });
    const fewer = changed((entries) => {
      entries[PAGE] = strToU8(`${lines.slice(0, 20).join('\n')}\n`);
    });
    expect(await problemOf(fewer)).toMatchObject({ problem: 'damaged', event: 21 });
    const names = JSON.stringify({ ...event, host: '__proto__' });
    expect(await problemOf(withLine(wrong, names))).toMatchObject({ problem: 'damaged', event: wrong });
    expect(Object.keys({})).toEqual([]);
  });

  test('a zip bomb, by what it says and by what it does', async () => {
    const big = new Uint8Array(2_000_000);
    const bomb = zipSync({ 'manifest.json': big });
    // It says that it is small: the reader stops where it would grow.
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    const central = lying.findLastIndex((_, at) => at + 4 <= lying.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(central + 24, 1000, true);
    expect(await problemOf(lying)).toMatchObject({ problem: 'damaged' });
    // It says that it is huge: not even begun.
    view.setUint32(central + 24, SESSION_LIMITS.entryOctets + 1, true);
    expect(await problemOf(lying)).toMatchObject({ problem: 'too large' });
  });

  test('cut short or with octets changed anywhere, it is refused or the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, by, cut) => {
        const bytes = cut ? file.slice(0, at) : Uint8Array.from(file);
        if (!cut) bytes[at] = (bytes[at] ?? 0) ^ by;
        try {
          const opened = await readSession(await open(bytes), watch);
          expect(stateHash(opened.state)).toBe(session.file.manifest.hash);
        } catch (error) {
          expect(error).toBeInstanceOf(SessionProblem);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('random bytes behind the signature of a zip do no harm', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        expect(await problemOf(Buffer.concat([Buffer.from('PK\x03\x04'), bytes]))).toBeInstanceOf(SessionProblem);
      }),
      { numRuns: 200 },
    );
  });
});
