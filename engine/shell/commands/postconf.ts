// postconf: settings of this host's mail server, under their names in Postfix's main.cf. Counterpart:
// ../../mta/main-parameters.ts. Rule: what the lab refuses stays as it was, and the reason is printed.

import { nearest } from '../../../contract/problems.ts';
import { MAIN_PARAMETERS, type MainParameter } from '../../mta/main-parameters.ts';
import type { Job, ShellCommand } from '../command.ts';

const NAMES = MAIN_PARAMETERS.map(({ name }) => name);

export const postconf: ShellCommand = {
  name: 'postconf',
  synopsis: 'postconf [NAME ...] | -e NAME=VALUE',
  summary: 'show settings of this host’s mail server, or change one (-e)',
  details: [
    'Here a change counts at once; a real Postfix wants "postfix reload" after it.',
    'Tables (aliases, transport) are changed on the sheet of the host.',
  ],
  async run(words, job) {
    const { mta } = job.host.host;
    if (!mta) job.print('postconf: this host runs no mail server\n');
    else if (words[0] === '-e') await change(words.slice(1).join(' '), job);
    else if (words.length === 0) for (const one of MAIN_PARAMETERS) job.print(`${one.name} = ${one.show(mta)}\n`);
    else {
      for (const word of words) {
        const one = find(word, job);
        if (one) job.print(`${one.name} = ${one.show(mta)}\n`);
      }
    }
  },
  complete: (_last, before) => (before.length === 0 ? ['-e', ...NAMES] : NAMES),
};

async function change(setting: string, job: Job): Promise<void> {
  const { host } = job.host;
  const [, name, value] = /^([^\s=]+)\s*=\s*(.*?)\s*$/.exec(setting) ?? [];
  if (name === undefined || value === undefined) {
    job.print(`usage: ${postconf.synopsis}\n`);
    return;
  }
  const one = find(name, job);
  if (!one || !host.mta) return;
  try {
    await job.lab.change(host.name, one.path, one.read(value, host.mta));
  } catch (error) {
    job.print(`postconf: ${(error as Error).message}\n`);
  }
}

function find(name: string, job: Job): MainParameter | undefined {
  const found = MAIN_PARAMETERS.find((one) => one.name === name);
  if (found) return found;
  const near = nearest(name, NAMES);
  job.print(`postconf: warning: ${name}: unknown parameter${near === undefined ? '' : ` (did you mean ${near}?)`}\n`);
  return undefined;
}
