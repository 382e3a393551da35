// The version that files and reports name is the package's.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

import { APP_VERSION } from '../../contract/version.ts';

it('is the one of package.json', () => {
  const file = new URL('../../package.json', import.meta.url);
  expect((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version).toBe(APP_VERSION);
});
