// Where the built programs are: beside this one, under dist/. Counterpart: scripts/build.mjs puts them there.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

// After bundling this is dist/bench/, whatever file of bench/ asked.
const here = path.dirname(fileURLToPath(import.meta.url));

export const program = {
  bench: path.join(here, 'main.js'),
  host: path.join(here, '..', 'engine', 'host.js'),
  lab: path.join(here, '..', 'engine', 'lab.js'),
} as const;
