// A queue and a postmaster's hand in it: hold, release, delete, requeue, flush; and how many at a time.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { manualWorld } from '../../engine/world/manual-world.ts';
import { MemoryDisk } from '../../engine/world/memory-disk.ts';
import { TestLab } from '../support/lab.ts';
import { Person } from './shell/person.ts';

const RELAY = 'relay.campus.example';

let lab: TestLab;
let disk: MemoryDisk;
beforeEach(async () => {
  disk = new MemoryDisk();
  lab = await TestLab.open({ world: manualWorld(disk) });
});
afterEach(() => lab.close());

const route = (to: string) => lab.send('config.patch', { host: RELAY, path: '/mta/routes', value: { '*': { to } } });
const items = async () => (await lab.send('queue.list', { host: RELAY })).items;
const files = (place: string) =>
  [...disk.files.keys()]
    .filter((file) => file.startsWith(`hosts/${RELAY}/spool/${place}/`))
    .map((file) => file.split('/').at(-1));
const bobs = async () => (await lab.mailbox('bob@harbor.example')).length;
const operated = () =>
  lab.of('queue.operated').map(({ data: { operation, from, to } }) => `${operation} ${from} ${to ?? '-'}`);

/** A letter that waits because nobody answers. */
async function waitingLetter(): Promise<string> {
  await route('ns.example');
  await lab.letter('bob@harbor.example');
  return (await items())[0]?.queueId ?? '';
}

test('a letter that waits lies in deferred, and leaves nothing behind when it is gone', async () => {
  const id = await waitingLetter();
  expect(files('deferred')).toEqual([id]);
  expect(files('active')).toEqual([]);
  await route('mx1.harbor.example');
  await lab.send('clock.advance', { ms: 600_000 });
  expect(await bobs()).toBe(1);
  expect([...files('incoming'), ...files('active'), ...files('deferred')]).toEqual([]);
});

test('a held letter stays however long, across a restart, until it is released', async () => {
  const id = await waitingLetter();
  await route('mx1.harbor.example');
  expect(await lab.send('queue.hold', { host: RELAY, queueIds: [id] })).toEqual({ done: [id], refused: [] });
  await lab.send('clock.advance', { ms: 10 * 86_400_000 });
  expect(await bobs()).toBe(0);
  expect(files('hold')).toEqual([id]);
  expect(await items()).toMatchObject([{ queueId: id, held: true }]);
  expect((await lab.send('lab.state', {})).state.queues[RELAY]?.[id]?.held).toBe(true);
  await lab.close();
  lab = await TestLab.open({ world: manualWorld(disk), compareProvenance: false });
  expect(await items()).toMatchObject([{ queueId: id, held: true }]);
  expect(await lab.send('queue.hold', { host: RELAY, queueIds: [id] })).toEqual({
    done: [],
    refused: [{ queueId: id, problem: 'on hold' }],
  });
  await lab.send('queue.release', { host: RELAY, queueIds: ['ALL'] });
  expect(operated()).toEqual(['release hold active']);
});

test('a deleted letter is gone and nobody is told', async () => {
  const id = await waitingLetter();
  await lab.send('queue.delete', { host: RELAY, queueIds: [id] });
  expect(await items()).toEqual([]);
  expect(files('deferred')).toEqual([]);
  expect(lab.of('queue.removed').at(-1)?.data.outcome).toBe('deleted');
  expect(await lab.mailbox('alice@campus.example')).toEqual([]);
  expect(await lab.send('queue.delete', { host: RELAY, queueIds: [id] })).toEqual({
    done: [],
    refused: [{ queueId: id, problem: 'not here' }],
  });
});

test('a requeued letter has a new id, keeps its age and goes through the tables again', async () => {
  const id = await waitingLetter();
  await route('mx1.harbor.example');
  await lab.send('queue.requeue', { host: RELAY, queueIds: [id] });
  expect(await bobs()).toBe(1);
  const entered = lab.of('queue.entered').find((event) => event.data.kind === 'reinject');
  expect(entered?.data.parents).toEqual([{ host: RELAY, queueId: id }]);
  expect(lab.of('queue.operated').at(-1)?.data).toEqual({
    operation: 'requeue',
    from: 'deferred',
    as: entered?.queueId,
  });
  const [letter = ''] = await lab.mailbox('bob@harbor.example');
  expect(letter).toContain(`Received: by ${RELAY} (Posthorn)\r\n\tid ${entered?.queueId ?? ''};`);
});

test('a flush tries at once, one letter or all', async () => {
  const id = await waitingLetter();
  await lab.letter('carol@harbor.example');
  await route('mx1.harbor.example');
  expect(await lab.send('queue.flush', { host: RELAY, queueIds: [id] })).toEqual({ started: 1 });
  expect(await bobs()).toBe(1);
  expect(await items()).toHaveLength(1);
  expect(await lab.send('queue.flush', { host: RELAY })).toEqual({ started: 1 });
  expect(await items()).toEqual([]);
});

test('at the shell it is postsuper and postqueue', async () => {
  const id = await waitingLetter();
  const person = await Person.open(lab, RELAY);
  expect(await person.type(`postsuper -h ${id}`)).toBe(
    `postsuper: ${id}: placed on hold\npostsuper: Placed on hold: 1 message\n`,
  );
  expect(await person.type('postqueue -p')).toContain(`${id}! `);
  expect(await person.type(`postqueue -i ${id}`)).toBe(`postqueue: ${id}: on hold\n`);
  expect(await person.type('postsuper -H ALL')).toContain('Released from hold: 1 message\n');
  await lab.lab.settled();
  expect(await person.type(`postsuper -r ${id}`)).toContain('Requeued: 1 message\n');
  await lab.lab.settled();
  expect(await person.type('postsuper -d ALL')).toContain('Deleted: 1 message\n');
  expect(await person.type('postqueue -p')).toBe('Mail queue is empty\n');
  expect(await person.type('postsuper')).toContain('usage: postsuper');
  const lines = lab
    .of('log.written')
    .filter((event) => event.host === RELAY && event.data.program.includes('postsuper'));
  expect(lines.map((event) => event.data.line.replace(/^\w+/, 'ID'))).toEqual([
    'ID: placed on hold',
    'ID: released from hold',
    'ID: requeued',
    'ID: removed',
  ]);
});

test('at most so many deliveries go to one next hop at a time', async () => {
  await lab.close();
  lab = await TestLab.open({ world: manualWorld(disk), serial: false });
  await lab.send('config.patch', { host: RELAY, path: '/mta/queue/concurrency', value: 2 });
  await Promise.all(Array.from({ length: 8 }, () => lab.letter('bob@harbor.example')));
  let open = 0;
  let most = 0;
  for (const event of lab.events) {
    if (event.type === 'conn.opened' && event.data.client.host === RELAY) most = Math.max(most, (open += 1));
    if (event.type === 'conn.closed' && event.conn?.startsWith(RELAY)) open -= 1;
  }
  expect(most).toBe(2);
  expect(await bobs()).toBe(8);
});
