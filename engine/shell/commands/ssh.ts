// ssh HOST: become a person on another host; exit comes back.

import type { ShellCommand } from '../command.ts';
import { hostCalled, hostNames } from '../hosts.ts';

export const ssh: ShellCommand = {
  name: 'ssh',
  synopsis: 'ssh HOST',
  summary: 'sit down at another host of the lab; exit comes back',
  run([name, ...more], job) {
    if (name === undefined || more.length > 0) {
      job.print(`usage: ${ssh.synopsis}\n`);
      return;
    }
    const { run } = job.lab;
    const found = hostCalled(name.replace(/^[^@]*@/, ''), run.context.topology.hosts);
    const host = 'name' in found ? run.host(found.name) : undefined;
    if ('problem' in found || !host) {
      job.print(`ssh: ${'problem' in found ? found.problem : name}\n`);
      return;
    }
    if (!job.goTo(host)) job.print('ssh: too many hosts on top of each other; exit from some first\n');
  },
  complete: (_last, before, seat) => (before.length > 0 ? [] : hostNames(seat.lab.run.context.topology.hosts)),
};
