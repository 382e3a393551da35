// The session that `--session FILE` names, read once at start. Counterpart: server.ts serves it to whoever knows the
// token; the screen takes it apart (contract/session/). Rule: it is passed on unread, and never larger than a screen takes.

import fs from 'node:fs';
import path from 'node:path';

import { SESSION_LIMITS } from '../contract/session/limits.ts';
import { SENTENCES } from './sentences.ts';

export interface SessionFile {
  /** Without its directory. */
  name: string;
  content: Buffer;
}

/** Throws with a sentence for the person when it can't be had. */
export function readSessionFile(file: string): SessionFile {
  const name = path.basename(file);
  try {
    const { size } = fs.statSync(file);
    if (size > SESSION_LIMITS.packedOctets) throw new Error(SENTENCES.largeSession);
    return { name, content: fs.readFileSync(file) };
  } catch (error) {
    throw new Error(SENTENCES.noSession(file, (error as Error).message), { cause: error });
  }
}
