// hostname: the host's whole name.

import type { ShellCommand } from '../command.ts';

export const hostname: ShellCommand = {
  name: 'hostname',
  synopsis: 'hostname [-i]',
  summary: 'which host this is; -i gives its address',
  run(words, job) {
    const { name, address } = job.host.host;
    job.print(`${words.includes('-i') ? address : name}\n`);
  },
};
