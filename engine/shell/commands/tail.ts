// tail [-n N] [-f] maillog: the last lines of the mail log, and those to come.

import type { Disposable } from '../../disposable.ts';
import { SHELL_LIMITS } from '../../limits.ts';
import { maillogFileLine } from '../../maillog.ts';
import type { Job, NoteInput, Program, ShellCommand } from '../command.ts';
import { HostFiles } from '../../host-files.ts';
import { logPath, MAILLOG } from '../log-path.ts';
import { visibleText } from '../visible.ts';

export const tail: ShellCommand = {
  name: 'tail',
  synopsis: 'tail [-n LINES] [-f] maillog',
  summary: 'the end of the mail log; -f follows it until Ctrl-C',
  async run(words, job) {
    const { count, follow, names } = read(words);
    const [typed = 'maillog'] = names;
    if (count === undefined || names.length > 1) {
      job.print(`usage: ${tail.synopsis}\n`);
      return;
    }
    const path = logPath(typed);
    const files = new HostFiles(job);
    const found = await files.find(path);
    if ('problem' in found || found.files[0] === undefined) {
      job.print(`tail: ${typed}: ${'problem' in found ? found.problem : 'Is a directory'}\n`);
      return;
    }
    const text = Buffer.from(await files.read(found.files[0], SHELL_LIMITS.tailOctets)).toString('utf8');
    const lines = text.split(/(?<=\n)/);
    job.print(lines.slice(-count).join(''));
    if (follow && path === MAILLOG) new Following(job);
  },
  complete: async (last, before, seat) =>
    before.at(-1) === '-n'
      ? []
      : ['maillog', '-f', '-n', ...(last === '' ? [] : await new HostFiles(seat).complete(last))],
};

function read(words: readonly string[]): { count: number | undefined; follow: boolean; names: string[] } {
  let count: number | undefined = 10;
  let follow = false;
  const names: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const number = word === '-n' ? (words[(at += 1)] ?? '') : /^-n?(\d+)$/.exec(word)?.[1];
    if (number !== undefined)
      count = /^\d{1,9}$/.test(number) ? Math.min(Number(number), SHELL_LIMITS.tailLines) : undefined;
    else if (word === '-f' || word === '-F') follow = true;
    else names.push(word);
  }
  return { count, follow, names };
}

/** Lines of the host's log as they are written. */
class Following implements Program {
  readonly prompt = '';
  readonly mode = 'line';
  readonly #job: Job;
  readonly #subscription: Disposable;

  constructor(job: Job) {
    this.#job = job;
    const { name } = job.host.host;
    this.#subscription = job.lab.run.context.log.subscribe((event) => {
      if (event.type !== 'log.written' || event.host !== name) return;
      const { program, line } = event.data;
      job.afresh();
      job.print(maillogFileLine(event.at_ms, name, program, visibleText(line)));
    });
    job.enter(this);
  }

  line(text: string, note: NoteInput): void {
    note(text);
  }

  bytes(): void {}

  signal(): void {
    this.dispose();
    this.#job.leave();
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
