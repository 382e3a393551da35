// The spool's promise: whatever was answered 250 survives a crash at any disk operation, nothing
// half-written is ever visible, and a restart with the same seed repeats no name.

import { expect, test } from 'vitest';

import { Lab } from '../../engine/engine.ts';
import { decodeQueueFile, envelopeLine, newEntry, type QueueEntry } from '../../engine/mta/queue-entry.ts';
import { crashedDisk, MemoryDisk, type DiskOperation } from '../../engine/world/memory-disk.ts';
import { manualWorld } from '../../engine/world/manual-world.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

/** What had been promised by the time each disk operation was done. */
interface Recording {
  operations: DiskOperation[];
  promised: { subject: string; after: number }[];
}

const SUBJECTS = ['first', 'second', 'third'];

async function record(): Promise<Recording> {
  const disk = new MemoryDisk();
  const lab = await TestLab.open({ world: manualWorld(disk) });
  const promised: Recording['promised'] = [];
  for (const subject of SUBJECTS) {
    const telnet = await Telnet.open(lab.door('mx1', 25));
    await telnet.reply();
    await telnet.ask('HELO visitor.example');
    await telnet.ask('MAIL FROM:<a@visitor.example>');
    await telnet.ask('RCPT TO:<bob@harbor.example>');
    await telnet.ask('RCPT TO:<carol@harbor.example>');
    await telnet.ask('DATA');
    telnet.type(`Subject: ${subject}\r\n\r\nbody\r\n.\r\n`);
    expect(await telnet.reply()).toMatch(/^250 /);
    promised.push({ subject, after: disk.operations.length });
    await telnet.ask('QUIT');
    await telnet.close();
    await lab.lab.settled();
  }
  // The lab goes on being open: a crash asks nobody.
  const operations = [...disk.operations];
  await lab.close();
  return { operations, promised };
}

async function recovered(disk: MemoryDisk): Promise<{ subjects: string[]; whole: boolean }> {
  const lab = await TestLab.open({ world: manualWorld(disk), compareProvenance: false });
  await lab.lab.settled();
  await lab.send('clock.advance', { ms: 3_600_000 });
  const letters = [...(await lab.mailbox('bob@harbor.example')), ...(await lab.mailbox('carol@harbor.example'))];
  await lab.close();
  return {
    subjects: letters.map((letter) => /^Subject: (.*)\r$/m.exec(letter)?.[1] ?? '(none)'),
    whole: letters.every((letter) => letter.endsWith('\r\n\r\nbody\r\n') && letter.startsWith('Return-Path: ')),
  };
}

test.each([
  ['eager', false],
  ['lazy', true],
])('after a crash at any operation everything promised is delivered (%s disk)', async (_name, lazy) => {
  const { operations, promised } = await record();
  expect(operations.length).toBeGreaterThan(60);
  for (let count = 1; count <= operations.length; count += 1) {
    const { subjects, whole } = await recovered(crashedDisk(operations, count, lazy));
    expect(whole, `after ${count} operations`).toBe(true);
    for (const { subject } of promised.filter((one) => one.after <= count)) {
      // Both recipients have it; again only in the window that RFC 1047 describes, which each of the two
      // servers has, and which a disk that forgets a removal leaves open at both.
      const copies = subjects.filter((one) => one === subject).length;
      expect(copies, `${subject} after ${count} operations`).toBeGreaterThanOrEqual(2);
      expect(copies).toBeLessThanOrEqual(lazy ? 6 : 4);
    }
  }
});

test('a restart with the same seed repeats no queue id and no file name', async () => {
  const disk = new MemoryDisk();
  const names: string[] = [];
  for (let run = 1; run <= 5; run += 1) {
    const lab = await TestLab.open({ world: manualWorld(disk), topology: testTopology(), seed: 1 });
    await lab.letter('bob@harbor.example');
    names.push(...lab.of('queue.entered').map((event) => `${event.host} ${event.queueId}`));
    names.push(...lab.of('store.delivered').map((event) => event.data.file));
    await lab.close();
  }
  expect(names).toHaveLength(25);
  expect(new Set(names).size).toBe(names.length);
});

const queueFile = (entry: QueueEntry, octets: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([envelopeLine(entry, [octets]), octets]));

