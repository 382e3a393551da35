// actor list | start NAME | stop [NAME]: senders that act by themselves. Counterpart: actors/desk.ts; the screen's own
// place for them does the same.

import { type ActorWishes } from '../../../contract/actors.ts';
import { ACTORS } from '../../actors/index.ts';
import { ActorProblem } from '../../actors/desk.ts';
import type { Job, ShellCommand } from '../command.ts';

const DEEDS = ['list', 'start', 'stop'] as const;
const OPTIONS = ['--letters', '--every', '--to', '--from', '--seed'] as const;

export const actor: ShellCommand = {
  name: 'actor',
  synopsis:
    'actor list | start NAME [--letters N] [--every SECONDS] [--to ADDRESS] [--from HOST] [--seed N] | stop [NAME]',
  summary: 'let a sender act by itself',
  details: [
    'An actor writes letters on the lab clock, from a host of the lab, until it is done or stopped.',
    '--to and --from may be said several times.',
  ],
  run([deed = 'list', name, ...options], job) {
    try {
      if (deed === 'list' && name === undefined) list(job);
      else if (deed === 'start' && name !== undefined) start(name, options, job);
      else if (deed === 'stop' && options.length === 0) stop(name, job);
      else usage(job);
    } catch (error) {
      if (!(error instanceof ActorProblem)) throw error;
      job.print(`actor: ${error.message}\n`);
    }
  },
  complete(_last, before, { lab }) {
    if (before.length === 0) return DEEDS;
    if (before.length === 1) return before[0] === 'list' ? [] : ACTORS.map(({ name }) => name);
    const { users, hosts } = lab.run.context.topology;
    const option = before.at(-1);
    if (option === '--to') return users.map(({ address }) => address);
    return option === '--from' ? hosts.map(({ name }) => name) : OPTIONS;
  },
};

function usage(job: Job): void {
  job.print(`usage: ${actor.synopsis}\n`);
}

function list(job: Job): void {
  for (const { name, isRunning, usual } of job.lab.run.actors.list()) {
    const where = usual ? `from ${usual.hosts.join(', ')}` : 'has no place in this lab';
    job.print(`${name.padEnd(14)} ${(isRunning ? 'at work' : '-').padEnd(8)} ${where}\n`);
  }
}

function start(name: string, words: readonly string[], job: Job): void {
  const wishes = read(words);
  if (!wishes) return usage(job);
  const { letters, every_s, hosts, to } = job.lab.run.actors.start(name, wishes);
  const many = letters === 1 ? '1 letter' : `${letters} letters, one every ${every_s} s`;
  job.print(`${name}: ${many}, from ${hosts.join(', ')} to ${to.join(', ')}\n`);
}

function stop(name: string | undefined, job: Job): void {
  const stopped = job.lab.run.actors.stop(name);
  job.print(stopped.length === 0 ? 'nobody was at work\n' : `stopped: ${stopped.join(', ')}\n`);
}

function read(words: readonly string[]): ActorWishes | undefined {
  const wishes: ActorWishes = {};
  for (let at = 0; at < words.length; at += 2) {
    const option = OPTIONS.find((one) => one === words[at]);
    const value = words[at + 1];
    if (option === undefined || value === undefined) return undefined;
    if (option === '--to') wishes.to = [...(wishes.to ?? []), value];
    else if (option === '--from') wishes.hosts = [...(wishes.hosts ?? []), value];
    else wishes[NUMBERS[option]] = Number(value);
  }
  return wishes;
}

const NUMBERS = { '--letters': 'letters', '--every': 'every_s', '--seed': 'seed' } as const;
