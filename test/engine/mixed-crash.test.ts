// Twenty letters that are split, exploded by a list, bounced and deferred; and a crash after disk operations that they
// cause. Counterpart: crash.test.ts, for the plain letter. Rule: what was promised by then comes to its end.

import { expect, test } from 'vitest';

import { soundTopology } from '../../engine/open-lab.ts';
import { lists } from '../../engine/topologies/lists.ts';
import { manualWorld } from '../../engine/world/manual-world.ts';
import { crashedDisk, type DiskOperation, MemoryDisk } from '../../engine/world/memory-disk.ts';
import { TestLab } from '../support/lab.ts';

const ALICE = 'alice@campus.example';
const BOB = 'bob@harbor.example';
const CAROL = 'carol@harbor.example';

/** To whom a letter is sent, and who has to have it, or the report about it, in the end. */
const KINDS = [
  { kind: 'split', to: [ALICE, BOB, CAROL], reaches: [ALICE, BOB, CAROL] },
  // One member is gone: the owner of the list gets the report.
  { kind: 'list', to: ['boats@club.example'], reaches: [ALICE, BOB, CAROL] },
  { kind: 'bounce', to: ['nobody@harbor.example'], reaches: [ALICE] },
  // A new sender each time, whom the greylist makes wait.
  { kind: 'defer', to: [BOB], reaches: [BOB] },
] as const;

const LETTERS = 20;
/** All of the 660 moments take a minute or two; with 1 here they are tried. */
const STEP = 11;

interface Promised {
  subject: string;
  reaches: readonly string[];
  /** Disk operations by the time of the 250. */
  after: number;
}

function open(disk: MemoryDisk): Promise<TestLab> {
  const topology = soundTopology(lists, 'lists');
  for (const door of topology.doors) door.local = 0;
  topology.dnsDoor = 0;
  for (const host of topology.hosts) {
    if (host.name === 'mail.harbor.example') host.policies = { greylisting: { enabled: true } };
  }
  return TestLab.open({ world: manualWorld(disk), topology, compareProvenance: false });
}

async function record(): Promise<{ operations: DiskOperation[]; promised: Promised[] }> {
  const disk = new MemoryDisk();
  const lab = await open(disk);
  const promised: Promised[] = [];
  for (let number = 0; number < LETTERS; number += 1) {
    const { kind, to, reaches } = KINDS[number % KINDS.length] ?? KINDS[0];
    const subject = `letter ${number}, ${kind}`;
    const from = kind === 'defer' ? `alice+${number}@campus.example` : ALICE;
    const { reply } = await lab.send('mail.send', {
      from: ALICE,
      envelope: { from, to: [...to] },
      to: [...to],
      subject,
      text: 'x',
    });
    expect(reply).toMatch(/^250 /);
    promised.push({ subject, reaches, after: disk.operations.length });
    await lab.lab.settled();
    if (number % 5 === 4) await lab.send('clock.advance', { ms: 900_000 });
  }
  await lab.send('clock.advance', { ms: 7_200_000 });
  const operations = [...disk.operations];
  await lab.close();
  return { operations, promised };
}

/** The letters that somebody lacks after a crash. */
async function missing(disk: MemoryDisk, promised: readonly Promised[]): Promise<string[]> {
  const lab = await open(disk);
  await lab.send('clock.advance', { ms: 7_200_000 });
  const mailboxes = new Map<string, string>();
  for (const one of [ALICE, BOB, CAROL]) mailboxes.set(one, (await lab.mailbox(one)).join(''));
  const { items } = await lab.send('queue.list', {});
  await lab.close();
  expect(items).toEqual([]);
  return promised.flatMap(({ subject, reaches }) =>
    reaches
      .filter((one) => mailboxes.get(one)?.includes(`Subject: ${subject}\r\n`) !== true)
      .map((one) => `${subject}: ${one}`),
  );
}

test(
  'after a crash at any operation of twenty mixed letters none that was promised is lost',
  { timeout: 120_000 },
  async () => {
    const { operations, promised } = await record();
    for (let count = promised[0]?.after ?? 0; count <= operations.length; count += STEP) {
      const lost = await missing(
        crashedDisk(operations, count, true),
        promised.filter(({ after }) => after <= count),
      );
      expect(lost, `after ${count} operations`).toEqual([]);
    }
  },
);
