// Kills a lab again and again while letters come in, and looks at what it had promised. Counterpart: engine/mta/spool.ts;
// rows/kills.ts and test/engine/kill.test.ts run it. Rule: the moments are drawn from a seed; a letter counts as
// promised from its 250 on, and every file that has its final name has to be whole.

import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { decodeQueueFile } from '../engine/mta/queue-entry.ts';
import type { RandomStream } from '../engine/world.ts';
import { Randomness } from '../engine/world/random.ts';
import { LabChild } from './lab-child.ts';
import { SmtpClient } from './smtp-client.ts';

/** From the answer that a life ends after to its end: about as long as a letter is on its way. */
const LAST_MS = 30;
const SENDERS = 4;
const RELAY = 'relay.campus.example';
const BOB = 'bob@harbor.example';
/** Lines of a short letter and of a long one, which takes many writes. */
const SHORT = 10;
const LONG = 10_000;

export interface KillWishes {
  /** engine/lab, built or not. */
  program: string;
  dir: string;
  kills: number;
  letters: number;
  seed: number;
}

export interface Survey {
  promised: number;
  /** Promised and not in the mailbox at the end. */
  lost: number[];
  /** In the mailbox, also those whose 250 the kill cut off. */
  delivered: number;
  /** More than once, in the window of RFC 1047. */
  twice: number;
  /** Files under their final names that aren't a whole letter, after any kill and at the end. */
  halves: string[];
}

export async function killAndRecover({ program, dir, kills, letters, seed }: KillWishes): Promise<Survey> {
  const chance = new Randomness(seed, 0).stream('bench', 'kills');
  const start = () => LabChild.start(program, '--dir', dir, '--door', 'laptop:relay:25');
  const promised = new Set<number>();
  const halves: string[] = [];
  let next = 0;
  for (let life = 0; life < kills; life += 1) {
    const lab = await start();
    const last = Math.round((letters * (life + 1)) / kills);
    const enough = promised.size + chance.below(last - next);
    const mayEnd = Promise.withResolvers<void>();
    const answered = (number?: number) => {
      if (number !== undefined) promised.add(number);
      if (promised.size >= enough) mayEnd.resolve();
    };
    answered();
    const sending = Promise.all(
      Array.from({ length: SENDERS }, () =>
        send(lab.door(RELAY, 25), chance, () => (next < last ? (next += 1) : undefined), answered),
      ),
    );
    await Promise.race([mayEnd.promise, sending]);
    await pause(chance.below(LAST_MS));
    await lab.kill();
    await sending;
    next = last;
    halves.push(...halfFiles(dir));
  }
  const lab = await start();
  await lab.settled();
  await lab.stop();
  halves.push(...halfFiles(dir));
  const numbers = mailbox(dir).map((file) => numberOf(fs.readFileSync(file, 'latin1')));
  const arrived = new Set(numbers);
  return {
    promised: promised.size,
    lost: [...promised].filter((number) => !arrived.has(number)),
    delivered: arrived.size,
    twice: numbers.length - arrived.size,
    halves,
  };
}

/** Sends letters over one connection until there are no more or the other end is gone. */
async function send(
  port: number,
  chance: RandomStream,
  take: () => number | undefined,
  answered: (number: number) => void,
): Promise<void> {
  try {
    const client = await SmtpClient.open({ port });
    for (let number = take(); number !== undefined; number = take()) {
      await client.send('alice@campus.example', BOB, letter(number, chance.below(4) === 0 ? LONG : SHORT));
      answered(number);
    }
    client.close();
  } catch {
    // The lab was killed: what had no answer was promised nothing.
  }
}

function letter(number: number, lines: number): Buffer {
  const text = Array.from({ length: lines }, (_, at) => `line ${at} of letter ${number}\r\n`).join('');
  return Buffer.from(`Subject: ${number}\r\nX-Lines: ${lines}\r\n\r\n${text}`);
}

const numberOf = (text: string) => Number(/^Subject: (\d+)\r$/m.exec(text)?.[1]);

/** Files that are not what their place and name promise. */
function halfFiles(dir: string): string[] {
  const letters = mailbox(dir).filter((file) => !isWhole(fs.readFileSync(file, 'latin1')));
  const entries = spools(dir).filter((file) => {
    const decoded = decodeQueueFile(fs.readFileSync(file));
    return decoded?.entry.queueId !== path.basename(file) || !isWhole(Buffer.from(decoded.octets).toString('latin1'));
  });
  return [...letters, ...entries];
}

/** All of its text is there, from the blank line on; a header that lacked a piece would have no number. */
function isWhole(text: string): boolean {
  const written = letter(numberOf(text), Number(/^X-Lines: (\d+)\r$/m.exec(text)?.[1])).toString('latin1');
  return text.slice(text.indexOf('\r\n\r\n')) === written.slice(written.indexOf('\r\n\r\n'));
}

function mailbox(dir: string): string[] {
  const at = path.join(dir, 'hosts/mail.harbor.example/mail', BOB);
  return ['new', 'cur'].flatMap((name) => filesIn(path.join(at, name)));
}

/** Queue files that a 250 may stand for. */
function spools(dir: string): string[] {
  const hosts = path.join(dir, 'hosts');
  return fs
    .readdirSync(hosts)
    .flatMap((host) => ['active', 'deferred', 'corrupt'].map((place) => path.join(hosts, host, 'spool', place)))
    .flatMap(filesIn);
}

function filesIn(dir: string): string[] {
  return fs.existsSync(dir) ? fs.readdirSync(dir).map((name) => path.join(dir, name)) : [];
}
