// The live source over a stand-in socket: where the stream goes on after a break, what is acknowledged, and what a
// command's sender hears.

import { beforeEach, describe, expect, it } from 'vitest';

import { LiveSource } from '../../../renderer/source/live.ts';
import type { LinkState } from '../../../renderer/source/source.ts';

class FakeSocket extends EventTarget {
  readyState = 0;
  readonly sent: unknown[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  says(frame: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }
}

const running = { kind: 'shell', engine: 'running', dir: '/lab' };
const batch = (number: number, run: number, seq: number) => ({
  kind: 'events',
  lab: 'main',
  batch: number,
  events: [{ run, seq, type: 'x' }],
  behind: 7,
});

let sockets: FakeSocket[];
let links: LinkState['name'][];
let folded: number[];
let behind: number[];
let waits: { ms: number; retry: () => void }[];
let frames: (() => void)[];
let isServerThere: boolean;
let source: LiveSource;

const latest = () => sockets.at(-1) as FakeSocket;
const draw = () => frames.splice(0).forEach((frame) => frame());
const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  sockets = [];
  links = [];
  folded = [];
  behind = [];
  waits = [];
  frames = [];
  isServerThere = false;
  source = new LiveSource({
    connect: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    isServerThere: () => Promise.resolve(isServerThere),
    nextFrame: (then) => frames.push(then),
    wait: (ms, retry) => waits.push({ ms, retry }),
  });
  source.start({
    onEvents: (events) => folded.push(...events.map((event) => event.seq)),
    onLink: (link) => links.push(link.name),
    onBehind: (events) => behind.push(events),
  });
});

describe('the stream', () => {
  it('asks from the beginning, and acknowledges each batch', () => {
    latest().open();
    latest().says(running);
    latest().says(batch(1, 1, 40));
    expect(latest().sent).toHaveLength(1);
    draw();
    expect(folded).toEqual([40]);
    expect(behind).toEqual([7]);
    expect(latest().sent).toEqual([
      { kind: 'since', lab: 'main', run: 0, seq: 0 },
      { kind: 'ack', lab: 'main', batch: 1 },
    ]);
    expect(links).toEqual(['connecting', 'live']);
  });

  it('goes on from the last event after a break, waiting longer each time', async () => {
    latest().open();
    latest().says(running);
    latest().says(batch(1, 2, 40));
    latest().close();
    await settle();
    waits.at(-1)?.retry();
    latest().close();
    await settle();
    expect(waits.map((wait) => wait.ms)).toEqual([250, 500]);
    waits.at(-1)?.retry();
    latest().open();
    latest().says(running);
    draw();
    expect(folded).toEqual([40]);
    expect(latest().sent, 'the old batch is folded, and not acknowledged to the new stream').toEqual([
      { kind: 'since', lab: 'main', run: 2, seq: 40 },
    ]);
    expect(links.at(-1)).toBe('live');
    expect(links).toContain('lost');
  });

  it('goes on with the same socket when the engine was started again', () => {
    latest().open();
    latest().says(running);
    latest().says(batch(1, 1, 9));
    latest().says({ kind: 'shell', engine: 'stopped', detail: 'why' });
    source.restartEngine();
    latest().says({ kind: 'shell', engine: 'starting' });
    latest().says(running);
    expect(links).toEqual(['connecting', 'live', 'stopped', 'starting', 'live']);
    expect(latest().sent.slice(-2)).toEqual([
      { kind: 'shell', ask: 'restart' },
      { kind: 'since', lab: 'main', run: 1, seq: 9 },
    ]);
  });

  it('stops trying when the server is there and says no', async () => {
    isServerThere = true;
    latest().close();
    await settle();
    expect(links).toEqual(['connecting', 'refused']);
    expect(waits).toEqual([]);
  });
});

describe('commands', () => {
  it('answers each by its number', async () => {
    latest().open();
    const [one, two] = [source.dispatch('clock.get', {}), source.dispatch('lab.settled', {})];
    latest().says({ kind: 'reply', lab: 'main', id: 2, reply: { seq: 7 } });
    latest().says({ kind: 'error', lab: 'main', id: 1, error: { problem: 'failed', detail: 'why' } });
    expect(await two).toEqual({ seq: 7 });
    await expect(one).rejects.toMatchObject({ problem: 'failed', detail: 'why' });
  });

  it('fails at once without a connection, and when it breaks', async () => {
    await expect(source.dispatch('clock.get', {})).rejects.toMatchObject({ problem: 'no connection' });
    latest().open();
    const asked = source.dispatch('clock.get', {});
    latest().close();
    await expect(asked).rejects.toMatchObject({ problem: 'no answer' });
  });
});
