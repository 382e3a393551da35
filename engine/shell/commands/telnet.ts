// telnet HOST [PORT]: a dialog by hand with whatever listens there.

import type { ShellCommand } from '../command.ts';
import { Dialog, dialProblem } from '../dialog.ts';
import { hostNames } from '../hosts.ts';
import { portOf, SERVICE_NAMES, targetOf } from '../lookup.ts';
import { TelnetProgram } from '../telnet-program.ts';

export const telnet: ShellCommand = {
  name: 'telnet',
  synopsis: 'telnet [-c] HOST [PORT]',
  summary: 'talk to a server by hand, line by line',
  details: [
    'PORT is a number or a name: smtp, submission, pop3, imap. Each line you type goes out with CRLF.',
    'Ctrl-] (or ^] alone on a line) leads to the telnet prompt; "mode character" there, or -c here,',
    'sends every key as you type it, the backspace too.',
  ],
  async run(words, job) {
    const [name, port = 'telnet', ...more] = words.filter((word) => word !== '-c');
    if (name === undefined || more.length > 0 || name.startsWith('-')) {
      job.print(`usage: ${telnet.synopsis}\n`);
      return;
    }
    const number = portOf(port);
    if (number === undefined) {
      job.print(`telnet: ${port}: neither a port nor a service. These are: ${SERVICE_NAMES.join(', ')}\n`);
      return;
    }
    const target = await targetOf(name, 'telnet', job);
    if (!target) return;
    job.print(`Trying ${target.address}...\n`);
    try {
      const dialog = await Dialog.open(target, number, job);
      job.print(`Connected to ${target.name}.\nEscape character is '^]'.\n`);
      const mode = words.includes('-c') ? 'character' : 'line';
      new TelnetProgram(dialog, target.name, mode, job).start();
    } catch (error) {
      job.print(`telnet: Unable to connect to remote host: ${dialProblem(error)}\n`);
    }
  },
  complete: (_last, before, seat) =>
    before.filter((word) => !word.startsWith('-')).length > 0
      ? SERVICE_NAMES
      : hostNames(seat.lab.run.context.topology.hosts),
};
