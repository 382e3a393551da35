// grep [-i] [-v] [-c] TEXT [FILE...]: lines with a text in them. Counterpart: tail, which shows the end.
// Rule: the text is plain, not a pattern: a regular expression that somebody types can run for ever.

import { HostFiles } from '../../host-files.ts';
import { SHELL_LIMITS } from '../../limits.ts';
import type { Job, ShellCommand } from '../command.ts';
import { logPath } from '../log-path.ts';

export const grep: ShellCommand = {
  name: 'grep',
  synopsis: 'grep [-i] [-v] [-c] TEXT [FILE...]',
  summary: 'lines with a text in them, of the mail log where no file is named',
  details: ['-i ignores case, -v shows the other lines, -c counts. TEXT is taken as it stands, no pattern.'],
  async run(words, job) {
    const options = words.filter((word) => /^-[ivc]+$/.test(word)).join('');
    const [text, ...paths] = words.filter((word) => !/^-[ivc]+$/.test(word));
    if (text === undefined) {
      job.print(`usage: ${grep.synopsis}\n`);
      return;
    }
    const ignoresCase = options.includes('i');
    const fold = (line: string): string => (ignoresCase ? line.toLowerCase() : line);
    const wanted = fold(text);
    for (const path of paths.length > 0 ? paths : ['maillog']) {
      const lines = await linesOf(path, job);
      const found = lines.filter((line) => fold(line).includes(wanted) !== options.includes('v'));
      job.print(options.includes('c') ? `${found.length}\n` : found.join(''));
    }
  },
  complete: async (last, before, seat) =>
    before.length === 0 ? [] : ['maillog', ...(await new HostFiles(seat).complete(last))],
};

/** The end of the files that a path stands for, in lines; what can't be read is said. */
async function linesOf(path: string, job: Job): Promise<string[]> {
  const files = new HostFiles(job);
  const found = await files.find(logPath(path));
  if ('problem' in found) {
    job.print(`grep: ${path}: ${found.problem}\n`);
    return [];
  }
  for (const dir of found.dirs) job.print(`grep: ${dir}: Is a directory\n`);
  const texts: string[] = [];
  for (const file of found.files) {
    texts.push(Buffer.from(await files.read(file, SHELL_LIMITS.tailOctets)).toString('utf8'));
  }
  return texts.flatMap((one) => one.split(/(?<=\n)/));
}
