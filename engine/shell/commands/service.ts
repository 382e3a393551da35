// service NAME start | stop | status: the programs of a host, one by one. Counterpart: `stopped` of the host, which its
// listeners and its queue obey. Rule: a stopped program breaks no connection; nobody new is answered, and its queue waits.

import { programOf, servicePrograms, type ServiceProgram } from '../../../contract/topology.ts';
import type { HostServices } from '../../host-services.ts';
import type { ShellCommand } from '../command.ts';

const DEEDS = ['start', 'stop', 'status'] as const;
const TITLES: Readonly<Record<ServiceProgram, string>> = { postfix: 'mail server', dovecot: 'IMAP and POP3 server' };

export const service: ShellCommand = {
  name: 'service',
  synopsis: 'service postfix|dovecot start|stop|status',
  summary: 'start or stop a program of this host',
  details: ['postfix takes letters in and carries them on; dovecot lets people read their mailboxes.'],
  async run([typed, deed, ...more], job) {
    const { host } = job.host;
    const name = servicePrograms.find((one) => one === typed);
    if (!DEEDS.some((one) => one === deed) || typed === undefined || more.length > 0) {
      job.print(`usage: ${service.synopsis}\n`);
    } else if (name === undefined || !programsOf(job.host).includes(name)) {
      job.print(`${typed}: unrecognized service\n`);
    } else if (deed === 'status') {
      job.print(`${name} is ${host.stopped.includes(name) ? 'not running' : 'running'}.\n`);
    } else {
      const others = host.stopped.filter((one) => one !== name);
      await job.lab.change(host.name, '/stopped', deed === 'stop' ? [...others, name] : others);
      job.print(`${deed === 'stop' ? 'Stopping' : 'Starting'} ${TITLES[name]}: ${name}.\n`);
    }
  },
  complete: (_last, before, { host }) => (before.length === 0 ? programsOf(host) : before.length === 1 ? DEEDS : []),
};

function programsOf({ host }: HostServices): ServiceProgram[] {
  return [...new Set(host.listeners.map(({ protocol }) => programOf(protocol)))];
}
