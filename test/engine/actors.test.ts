// Actors: senders that act by themselves on the lab clock, through real servers, and stop.

import { afterEach, expect, test } from 'vitest';

import { TestLab, testTopology } from '../support/lab.ts';
import { traceOf } from '../support/compare-runs.ts';

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

type PoliciesOfMx1 = Record<string, Record<string, unknown>>;

async function open(policies: PoliciesOfMx1 = {}): Promise<TestLab> {
  const topology = testTopology(({ hosts }) => {
    for (const host of hosts) if (host.name === 'mx1.harbor.example') host.policies = policies;
  });
  lab = await TestLab.open({ topology });
  return lab;
}

/** Everything that an actor does in so much time. */
async function watch(one: TestLab, hours: number): Promise<void> {
  await one.lab.settled();
  await one.send('clock.advance', { ms: hours * 3_600_000 });
}

const tries = (one: TestLab) =>
  one.of('actor.tried').map(({ host, data }) => `${host.split('.')[0] ?? ''} ${data.letter} ${data.outcome}`);

test('every actor finds its place in the first lab, and what it writes arrives', async () => {
  const one = await open();
  const { actors } = await one.send('actor.list', {});
  expect(actors.filter(({ usual }) => !usual)).toEqual([]);
  for (const { name: actor } of actors) await one.send('actor.start', { actor, settings: { letters: 2 } });
  await watch(one, 1);
  const { state } = await one.send('lab.state', {});
  for (const { name } of actors) {
    const known = state.actors?.[name];
    expect(known?.ended, name).toBe('done');
    expect(Object.values(known?.written ?? {}), name).toEqual([
      expect.objectContaining({ outcome: 'taken', delivered: true }),
      expect.objectContaining({ outcome: 'taken', delivered: true }),
    ]);
  }
  expect((await one.send('actor.list', {})).actors.filter(({ isRunning }) => isRunning)).toEqual([]);
});

test('nothing happens while the lab clock stands, and letters come at their times', async () => {
  const one = await open();
  await one.send('actor.start', { actor: 'newsletter', settings: { letters: 3, every_s: 600 } });
  await one.lab.settled();
  expect(tries(one)).toEqual([]);
  await one.send('clock.advance', { ms: 700_000 });
  expect(tries(one)).toEqual(['visitor 0 taken', 'visitor 1 taken']);
  await one.send('clock.advance', { ms: 600_000 });
  expect(one.of('actor.stopped').map(({ data }) => data)).toEqual([{ actor: 'newsletter', why: 'done' }]);
  const [letter] = await one.mailbox('bob@harbor.example');
  expect(letter).toContain('Return-Path: <news+bob=harbor.example@visitor.example>');
  expect(letter).toContain('List-Unsubscribe: <mailto:');
});

test('greylisting: the patient come back, the bot that never does loses its letter', async () => {
  const one = await open({ greylisting: { enabled: true, delay_s: 600 } });
  await one.send('actor.start', { actor: 'bot-once', settings: { letters: 1 } });
  await one.send('actor.start', { actor: 'bot-bank', settings: { letters: 1, hosts: ['visitor.example'] } });
  await watch(one, 2);
  expect(tries(one)).toEqual(['bot-17 0 deferred', 'visitor 0 deferred', 'visitor 0 deferred', 'visitor 0 taken']);
  const { state } = await one.send('lab.state', {});
  expect(state.actors?.['bot-once']?.written['0']).toMatchObject({ outcome: 'deferred', attempts: 1 });
  expect(state.actors?.['bot-once']?.written['0']?.next_ms).toBeUndefined();
});

test('a pool comes back from another address, and counting networks lets it in', async () => {
  const one = await open({ greylisting: { enabled: true, peer: 'address' } });
  await one.send('actor.start', { actor: 'pool', settings: { letters: 1 } });
  await watch(one, 3);
  expect(tries(one)).toEqual(['relay 0 deferred', 'submit 0 deferred', 'relay 0 taken']);
});

test('the early talker is heard before the greeting', async () => {
  const one = await open({ 'greet-pause': { enabled: true } });
  await one.send('actor.start', { actor: 'bot-early', settings: { letters: 1 } });
  await watch(one, 1);
  expect(one.of('policy.decided').map(({ data }) => data.reasons[0]?.code)).toEqual(['greetPause.early']);
  expect(tries(one)).toEqual(['bot-17 0 refused']);
});

