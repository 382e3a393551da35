// A session of millions of events, as a class in a busy term would leave one: real runs of the lab, repeated with ids and
// times of their own. Counterpart: long-session.ts measures the screen with it. Rule: the same file every time, written to a
// temporary folder by the writer that saves every session.

import fs from 'node:fs';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

import { cloneJson } from '../../contract/clone.ts';
import { type LabEvent, SCHEMA } from '../../contract/events.ts';
import { emptyState } from '../../contract/fold/state.ts';
import { writeSession } from '../../contract/session/write-session.ts';
import { APP_VERSION } from '../../contract/version.ts';
import { deflation } from '../../engine/deflation.ts';
import { Lab } from '../../engine/engine.ts';
import { soundTopology } from '../../engine/open-lab.ts';
import { twoDomains } from '../../engine/topologies/two-domains.ts';
import { manualWorld } from '../../engine/world/manual-world.ts';
import { endsInRefusal } from '../../mail/answer.ts';

/** Between one round and the next, and now and then a night. */
const GAP_MS = 400;
const NIGHT_MS = 8 * 3_600_000;
const ROUNDS_A_DAY = 60;

const deflateRaw = promisify(zlib.deflateRaw);
/** Quick rather than small: the time to write the file isn't what is measured. */
const quick = { ...deflation, deflate: (bytes: Uint8Array) => deflateRaw(bytes, { level: 1 }) };

interface Round {
  /** The lab opens. */
  before: LabEvent[];
  /** What is repeated. */
  events: LabEvent[];
  capture: Uint8Array;
  topology: ReturnType<typeof soundTopology>;
}

/** Letters that arrive, one that is put off and tried again, one that comes back, a setting, a clock that is moved. */
async function realRound(): Promise<Round> {
  const events: LabEvent[] = [];
  const topology = soundTopology(structuredClone(twoDomains), 'two-domains');
  const options = { dir: 'bench', world: manualWorld(), topology, seed: 1, manual: true, serial: true };
  const lab = await Lab.open(options, (event) => events.push(event));
  await lab.settled();
  const count = events.length;
  const send = async (to: string, subject: string) => {
    const text = 'A line of some letter.\n'.repeat(8);
    await lab.dispatch('mail.send', { from: 'alice@campus.example', to: [to], subject, text });
    await lab.settled();
  };
  const greylist = (value: boolean) =>
    lab.dispatch('config.patch', { host: 'mx1.harbor.example', path: '/policies/greylisting/enabled', value });
  await send('bob@harbor.example', 'A first one');
  await send('carol@harbor.example', 'Another');
  await greylist(true);
  await send('carol@harbor.example', 'Come back later');
  await lab.dispatch('clock.advance', { ms: 600_000 });
  await greylist(false);
  await send('nobody@harbor.example', 'To nobody');
  await send('bob@harbor.example', 'The last');
  const { capture } = lab.run.context;
  const bytes = (await capture.read({ at: 0, length: capture.length })) ?? new Uint8Array();
  await lab.close();
  return { before: events.slice(0, count), events: events.slice(count), capture: Uint8Array.from(bytes), topology };
}

/** Connections, letters and fields, which every round has of its own. */
const IDS = /(?<=")([\w.-]+#|[mf]1\.)(\d+)(?=")/g;

/** A record as text, cut at the numbers in its ids. */
interface Template {
  texts: string[];
  numbers: number[];
}

function templateOf(event: LabEvent): Template {
  const text = JSON.stringify(event);
  const ids = [...text.matchAll(IDS)];
  const begins = [0, ...ids.map(({ index, 0: id }) => index + id.length)];
  const texts = begins.map((begin, at) => {
    const id = ids[at];
    return id ? text.slice(begin, id.index) + (id[1] ?? '') : text.slice(begin);
  });
  return { texts, numbers: ids.map(([, , number]) => Number(number)) };
}

/** The events of a run of `count`, a round at a time. */
function* repeated({ before, events }: Round, count: number): Generator<LabEvent[]> {
  yield before.slice(0, count);
  const templates = events.map(templateOf);
  const highest = Math.max(...templates.flatMap(({ numbers }) => numbers));
  const uids = Math.max(...events.map(({ data }) => (data as { uid?: number }).uid ?? 0));
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return;
  let seq = before.length;
  let at_ms = 0;
  for (let round = 0; seq < count; round += 1) {
    const begun = seq + 1;
    const some: LabEvent[] = [];
    const ids = round * highest;
    for (const [index, { texts, numbers }] of templates.slice(0, count - seq).entries()) {
      let text = texts[0] ?? '';
      for (let at = 0; at < numbers.length; at += 1) text += `${(numbers[at] ?? 0) + ids}${texts[at + 1] ?? ''}`;
      const event = JSON.parse(text) as LabEvent;
      event.seq = begun + index;
      event.at_ms += at_ms;
      event.mono_us += at_ms * 1000;
      if (event.cause !== undefined && event.cause >= first.seq) event.cause += begun - first.seq;
      if ('uid' in event.data && typeof event.data.uid === 'number') event.data.uid += round * uids;
      some.push(event);
    }
    seq += some.length;
    at_ms += last.at_ms - first.at_ms + GAP_MS + (round % ROUNDS_A_DAY === ROUNDS_A_DAY - 1 ? NIGHT_MS : 0);
    yield some;
  }
}

/** Writes a session of `count` events to `file`; how long that took. */
export async function writeLongRun(file: string, count: number): Promise<number> {
  const begun = performance.now();
  const round = await realRound();
  const topology = cloneJson(round.topology);
  const head = { schema: SCHEMA, app: APP_VERSION, seed: 1, run: 1, seq: count, saved_ms: 0 };
  const pieces = writeSession(
    {
      head,
      checkpoint: JSON.stringify({ run: 1, seed: 1, clock_ms: 0, topology, state: emptyState() }),
      files: [],
      events: (async function* () {
        yield* repeated(round, count);
      })(),
      capture: {
        length: round.capture.length,
        read: (at, length) => Promise.resolve(round.capture.subarray(at, at + length)),
      },
    },
    { deflation: quick, refuses: endsInRefusal, now_ms: 0 },
  );
  const out = await fs.promises.open(file, 'w');
  for await (const { bytes } of pieces) await out.writev(bytes);
  await out.close();
  return performance.now() - begun;
}
