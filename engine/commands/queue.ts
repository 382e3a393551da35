// queue.*: what waits on a host, and try it now.

import type { Lab } from '../engine.ts';
import type { HostServices } from '../host-services.ts';
import type { Group } from './command.ts';
import { hostNamed } from './host.ts';

export const queueCommands: Group<'queue'> = {
  'queue.list': (lab, { host }) => ({ items: hosts(lab, host).flatMap((one) => one.mail?.queue.list() ?? []) }),
  'queue.flush': async (lab, { host }) => {
    const started = hosts(lab, host).reduce((sum, one) => sum + (one.mail?.queue.flush() ?? 0), 0);
    await lab.settled();
    return { started };
  },
};

function hosts(lab: Lab, name: string | undefined): HostServices[] {
  return name === undefined ? [...lab.run.hosts.values()] : [hostNamed(lab, name)];
}
