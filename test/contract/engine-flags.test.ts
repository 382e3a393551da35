import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { ENGINE_FLAGS } from '../../contract/engine-flags.ts';

it('a lab on the command line is started with the flags of every engine', () => {
  const script = readFileSync(new URL('../../scripts/run.mjs', import.meta.url), 'utf8');
  const lab = /^\s*lab: \{(.*)\},$/m.exec(script)?.[1];
  for (const flag of ENGINE_FLAGS) expect(lab).toContain(`'${flag}'`);
});
