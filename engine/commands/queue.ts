// queue.*: what waits on a host, and a postmaster's hand in it.

import type { QueueOperated } from '../../contract/commands.ts';
import type { Lab } from '../engine.ts';
import type { HostServices } from '../host-services.ts';
import type { QueueOperation } from '../mta/queue-operator.ts';
import type { Group } from './command.ts';
import { hostNamed } from './host.ts';
import { CommandProblem } from './problem.ts';

export const queueCommands: Group<'queue'> = {
  'queue.list': (lab, { host }) => ({ items: hosts(lab, host).flatMap((one) => one.mail?.queue.list() ?? []) }),
  'queue.flush': async (lab, { host, queueIds = ['ALL'] }) => {
    let started = 0;
    for (const { mail } of hosts(lab, host))
      started += (await mail?.operator.operate('flush', queueIds))?.done.length ?? 0;
    await lab.settled();
    return { started };
  },
  'queue.hold': (lab, args) => operate(lab, 'hold', args),
  'queue.release': (lab, args) => operate(lab, 'release', args),
  'queue.delete': (lab, args) => operate(lab, 'delete', args),
  'queue.requeue': (lab, args) => operate(lab, 'requeue', args),
};

function hosts(lab: Lab, name: string | undefined): HostServices[] {
  return name === undefined ? [...lab.run.hosts.values()] : [hostNamed(lab, name)];
}

async function operate(
  lab: Lab,
  operation: QueueOperation,
  { host, queueIds }: { host: string; queueIds: string[] },
): Promise<QueueOperated> {
  const { mail } = hostNamed(lab, host);
  if (!mail) throw new CommandProblem('no mail server', `${host} runs no mail server`);
  const operated = await mail.operator.operate(operation, queueIds);
  await lab.settled();
  return operated;
}
