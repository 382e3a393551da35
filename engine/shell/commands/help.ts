// help [COMMAND]: what there is, and how one of them is used.

import { nearest } from '../../../contract/problems.ts';
import type { ShellCommand } from '../command.ts';

export const help: ShellCommand = {
  name: 'help',
  synopsis: 'help [COMMAND]',
  summary: 'what you can type here',
  run([name], job) {
    const { commands } = job;
    if (name === undefined) {
      const width = Math.max(...commands.map((one) => one.name.length)) + 2;
      const list = commands.map((one) => `  ${one.name.padEnd(width)}${one.summary}\n`).join('');
      job.print(`${list}\n"help COMMAND" says more. Tab completes, Ctrl-C ends what runs.\n`);
      return;
    }
    const command = commands.find((one) => one.name === name);
    if (!command) {
      const near = nearest(
        name,
        commands.map((one) => one.name),
      );
      job.print(`help: there is no command "${name}".${near === undefined ? '' : ` Did you mean "${near}"?`}\n`);
      return;
    }
    const details = [command.summary, ...(command.details ?? [])].map((line) => `  ${line}\n`);
    job.print(`${command.synopsis}\n${details.join('')}`);
  },
  complete: (_last, before, seat) => (before.length > 0 ? [] : seat.commands.map((one) => one.name)),
};
