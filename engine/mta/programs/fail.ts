// fail [STATUS] [WORDS]: says the words and ends with the status, to show what each status does to a letter.

import type { LocalProgram } from './program.ts';

export const fail: LocalProgram = {
  name: 'fail',
  run({ words: [status = '1', ...said] }) {
    const number = /^\d{1,3}$/.test(status) ? Math.min(255, Number(status)) : 64;
    return { status: number, output: said.join(' ') };
  },
};
