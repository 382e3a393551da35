// experiment [CHECK...]: 200 letters of every kind against these defences, in a lab of their own, and the table of what
// became of them. Counterpart: experiment/desk.ts; the screen's own place for it shows more. Rule: the lab that is open
// stays as it is; only the wait for the result is part of the line.

import type { Defences, ExperimentResult } from '../../../contract/experiment.ts';
import { POLICIES } from '../../policy/index.ts';
import type { Job, ShellCommand } from '../command.ts';

export const experiment: ShellCommand = {
  name: 'experiment',
  synopsis: 'experiment [CHECK | CHECK.SETTING=VALUE]... [--seed N]',
  summary: 'send 200 letters of every kind against these defences',
  details: [
    'CHECK is a policy as on a host’s sheet: greylisting, dnsbl, spf, greet-pause. Without any, nothing is checked.',
    'CHECK.SETTING=VALUE switches it on with a setting: dmarc.onReject=mark.',
  ],
  async run(words, job) {
    const asked = read(words);
    if (!asked) return job.print(`usage: ${experiment.synopsis}\n`);
    const { state, result, detail } = await job.lab.experiment(asked.defences, asked.seed);
    if (result) print(result, job);
    else job.print(`experiment: ${detail ?? state}\n`);
  },
  complete: (_last, before) => (before.at(-1) === '--seed' ? [] : [...POLICIES.map(({ name }) => name), '--seed']),
};

function read(words: readonly string[]): { defences: Defences; seed: number } | undefined {
  const defences: Defences = {};
  let seed = 1;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--seed') {
      seed = Number(words[(at += 1)]);
      if (!Number.isInteger(seed) || seed < 0) return undefined;
      continue;
    }
    const [, check = '', setting, value = ''] = /^([a-z-]+)(?:\.([A-Za-z_]+)=(.*))?$/.exec(word) ?? [];
    if (check === '') return undefined;
    const known = Object.hasOwn(defences, check) ? defences[check] : {};
    defences[check] = { ...known, ...(setting === undefined ? {} : { [setting]: valueOf(value) }) };
  }
  return { defences, seed };
}

function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function print({ rows, totals }: ExperimentResult, job: Job): void {
  const line = (cells: readonly (string | number)[]) =>
    job.print(`${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(14) : String(cell).padStart(9))).join('')}\n`);
  line(['sender', 'letters', 'arrived', 'stopped', 'worst']);
  for (const { actor, letters, arrived, marked, stopped, worst_s } of rows) {
    line([actor, letters, arrived, stopped + marked, worst_s === undefined ? '-' : `${worst_s} s`]);
  }
  const { caught, missed, falsePositives, worst_s } = totals;
  job.print(
    `spam caught ${caught}, in the inbox ${missed}; wanted letters lost ${falsePositives}, at worst ${worst_s} s late\n`,
  );
}