test.each(['active', 'deferred', 'hold'])(
  'a file in %s that is no whole letter is set aside and told about',
  async (place) => {
    const disk = new MemoryDisk();
    const spool = 'hosts/relay.campus.example/spool';
    const whole = queueFile(
      newEntry(
        0,
        { kind: 'submit', queueId: 'WHOLE', message: 'm1.1', parents: [] },
        {
          reversePath: 'alice@campus.example',
          recipients: ['bob@harbor.example'],
        },
      ),
      new TextEncoder().encode('Subject: whole\r\n\r\nbody\r\n'),
    );
    const flipped = whole.map((octet, at) => (at === whole.length - 4 ? octet ^ 1 : octet));
    const files: Record<string, Uint8Array> = {
      CUTSHORT: new TextEncoder().encode('{"queueId":"CUTSH'),
      EMPTY: new Uint8Array(),
      FLIPPED: flipped,
      // Its envelope says that it is another letter.
      MISNAMED: whole,
      NOISE: Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256),
      WHOLE: whole,
    };
    for (const [name, bytes] of Object.entries(files)) disk.files.set(`${spool}/${place}/${name}`, bytes);
    disk.files.set(`${spool}/incoming/NEVER`, whole);
    const lab = await TestLab.open({ world: manualWorld(disk), compareProvenance: false });
    expect(lab.of('queue.recovered').map((event) => event.data)).toEqual([
      { entries: ['WHOLE'], corrupt: ['CUTSHORT', 'EMPTY', 'FLIPPED', 'MISNAMED', 'NOISE'] },
    ]);
    expect(disk.files.has(`${spool}/corrupt/NOISE`)).toBe(true);
    await lab.lab.settled();
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(place === 'hold' ? 0 : 1);
    await lab.close();
  },
);

test('no queue moves before every queue has been read: who hands on can find the next one still sweeping', async () => {
  const disk = new MemoryDisk();
  let read = 0;
  const attempts: number[] = [];
  const list = disk.list.bind(disk);
  disk.list = (path) => {
    if (path.endsWith('/spool/active')) read += 1;
    return list(path);
  };
  const envelope = { reversePath: 'alice@campus.example', recipients: ['bob@harbor.example'] };
  const entry = newEntry(0, { kind: 'submit', queueId: 'WAITS', message: 'm1.1', parents: [] }, envelope);
  const file = queueFile(entry, new TextEncoder().encode('Subject: waits\r\n\r\nbody\r\n'));
  disk.files.set('hosts/submit.campus.example/spool/active/WAITS', file);
  const lab = await Lab.open(
    { dir: 'test', world: manualWorld(disk), topology: testTopology(), seed: 1, manual: true, serial: true },
    ({ type }) => {
      if (type === 'queue.attempted') attempts.push(read);
    },
  );
  await lab.settled();
  // Four hops, and at the first of them all had been read.
  expect(attempts).toEqual([read, read, read, read]);
  await lab.close('test');
});

test('of a whole letter no shorter beginning is ever taken for it', () => {
  const octets = new TextEncoder().encode('Subject: x\r\n\r\nbody\r\n');
  const envelope = { reversePath: '', recipients: ['bob@harbor.example'] };
  const file = queueFile(newEntry(0, { kind: 'submit', queueId: 'A', message: 'm', parents: [] }, envelope), octets);
  for (let length = 0; length < file.length; length += 1) {
    expect(decodeQueueFile(file.subarray(0, length)), `${length} octets`).toBeUndefined();
  }
  expect(decodeQueueFile(file)?.octets).toEqual(octets);
});

/** A letter that is deferred, held, released and delivered: each prefix of what that does to the disk. */
test.each([
  ['eager', false],
  ['lazy', true],
])('a letter that waits and is held is never lost (%s disk)', async (_name, lazy) => {
  const disk = new MemoryDisk();
  const lab = await TestLab.open({ world: manualWorld(disk) });
  const route = (to: string) =>
    lab.send('config.patch', { host: 'relay.campus.example', path: '/mta/routes', value: { '*': { to } } });
  await route('ns.example');
  expect(await lab.letter('bob@harbor.example')).toMatch(/^250 /);
  const promised = disk.operations.length;
  await lab.send('clock.advance', { ms: 600_000 });
  const at = { host: 'relay.campus.example', queueIds: ['ALL'] };
  expect((await lab.send('queue.hold', at)).done).toHaveLength(1);
  await route('mx1.harbor.example');
  expect((await lab.send('queue.release', at)).done).toHaveLength(1);
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  const operations = [...disk.operations];
  await lab.close();
  for (let count = promised; count <= operations.length; count += 1) {
    const again = await TestLab.open({
      world: manualWorld(crashedDisk(operations, count, lazy)),
      compareProvenance: false,
    });
    // Which route the crash left is another matter.
    const mended = { host: 'relay.campus.example', path: '/mta/routes', value: { '*': { to: 'mx1.harbor.example' } } };
    await again.send('config.patch', mended);
    await again.send('queue.release', at);
    await again.send('clock.advance', { ms: 3_600_000 });
    const letters = await again.mailbox('bob@harbor.example');
    await again.close();
    expect(letters.length, `after ${count} operations`).toBeGreaterThanOrEqual(1);
  }
});

test('on a full disk a letter is refused with 452, and taken when there is room again', async () => {
  const disk = new MemoryDisk();
  const lab = await TestLab.open({ world: manualWorld(disk) });
  disk.full = true;
  expect(await lab.letter('bob@harbor.example')).toBe('452 4.3.1 Insufficient system storage');
  disk.full = false;
  expect(await lab.letter('bob@harbor.example')).toMatch(/^250 /);
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  await lab.close();
});
