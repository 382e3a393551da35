// A process that is killed while letters come in: `npm run bench` does it thirty times, this a few.

import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { killAndRecover } from '../../bench/kills.ts';
import { temporaryDir } from '../support/temporary-dir.ts';

test('what was promised survives SIGKILL, and no half of a file is ever seen', { timeout: 60_000 }, async () => {
  const program = fileURLToPath(new URL('../../engine/lab.ts', import.meta.url));
  const survey = await killAndRecover({ program, dir: temporaryDir(), kills: 4, letters: 60, seed: 2 });
  expect(survey.lost).toEqual([]);
  expect(survey.halves).toEqual([]);
  expect(survey.delivered).toBeGreaterThanOrEqual(survey.promised);
});
