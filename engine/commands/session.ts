// session.*: a run as one file, and back.

import { stateHash } from '../../contract/fold/hash.ts';
import { loadSession, saveSession } from '../session.ts';
import type { Group } from './command.ts';

export const sessionCommands: Group<'session'> = {
  'session.save': async (lab, { file }) => ({ file, octets: await saveSession(lab, file) }),
  // Reads and folds it; the lab that is open stays as it is.
  'session.load': async (_lab, { file }) => {
    const { state } = await loadSession(file);
    return { run: state.run, seq: state.seq, hash: stateHash(state) };
  },
};
