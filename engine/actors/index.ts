// Every actor, in the order in which they are shown. Adding one: a file, and a line here.

import type { Actor } from './actor.ts';
import { botBank } from './bot-bank.ts';
import { botEarly } from './bot-early.ts';
import { botOnce } from './bot-once.ts';
import { forwarder } from './forwarder.ts';
import { listAuthor } from './list-author.ts';
import { misconfigured } from './misconfigured.ts';
import { newsletter } from './newsletter.ts';
import { patient } from './patient.ts';
import { pool } from './pool.ts';

export const ACTORS: readonly Actor[] = [
  patient,
  newsletter,
  forwarder,
  listAuthor,
  misconfigured,
  pool,
  botEarly,
  botOnce,
  botBank,
];
