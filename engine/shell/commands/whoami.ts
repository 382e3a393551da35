// whoami: a person, whoever sits there.

import type { ShellCommand } from '../command.ts';
import { PERSON } from '../typed-letter.ts';

export const whoami: ShellCommand = {
  name: 'whoami',
  synopsis: 'whoami',
  summary: 'who you are here',
  run(_words, job) {
    job.print(`${PERSON}\n`);
  },
};
