// The person's labs on a real disk: new ones, copies of running and closed ones, another one opened, the trash and back,
// and names that try to be paths.

import fs from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { stateHash } from '../../contract/fold/hash.ts';
import { Lab } from '../../engine/engine.ts';
import { LabShelf } from '../../engine/labs/lab-shelf.ts';
import { realWorld } from '../../engine/world/real-world.ts';
import { testTopology } from '../support/lab.ts';
import { temporaryDir } from '../support/temporary-dir.ts';

const BOB = 'bob@harbor.example';

let dir: string;
let lab: Lab;
let shelf: LabShelf;
beforeEach(async () => {
  dir = path.join(temporaryDir(), 'lab');
  shelf = new LabShelf({
    dir,
    worldOf: (place) => realWorld(place, { manual: true }),
    show: async (id, place) => {
      await lab.close('labs.open');
      await show(id, place);
    },
  });
  await show('first', dir);
});
afterEach(() => lab.close());

async function show(id: string, place: string): Promise<void> {
  fs.mkdirSync(place, { recursive: true });
  const world = realWorld(place, { manual: true });
  lab = await Lab.open({ dir: place, world, topology: testTopology(), seed: 1, manual: true, serial: true, shelf });
  await shelf.noteOpen(id);
}

async function sendLetter(): Promise<void> {
  await lab.dispatch('mail.send', { from: 'alice@campus.example', to: [BOB], subject: 'Hello', text: 'Hi' });
  await lab.settled();
}

const lettersOfBob = async () => (await lab.dispatch('store.list', { address: BOB })).letters.length;

test('a new lab is listed, opened with nothing in it, and found open at the next start', async () => {
  await sendLetter();
  const { id } = await lab.dispatch('labs.create', { name: 'Über <Mail> 2', topology: 'two-domains' });
  expect(id).toBe('lab-2');
  await lab.dispatch('labs.open', { id });
  expect(await lettersOfBob()).toBe(0);
  expect((await lab.dispatch('labs.list', {})).labs).toMatchObject([
    { id: 'first', name: 'Two domains', isOpen: false },
    { id: 'lab-2', name: 'Über <Mail> 2', topology: 'Two domains', isOpen: true },
  ]);
  expect(await shelf.lastOpen()).toBe('lab-2');
  await lab.dispatch('labs.open', { id: 'first' });
  expect(await lettersOfBob()).toBe(1);
});

test('a copy of the running lab has its mail and its state, and goes on by itself', async () => {
  await sendLetter();
  const { run, messages } = (await lab.dispatch('lab.state', {})).state;
  const ways = stateHash(messages);
  const { id } = await lab.dispatch('labs.duplicate', { id: 'first', name: 'Copy' });
  await sendLetter();
  expect(await lettersOfBob()).toBe(2);
  await lab.dispatch('labs.open', { id });
  expect(await lettersOfBob()).toBe(1);
  const copy = (await lab.dispatch('lab.state', {})).state;
  expect(stateHash(copy.messages)).toBe(ways);
  // Its run is a later one: no id is given twice.
  expect(copy.run).toBe(run + 1);
});

test('a closed lab is copied under its lock', async () => {
  const { id } = await lab.dispatch('labs.create', { name: 'Closed', topology: 'two-domains' });
  await lab.dispatch('labs.open', { id });
  await sendLetter();
  await lab.dispatch('labs.open', { id: 'first' });
  const copy = await lab.dispatch('labs.duplicate', { id, name: 'Copy of closed' });
  expect(fs.existsSync(path.join(shelf.dirOf(id), 'lock.json'))).toBe(false);
  await lab.dispatch('labs.open', { id: copy.id });
  expect(await lettersOfBob()).toBe(1);
});

test('a removed lab lies in the trash and comes back; the open one and the first stay', async () => {
  const { id } = await lab.dispatch('labs.create', { name: 'Short-lived', topology: 'two-domains' });
  await lab.dispatch('labs.rename', { id, name: 'Renamed' });
  await lab.dispatch('labs.remove', { id });
  expect((await lab.dispatch('labs.list', {})).labs).toHaveLength(1);
  await lab.dispatch('labs.restore', { id });
  expect((await lab.dispatch('labs.list', {})).labs[1]).toMatchObject({ id, name: 'Renamed' });
  await expect(lab.dispatch('labs.remove', { id: 'first' })).rejects.toMatchObject({ problem: 'lab open' });
  await lab.dispatch('labs.open', { id });
  await expect(lab.dispatch('labs.remove', { id })).rejects.toMatchObject({ problem: 'lab open' });
  await expect(lab.dispatch('labs.remove', { id: 'first' })).rejects.toMatchObject({ problem: 'first lab' });
});

test('a lab that another Posthorn has open is neither copied nor removed', async () => {
  const { id } = await lab.dispatch('labs.create', { name: 'Taken', topology: 'two-domains' });
  const place = shelf.dirOf(id);
  const world = realWorld(place, { manual: true });
  const other = await Lab.open({ dir: place, world, topology: testTopology(), seed: 1, manual: true, serial: true });
  await expect(lab.dispatch('labs.duplicate', { id, name: 'x' })).rejects.toThrow('is open in another Posthorn');
  await expect(lab.dispatch('labs.remove', { id })).rejects.toThrow('is open in another Posthorn');
  await other.close();
  await lab.dispatch('labs.remove', { id });
});

describe('what comes from outside', () => {
  test.each(['..', '../first', 'lab-2/..', 'lab-0', 'labs', 'trash', 'lab-2\0', 'C:\\x', ''])(
    'no lab is called %j',
    async (id) => {
      await expect(lab.dispatch('labs.open', { id })).rejects.toMatchObject({ problem: 'bad arguments' });
      await expect(lab.dispatch('labs.remove', { id })).rejects.toMatchObject({ problem: 'bad arguments' });
      await expect(lab.dispatch('labs.restore', { id })).rejects.toMatchObject({ problem: 'bad arguments' });
    },
  );

  test('whatever it is called, a lab lives in a directory with a number', async () => {
    let made = 1;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 70 }), async (name) => {
        const done = await lab.dispatch('labs.create', { name, topology: 'two-domains' }).catch(() => undefined);
        if (done) expect(done.id).toBe(`lab-${(made += 1)}`);
        expect(fs.readdirSync(path.join(dir, 'labs')).every((one) => /^(lab-\d+|last\.json)$/.test(one))).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test('a broken label or lab file hides no lab', async () => {
    const { id } = await lab.dispatch('labs.create', { name: 'Broken', topology: 'two-domains' });
    fs.writeFileSync(path.join(shelf.dirOf(id), 'label.json'), '{"name":');
    fs.writeFileSync(path.join(shelf.dirOf(id), 'lab.json'), '[]');
    expect((await lab.dispatch('labs.list', {})).labs[1]).toEqual({ id, name: id, isOpen: false });
    fs.writeFileSync(path.join(dir, 'labs', 'last.json'), '{"id":"../../x"}');
    expect(await shelf.lastOpen()).toBe('first');
  });
});
