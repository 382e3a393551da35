// Frames between a screen and a lab: streams that don't run ahead, commands, and a new run after a reset.

import { expect, test } from 'vitest';

import type { EngineFrame } from '../../contract/frames.ts';
import { Carrier } from '../../engine/carrier.ts';
import { TestLab } from '../support/lab.ts';

class Screen {
  readonly frames: EngineFrame[] = [];
  readonly carrier: Carrier;
  #watchers: (() => void)[] = [];

  constructor(lab: TestLab, acknowledges: boolean) {
    this.carrier = new Carrier(new Map([['main', lab.lab]]), (text) => {
      const frame = JSON.parse(text) as EngineFrame;
      this.frames.push(frame);
      if (acknowledges && frame.kind === 'events') this.say({ kind: 'ack', lab: 'main', batch: frame.batch });
      for (const watcher of this.#watchers.splice(0)) watcher();
    });
  }

  say(frame: unknown): void {
    this.carrier.receive(JSON.stringify(frame));
  }

  async until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  get events() {
    return this.frames.flatMap((frame) => (frame.kind === 'events' ? frame.events : []));
  }
}

test('a screen hears every event once, in order, also across a reset', async () => {
  const lab = await TestLab.open({ compareProvenance: false });
  const screen = new Screen(lab, true);
  screen.say({ kind: 'since', lab: 'main', run: 0, seq: 0 });
  await lab.letter('bob@harbor.example');
  const { seq } = await lab.send('lab.state', {});
  await screen.until(() => screen.events.at(-1)?.seq === seq);
  expect(screen.events.map((event) => event.seq)).toEqual(Array.from({ length: seq }, (_, at) => at + 1));
  const all = screen.frames.flatMap((frame) => (frame.kind === 'events' ? [frame] : []));
  expect(all.at(-1)?.behind).toBe(0);
  screen.say({ kind: 'command', lab: 'main', id: 1, command: 'lab.reset', args: {} });
  await screen.until(() => screen.events.some((event) => event.run === 2 && event.type === 'lab.door'));
  const second = screen.events.filter((event) => event.run === 2);
  expect(second[0]).toMatchObject({ seq: 1, type: 'lab.opened' });
  await screen.until(() => screen.frames.some((frame) => frame.kind === 'reply'));
  screen.carrier.dispose();
  await lab.lab.close();
});

test('a screen that comes late hears how much is still to come', async () => {
  const lab = await TestLab.open();
  for (let letters = 0; letters < 4; letters += 1) await lab.letter('bob@harbor.example');
  const { seq } = await lab.send('lab.state', {});
  const screen = new Screen(lab, true);
  screen.say({ kind: 'since', lab: 'main', run: 0, seq: 0 });
  await screen.until(() => screen.events.at(-1)?.seq === seq);
  const told = screen.frames.map((frame) => (frame.kind === 'events' ? [frame.events.at(-1)?.seq, frame.behind] : []));
  expect(told.length).toBeGreaterThan(1);
  for (const [last, behind] of told) expect((last ?? 0) + (behind ?? 0)).toBe(seq);
  screen.carrier.dispose();
  await lab.close();
});

test('a screen that acknowledges nothing gets one batch and no more', async () => {
  const lab = await TestLab.open();
  const screen = new Screen(lab, false);
  screen.say({ kind: 'since', lab: 'main', run: 0, seq: 0 });
  await screen.until(() => screen.events.length > 0);
  await lab.letter('bob@harbor.example');
  expect(screen.frames.filter((frame) => frame.kind === 'events')).toHaveLength(1);
  screen.carrier.dispose();
  await lab.close();
});

test('what is no frame is dropped, and a command for no lab is refused', async () => {
  const lab = await TestLab.open();
  const screen = new Screen(lab, true);
  for (const text of [
    '',
    'null',
    '{',
    '{"kind":"since"}',
    '[]',
    '{"kind":"command","lab":"main","id":-1,"command":"x"}',
  ]) {
    screen.carrier.receive(text);
  }
  expect(screen.frames).toEqual([]);
  screen.say({ kind: 'command', lab: 'other', id: 7, command: 'clock.get' });
  expect(screen.frames).toEqual([
    { kind: 'error', lab: 'other', id: 7, error: { problem: 'unknown lab', detail: 'no lab is called "other"' } },
  ]);
  await lab.close();
});
