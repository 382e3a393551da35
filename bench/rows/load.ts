// What a lab does under load that isn't many letters: 490 clients that say an octet every ten seconds, a letter to a
// thousand, a letter of 25 MB. Counterpart: engine/limits.ts. Rule: memory is the most that the lab's process ever had.

import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import type { Figure } from '../figure.ts';
import { LabChild } from '../lab-child.ts';
import { peakMemory } from '../memory-of.ts';
import { SmtpClient } from '../smtp-client.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { program } from '../where.ts';
import type { Row } from './row.ts';

const SLOW = 490;
const SLOW_EVERY_MS = 10_000;
/** Clients that send letters meanwhile, and how long each rests after one. */
const BUSY = 9;
const REST_MS = 200;
const RECIPIENTS = 1000;
const LARGE = 25_000_000;
const MX = 'mx1.harbor.example';
const BOB = 'bob@harbor.example';
const SENDER = 'a@visitor.example';
const SHORT = Buffer.from('Subject: short\r\n\r\nHello.\r\n');

export const load: Row = {
  name: 'load',
  measure: async ({ slow_s }): Promise<Figure[]> => {
    const dir = temporaryDirectory();
    const lab = await LabChild.start(program.lab, '--dir', dir.path);
    const port = lab.door(MX, 25);
    const mostMemory: Figure['target'] = { of: 'value', is: 'at most', limit: 400 };
    try {
      const served_ms = await besideSlowClients(port, slow_s * 1000);
      const crowded = peakMemory(lab.pid);
      await lab.settled();
      const many_ms = await timed(lab, () => sendOne(port, addresses(), SHORT));
      const large_ms = await timed(lab, () => sendOne(port, BOB, largeLetter()));
      return [
        {
          name: `new client beside ${SLOW} slow and ${BUSY} busy ones, at worst`,
          unit: 'ms',
          value: served_ms,
          target: { of: 'value', is: 'at most', limit: 1000 },
        },
        { name: `memory with ${SLOW + BUSY + 1} connections`, unit: 'MB', value: crowded, target: mostMemory },
        { name: `a letter to ${RECIPIENTS} recipients, two hops`, unit: 'ms', value: many_ms },
        { name: `a letter of ${LARGE / 1e6} MB, two hops`, unit: 'ms', value: large_ms },
        { name: 'memory after both', unit: 'MB', value: peakMemory(lab.pid), target: mostMemory },
      ];
    } finally {
      await lab.stop();
      dir.remove();
    }
  },
};

/** The longest that a new client waited from its call to the 250 for its letter. */
async function besideSlowClients(port: number, for_ms: number): Promise<number> {
  const slow = await Promise.all(Array.from({ length: SLOW }, () => slowClient(port)));
  let over = false;
  const busy = Array.from({ length: BUSY }, async () => {
    const client = await SmtpClient.open({ port });
    while (!over) {
      await client.send(SENDER, BOB, SHORT);
      await pause(REST_MS);
    }
    client.close();
  });
  let longest = 0;
  const ends = performance.now() + for_ms;
  while (performance.now() < ends) {
    const begun = performance.now();
    await sendOne(port, BOB, SHORT);
    longest = Math.max(longest, performance.now() - begun);
    await pause(REST_MS);
  }
  over = true;
  await Promise.all(busy);
  for (const stop of slow) stop();
  return longest;
}

/** Connects and says an octet of a command now and then, each client at its own moment. Call the result to end it. */
async function slowClient(port: number): Promise<() => void> {
  const socket = net.connect({ host: '127.0.0.1', port });
  await new Promise<void>((resolve, reject) => {
    socket.once('data', () => resolve());
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  let timer = setTimeout(function next() {
    socket.write('E');
    timer = setTimeout(next, SLOW_EVERY_MS);
  }, Math.random() * SLOW_EVERY_MS);
  return () => {
    clearTimeout(timer);
    socket.destroy();
  };
}

async function sendOne(port: number, to: string | readonly string[], letter: Buffer): Promise<void> {
  const client = await SmtpClient.open({ port });
  await client.send(SENDER, to, letter);
  client.close();
}

/** Until everything is where it goes. */
async function timed(lab: LabChild, work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  await lab.settled();
  return performance.now() - begun;
}

const addresses = () => Array.from({ length: RECIPIENTS }, (_, at) => `bob+${at}@harbor.example`);

function largeLetter(): Buffer {
  const line = `${'0123456789abcdef'.repeat(4)}\r\n`;
  return Buffer.from(`Subject: large\r\n\r\n${line.repeat(Math.floor(LARGE / line.length))}`);
}
