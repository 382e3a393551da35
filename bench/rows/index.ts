// The rows of the bench, in the order of the report. Adding one: a file, and a line here.

import { chain } from './chain.ts';
import { defences } from './defences.ts';
import { followers } from './followers.ts';
import { fullPath } from './full-path.ts';
import { kills } from './kills.ts';
import { load } from './load.ts';
import { mailbox } from './mailbox.ts';
import { memory } from './memory.ts';
import { ready } from './ready.ts';
import type { Row } from './row.ts';
import { handshakes } from './tls.ts';
import { volume } from './volume.ts';

export const ROWS: readonly Row[] = [
  ready,
  chain,
  fullPath,
  defences,
  memory,
  mailbox,
  volume,
  handshakes,
  kills,
  load,
  followers,
];
