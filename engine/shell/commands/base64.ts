// base64 [-d] TEXT: the letters that stand for octets in a letter (RFC 4648 section 4), or what they stand for.

import type { ShellCommand } from '../command.ts';
import { visibleBytes } from '../visible.ts';

export const base64: ShellCommand = {
  name: 'base64',
  synopsis: 'base64 [-d] TEXT',
  summary: 'write a text, in UTF-8, with letters that every server passes on; -d reads them',
  details: ['What comes out of -d is shown as the octets that it is, so a picture looks wild.'],
  run(words, job) {
    const isBack = words[0] === '-d' || words[0] === '--decode';
    const text = words.slice(isBack ? 1 : 0).join(' ');
    if (text === '') job.print(`usage: ${base64.synopsis}\n`);
    else if (!isBack) job.print(`${Buffer.from(text).toString('base64')}\n`);
    else if (/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) job.print(`${visibleBytes(Buffer.from(text, 'base64'))}\n`);
    else job.print('base64: invalid input\n');
  },
};
