// cat FILE...: a file of this host, made harmless to look at.

import type { ShellCommand } from '../command.ts';
import { HostFiles } from '../../host-files.ts';

export const cat: ShellCommand = {
  name: 'cat',
  synopsis: 'cat FILE...',
  summary: 'show a file of this host; * stands for any name',
  async run(words, job) {
    if (words.length === 0) job.print(`usage: ${cat.synopsis}\n`);
    const files = new HostFiles(job);
    for (const path of words) {
      const found = await files.find(path);
      if ('problem' in found) job.print(`cat: ${path}: ${found.problem}\n`);
      else {
        for (const dir of found.dirs) job.print(`cat: ${dir}: Is a directory\n`);
        for (const file of found.files) job.show(await files.read(file));
      }
    }
  },
  complete: (last, _before, seat) => new HostFiles(seat).complete(last),
};
