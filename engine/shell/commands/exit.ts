// exit: back to the host before, or out of the shell.

import type { ShellCommand } from '../command.ts';

export const exit: ShellCommand = {
  name: 'exit',
  synopsis: 'exit',
  summary: 'leave this host, or the shell',
  run(_words, job) {
    job.goBack();
  },
};
