// filter WORD [FILE]: a letter that has the word in it goes into the file, or nowhere; any other into the mailbox. What
// procmail was for.

import type { LocalProgram } from './program.ts';

export const filter: LocalProgram = {
  name: 'filter',
  run({ words: [word, file], letter }) {
    if (word === undefined) return { status: 64, output: 'usage: filter WORD [FILE]' };
    if (!letter.toLowerCase().includes(word.toLowerCase())) return { status: 0, keep: true };
    return file === undefined ? { status: 0 } : { status: 0, file };
  },
};
