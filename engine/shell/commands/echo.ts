// echo TEXT [> FILE]: says the text, or writes it into a file of somebody's folder, a .forward for example.

import type { ShellCommand } from '../command.ts';
import { HostFiles } from '../../host-files.ts';
import { HOME_LIMITS } from '../../limits.ts';

export const echo: ShellCommand = {
  name: 'echo',
  synopsis: 'echo TEXT [> FILE]',
  summary: 'say a text, or write it into a file under home/',
  details: ['\\n in the text begins a line. With no text the file is emptied.'],
  async run(words, job) {
    const at = words.findIndex((word) => word.startsWith('>'));
    const said = at < 0 ? words : words.slice(0, at);
    const text = `${said.join(' ').replaceAll('\\n', '\n')}\n`;
    if (at < 0) {
      job.print(text);
      return;
    }
    const [file = ''] = [words[at]?.slice(1) ?? '', ...words.slice(at + 1)].filter((word) => word !== '');
    const bytes = new TextEncoder().encode(said.length === 0 ? '' : text);
    const isSmall = bytes.length <= HOME_LIMITS.writtenOctets;
    if (!isSmall || !(await new HostFiles(job).write(file, bytes))) job.print(`echo: ${file}: Permission denied\n`);
  },
  complete: (last, _before, seat) => new HostFiles(seat).complete(last.replace(/^>/, '')),
};
