// ls [PATH]: what this host keeps: spool, mail, log.

import type { ShellCommand } from '../command.ts';
import { HostFiles } from '../../host-files.ts';

export const ls: ShellCommand = {
  name: 'ls',
  synopsis: 'ls [PATH]',
  summary: 'the files of this host: spool, mail, log',
  async run(words, job) {
    const paths = words.filter((word) => !word.startsWith('-'));
    const files = new HostFiles(job);
    for (const path of paths.length > 0 ? paths : ['.']) {
      const found = await files.find(path);
      if ('problem' in found) {
        job.print(`ls: ${path}: ${found.problem}\n`);
        continue;
      }
      for (const file of found.files) job.print(`${file}\n`);
      for (const dir of found.dirs) {
        if (found.dirs.length > 1 || paths.length > 1) job.print(`${dir}:\n`);
        job.print(inColumns(await files.list(dir), job.columns));
      }
    }
  },
  complete: (last, _before, seat) => new HostFiles(seat).complete(last),
};

/** Side by side when they fit on one line. */
function inColumns(names: readonly string[], columns: number): string {
  if (names.length === 0) return '';
  const row = names.join('  ');
  return row.length <= columns ? `${row}\n` : names.map((name) => `${name}\n`).join('');
}
