// nc HOST PORT: a bare connection, nothing said but what is said on it.

import type { ShellCommand } from '../command.ts';
import { Dialog, dialProblem } from '../dialog.ts';
import { DialogProgram } from '../dialog-program.ts';
import { hostNames } from '../hosts.ts';
import { portOf, SERVICE_NAMES, serviceOf, targetOf } from '../lookup.ts';

export const nc: ShellCommand = {
  name: 'nc',
  synopsis: 'nc [-v] HOST PORT',
  summary: 'a bare connection to a port',
  details: ['Like telnet, but silent. Lines go out with CRLF (as with -C elsewhere). -v says what it does.'],
  async run(words, job) {
    const [name, port, ...more] = words.filter((word) => !/^-[vCn]+$/.test(word));
    if (name === undefined || port === undefined || more.length > 0) {
      job.print(`usage: ${nc.synopsis}\n`);
      return;
    }
    const verbose = words.some((word) => /^-[Cn]*v/.test(word));
    const number = portOf(port);
    if (number === undefined) {
      job.print(`nc: port number invalid: ${port}\n`);
      return;
    }
    const target = await targetOf(name, 'nc', job);
    if (!target) return;
    const what = `${target.name} (${target.address}) ${number} port [tcp/${serviceOf(number)}]`;
    try {
      const dialog = await Dialog.open(target, number, job);
      if (verbose) job.print(`Connection to ${what} succeeded!\n`);
      new DialogProgram(dialog, { lineEnd: '\r\n', closedThere: '', closedHere: '' }, job).start();
    } catch (error) {
      job.print(`nc: connect to ${what} failed: ${dialProblem(error)}\n`);
    }
  },
  complete: (_last, before, seat) =>
    before.filter((word) => !word.startsWith('-')).length > 0
      ? SERVICE_NAMES
      : hostNames(seat.lab.run.context.topology.hosts),
};
