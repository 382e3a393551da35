// postqueue: look at the queue, or try it now, as Postfix's command of that name.

import type { ShellCommand } from '../command.ts';
import { printQueue } from './mailq.ts';

export const postqueue: ShellCommand = {
  name: 'postqueue',
  synopsis: 'postqueue -p | -f | -i ID',
  summary: 'shows the queue (-p), or tries it now: all of it (-f), one letter (-i)',
  async run(words, job) {
    const [option, queueId] = words;
    const { mail } = job.host;
    if (option === '-p') return printQueue('postqueue', job);
    if (!mail) {
      job.print('postqueue: this host runs no mail server\n');
    } else if (option === '-f') {
      await mail.operator.operate('flush', ['ALL']);
    } else if (option === '-i' && queueId !== undefined) {
      const { refused } = await mail.operator.operate('flush', [queueId]);
      for (const { problem } of refused) job.print(`postqueue: ${queueId}: ${problem}\n`);
    } else job.print(`usage: ${postqueue.synopsis}\n`);
  },
  complete: (_last, before, { host }) =>
    before.at(-1) === '-i' ? (host.mail?.queue.ids() ?? []) : before.length === 0 ? ['-p', '-f', '-i'] : [],
};
