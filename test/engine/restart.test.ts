// A lab that is closed and opened again: the screen finds what it left, also after a bad end.

import { expect, test } from 'vitest';

import { crashedDisk, MemoryDisk } from '../../engine/world/memory-disk.ts';
import { manualWorld } from '../../engine/world/manual-world.ts';
import { TestLab } from '../support/lab.ts';

test('after a restart the state has the letters, their fields and their way', async () => {
  const disk = new MemoryDisk();
  const lab = await TestLab.open({ world: manualWorld(disk) });
  await lab.letter('bob@harbor.example');
  const before = (await lab.send('lab.state', {})).state;
  await lab.close();
  const again = await TestLab.open({ world: manualWorld(disk) });
  const { state } = await again.send('lab.state', {});
  expect(state.mailboxes).toEqual(before.mailboxes);
  expect(state.messages).toEqual(before.messages);
  expect(again.of('store.found')).toEqual([]);
  const [opened] = again.of('lab.opened');
  expect(opened?.data.from).toEqual({ run: 1, how: 'restart' });
  await again.close();
});

test('after a crash letters that the kept state did not know are found', async () => {
  const disk = new MemoryDisk();
  const lab = await TestLab.open({ world: manualWorld(disk) });
  await lab.letter('bob@harbor.example');
  const crashed = crashedDisk(disk.operations, disk.operations.length, false);
  await lab.close();
  const again = await TestLab.open({ world: manualWorld(crashed) });
  expect(again.of('store.found').map((event) => event.data.uid)).toEqual([1]);
  const { state } = await again.send('lab.state', {});
  expect(state.mailboxes['bob@harbor.example']?.total).toBe(1);
  await again.close();
});

test('one submission is one message, from the first octet to the mailbox', async () => {
  const lab = await TestLab.open();
  await lab.letter('bob@harbor.example');
  const messages = new Set(lab.events.map((event) => event.message).filter((message) => message !== undefined));
  expect([...messages]).toEqual(['m1.1']);
  await lab.close();
});
