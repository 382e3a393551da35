// mailq: what waits in this host's queue, in Postfix's layout.

import { decodeQueueFile } from '../../mta/queue-entry.ts';
import type { Waiting } from '../../mta/queue.ts';
import { DiskError } from '../../world.ts';
import type { Job, ShellCommand } from '../command.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const mailq: ShellCommand = {
  name: 'mailq',
  synopsis: 'mailq',
  summary: "letters that wait in this host's queue, and why",
  details: ['A star behind the id: it is being delivered now. An exclamation mark: it is on hold.'],
  run: (_words, job) => printQueue('mailq', job),
};

/** The queue as `mailq` and `postqueue -p` show it. */
export async function printQueue(program: string, job: Job): Promise<void> {
  const { mail } = job.host;
  if (!mail) {
    job.print(`${program}: this host runs no mail server\n`);
    return;
  }
  const waiting = mail.queue.waiting();
  if (waiting.length === 0) {
    job.print('Mail queue is empty\n');
    return;
  }
  job.print('-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n');
  let total = 0;
  for (const one of waiting) {
    const octets = await sizeOf(one, job);
    total += octets;
    job.print(`${letter(one, octets)}\n`);
  }
  const kbytes = Math.ceil(total / 1024);
  job.print(`-- ${kbytes} Kbytes in ${waiting.length} Request${waiting.length === 1 ? '' : 's'}.\n`);
}

function letter({ entry, underWay, place, lastReply }: Waiting, octets: number): string {
  const id = `${entry.queueId}${underWay ? '*' : place === 'hold' ? '!' : ' '}`;
  const sender = entry.reversePath === '' ? 'MAILER-DAEMON' : entry.reversePath;
  const why = lastReply
    ? [[lastReply.code, lastReply.enhanced, lastReply.text].filter((part) => part !== undefined).join(' ')]
    : [];
  return [
    `${id.padEnd(11)} ${String(octets).padStart(8)} ${arrival(entry.arrival_ms)}  ${sender}`,
    ...why.map((reason) => `(${reason})`),
    ...entry.recipients.map((recipient) => `${' '.repeat(41)}${recipient}`),
    '',
  ].join('\n');
}

/** `Mon Jan  5 09:00:00`, in UTC like all times of the lab. */
function arrival(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2);
  return `${DAYS[date.getUTCDay()] ?? ''} ${MONTHS[date.getUTCMonth()] ?? ''} ${day} ${date.toISOString().slice(11, 19)}`;
}

/** Octets of the letter: kept in memory until its first try, in the spool after it. */
async function sizeOf({ entry, place, octets }: Waiting, job: Job): Promise<number> {
  if (octets !== undefined) return octets;
  const { disk } = job.lab.run.context.world;
  try {
    const file = await disk.read(`${job.host.dir}/spool/${place}/${entry.queueId}`);
    return decodeQueueFile(file)?.octets.length ?? 0;
  } catch (error) {
    // Delivered while we looked.
    if (error instanceof DiskError) return 0;
    throw error;
  }
}