test('a list and a forwarder do their own work', async () => {
  const one = await open();
  await one.send('actor.start', { actor: 'list', settings: { letters: 1 } });
  await one.send('actor.start', { actor: 'forwarder', settings: { letters: 1 } });
  await watch(one, 1);
  const kinds = one.of('queue.entered').filter(({ host }) => host === 'lists.forwarder.example');
  expect(kinds.map(({ data }) => data.kind)).toEqual(expect.arrayContaining(['list', 'forward']));
  const letters = await one.mailbox('bob@harbor.example');
  expect(letters.some((letter) => letter.includes('To leave, write to the owner.'))).toBe(true);
});

test('an actor stops when it is asked to, and starts anew', async () => {
  const one = await open();
  await one.send('actor.start', { actor: 'patient', settings: { letters: 5 } });
  await expect(one.send('actor.start', { actor: 'patient' })).rejects.toThrow('at work already');
  await watch(one, 0.01);
  expect(await one.send('actor.stop', {})).toEqual({ stopped: ['patient'] });
  await watch(one, 1);
  expect(tries(one)).toHaveLength(1);
  await one.send('actor.start', { actor: 'patient', settings: { letters: 1 } });
  await watch(one, 1);
  expect(tries(one)).toHaveLength(2);
});

test('what can’t be done is refused with a sentence', async () => {
  const one = await open();
  await expect(one.send('actor.start', { actor: 'pacient' })).rejects.toThrow('Did you mean "patient"?');
  await expect(one.send('actor.start', { actor: 'patient', settings: { letters: 0 } })).rejects.toThrow('letters');
  await expect(one.send('actor.start', { actor: 'patient', settings: { hosts: ['x.example'] } })).rejects.toThrow(
    'no host is called "x.example"',
  );
  await expect(one.send('actor.stop', { actor: 'nobody' })).rejects.toThrow('no actor is called "nobody"');
});

test('a lab that is opened again says that its actors have stopped', async () => {
  const one = await open();
  const { world } = one.lab.options;
  await one.send('actor.start', { actor: 'patient', settings: { letters: 5 } });
  await watch(one, 0.01);
  await one.close();
  lab = await TestLab.open({ world, compareProvenance: false });
  expect(lab.of('actor.stopped').map(({ data }) => data)).toEqual([{ actor: 'patient', why: 'reopened' }]);
  await watch(lab, 1);
  expect(tries(lab)).toEqual([]);
});

test('the same seed writes the same letters, and a replay repeats them', async () => {
  const play = async (seed: number) => {
    const one = await TestLab.open();
    for (const actor of ['patient', 'bot-once', 'pool']) {
      await one.send('actor.start', { actor, settings: { letters: 3, seed } });
    }
    await watch(one, 1);
    const trace = await traceOf(one);
    await one.close();
    return trace;
  };
  const first = await play(3);
  const again = await play(3);
  expect(again.events).toEqual(first.events);
  expect(again.mailboxes).toEqual(first.mailboxes);
  expect((await play(4)).mailboxes).not.toEqual(first.mailboxes);

  const one = await open();
  await one.send('actor.start', { actor: 'patient', settings: { letters: 2 } });
  await watch(one, 1);
  const before = await one.mailbox('bob@harbor.example');
  await one.send('lab.fork', { seq: one.events.length });
  expect(await one.mailbox('bob@harbor.example')).toEqual(before);
});

test('the shell starts, shows and stops them', async () => {
  const one = await open();
  const { shell } = await one.send('shell.open', { host: 'desk.harbor.example' });
  const type = async (line: string) => {
    const { length } = one.events;
    await one.send('shell.submit', { shell, line });
    await one.lab.settled();
    return one.events
      .slice(length)
      .map((event) => (event.type === 'shell.output' ? event.data.text : ''))
      .join('');
  };
  expect(await type('actor start bot-once --letters 2 --every 30 --to bob@harbor.example')).toBe(
    'bot-once: 2 letters, one every 30 s, from bot-17.dialup.example to bob@harbor.example\n',
  );
  expect(await type('actor list')).toContain('bot-once       at work');
  expect(await type('actor stop')).toBe('stopped: bot-once\n');
  expect(await type('actor start bot17')).toContain('no actor is called "bot17"');
  expect(await type('actor start patient --letters many')).toContain('letters');
  expect(await type('actor dance')).toContain('usage: actor');
});
