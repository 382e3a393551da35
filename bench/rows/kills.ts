// Letters that a lab had promised and lost when its process was killed. Counterpart: kills.ts. Rule: none.

import type { Figure } from '../figure.ts';
import { killAndRecover } from '../kills.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { program } from '../where.ts';
import type { Row } from './row.ts';

const SEED = 1;

export const kills: Row = {
  name: 'kills',
  measure: async ({ kills: [times, letters] }): Promise<Figure[]> => {
    const dir = temporaryDirectory();
    try {
      const wishes = { program: program.lab, dir: dir.path, kills: times, letters, seed: SEED };
      const { promised, lost, twice, halves } = await killAndRecover(wishes);
      const none: Figure['target'] = { of: 'value', is: 'at most', limit: 0 };
      return [
        { name: `promised, ${times} kills in ${letters} sends`, unit: 'letters', value: promised },
        { name: 'promised and lost', unit: 'letters', value: lost.length, target: none },
        { name: 'half files', unit: 'files', value: halves.length, target: none },
        { name: 'delivered twice (RFC 1047)', unit: 'letters', value: twice },
      ];
    } finally {
      dir.remove();
    }
  },
};
