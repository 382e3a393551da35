// A disk that turns read-only, as a system mounts one anew that fails: nothing is promised that isn't kept, nothing is
// delivered twice, and all goes on when it can be written again. Counterpart: crash.test.ts, which has the full disk.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { told } from '../../engine/world/disk-errors.ts';
import { manualWorld } from '../../engine/world/manual-world.ts';
import { MemoryDisk } from '../../engine/world/memory-disk.ts';
import { TestLab } from '../support/lab.ts';

const BOB = 'bob@harbor.example';
const HOUR_MS = 3_600_000;
/** Spools and mailboxes. */
const HOSTS = 'hosts/';

let disk: MemoryDisk;
let lab: TestLab;
beforeEach(async () => {
  disk = new MemoryDisk();
  lab = await TestLab.open({ world: manualWorld(disk) });
});
afterEach(() => lab.close());

const waiting = async () => (await lab.send('queue.list', {})).items.map(({ host }) => host);

/** The disk can't be written from this event on. */
function readOnlyFrom(type: 'queue.entered' | 'queue.attempted' | 'queue.delivered', host: string): void {
  const watching = lab.lab.subscribe((event) => {
    if (event.type !== type || event.host !== host) return;
    watching.dispose();
    disk.readOnly = HOSTS;
  });
}

test('a letter that can’t be written is refused for now, and nothing of it stays', async () => {
  disk.readOnly = HOSTS;
  const spools = () => [...disk.files.keys()].filter((file) => file.includes('/spool/'));
  expect(await lab.letter(BOB)).toBe('451 4.3.0 Error: queue file write error');
  expect(spools()).toEqual([]);
  expect(await waiting()).toEqual([]);
  disk.readOnly = undefined;
  expect(await lab.letter(BOB)).toMatch(/^250 /);
  expect(await lab.mailbox(BOB)).toHaveLength(1);
});

test.each([
  ['queue.entered', 'submit.campus.example'],
  ['queue.attempted', 'relay.campus.example'],
  ['queue.delivered', 'relay.campus.example'],
  ['queue.attempted', 'mail.harbor.example'],
  ['queue.delivered', 'mail.harbor.example'],
] as const)('a letter that was promised arrives once, when the disk fails from %s at %s on', async (type, host) => {
  readOnlyFrom(type, host);
  expect(await lab.letter(BOB)).toMatch(/^250 /);
  expect(disk.readOnly).toBe(HOSTS);
  // The queue keeps trying, and gets nowhere.
  for (let tries = 0; tries < 3; tries += 1) await lab.send('clock.advance', { ms: HOUR_MS });
  expect(await waiting()).not.toEqual([]);
  disk.readOnly = undefined;
  await lab.send('clock.advance', { ms: 6 * HOUR_MS });
  expect(await lab.mailbox(BOB)).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});

test('a bounce that can’t be written is sent later, and once', async () => {
  readOnlyFrom('queue.attempted', 'relay.campus.example');
  await lab.letter('nobody@harbor.example');
  await lab.send('clock.advance', { ms: HOUR_MS });
  expect(await lab.mailbox('alice@campus.example')).toEqual([]);
  disk.readOnly = undefined;
  await lab.send('clock.advance', { ms: 6 * HOUR_MS });
  expect(await lab.mailbox('alice@campus.example')).toHaveLength(1);
  expect(await waiting()).toEqual([]);
});

test('a postmaster hears that nothing can be changed, and the letter goes on when it can', async () => {
  await lab.send('config.patch', { host: 'relay.campus.example', path: '/stopped', value: ['postfix'] });
  await lab.letter(BOB);
  const [item] = (await lab.send('queue.list', {})).items;
  const about = { host: item?.host ?? '', queueIds: [item?.queueId ?? ''] };
  disk.readOnly = HOSTS;
  for (const operation of ['queue.hold', 'queue.delete'] as const) {
    expect(await lab.send(operation, about)).toEqual({
      done: [],
      refused: [{ queueId: item?.queueId, problem: 'disk fails' }],
    });
  }
  disk.readOnly = undefined;
  await lab.send('config.patch', { host: 'relay.campus.example', path: '/stopped', value: [] });
  await lab.send('clock.advance', { ms: 6 * HOUR_MS });
  expect(await lab.mailbox(BOB)).toHaveLength(1);
});

test.each([
  ['EROFS', 'denied', 'the disk is read-only'],
  ['EACCES', 'denied', 'the system denies access'],
  ['ENOSPC', 'full', 'the disk is full'],
])('a system’s %s is %s', (code, problem, advice) => {
  const fail = () =>
    told('spool/x', () => {
      throw Object.assign(new Error(code), { code });
    });
  expect(fail).toThrow(advice);
  expect(fail).toThrow(expect.objectContaining({ problem }));
});
