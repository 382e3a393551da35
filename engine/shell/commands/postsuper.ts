// postsuper: a postmaster's hand in the queue, as Postfix's command of that name.

import type { QueueOperation } from '../../mta/queue-operator.ts';
import type { ShellCommand } from '../command.ts';

const OPERATIONS: Readonly<Record<string, { operation: QueueOperation; said: string }>> = {
  '-h': { operation: 'hold', said: 'Placed on hold' },
  '-H': { operation: 'release', said: 'Released from hold' },
  '-d': { operation: 'delete', said: 'Deleted' },
  '-r': { operation: 'requeue', said: 'Requeued' },
};

export const postsuper: ShellCommand = {
  name: 'postsuper',
  synopsis: 'postsuper -h|-H|-d|-r ID|ALL ...',
  summary: 'holds (-h), releases (-H), deletes (-d) or requeues (-r) letters of the queue',
  details: ['A requeued letter goes through the tables again and gets a new id.'],
  async run(words, job) {
    const { mail } = job.host;
    const [option = '', ...ids] = words;
    const chosen = Object.hasOwn(OPERATIONS, option) ? OPERATIONS[option] : undefined;
    if (!mail) {
      job.print('postsuper: this host runs no mail server\n');
      return;
    }
    if (!chosen || ids.length === 0) {
      job.print(`usage: ${postsuper.synopsis}\n`);
      return;
    }
    const { done, refused } = await mail.operator.operate(chosen.operation, ids);
    for (const queueId of done) job.print(`postsuper: ${queueId}: ${SAID_OF_ONE[chosen.operation]}\n`);
    for (const { queueId, problem } of refused) job.print(`postsuper: ${queueId}: ${problem}\n`);
    job.print(`postsuper: ${chosen.said}: ${done.length} message${done.length === 1 ? '' : 's'}\n`);
  },
  complete: (_last, before, { host }) =>
    before.length === 0 ? Object.keys(OPERATIONS) : ['ALL', ...(host.mail?.queue.ids() ?? [])],
};

const SAID_OF_ONE: Readonly<Record<QueueOperation, string>> = {
  hold: 'placed on hold',
  release: 'released from hold',
  delete: 'removed',
  requeue: 'requeued',
  flush: 'flushed',
};
