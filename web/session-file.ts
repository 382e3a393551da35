// The session that `--session FILE` names, looked at at start. Counterpart: server.ts serves it to whoever knows the
// token; the screen takes it apart (contract/session/). Rule: it is passed on unread, and never larger than a screen takes.

import fs from 'node:fs';
import path from 'node:path';

import { SESSION_LIMITS } from '../contract/session/limits.ts';
import { SENTENCES } from './sentences.ts';

export interface SessionFile {
  path: string;
  /** Without its directory. */
  name: string;
  octets: number;
}

/** Throws with a sentence for the person when it can't be had. */
export function findSessionFile(file: string): SessionFile {
  try {
    fs.accessSync(file, fs.constants.R_OK);
    const { size } = fs.statSync(file);
    if (size > SESSION_LIMITS.packedOctets) throw new Error(SENTENCES.largeSession);
    return { path: file, name: path.basename(file), octets: size };
  } catch (error) {
    throw new Error(SENTENCES.noSession(file, (error as Error).message), { cause: error });
  }
}
