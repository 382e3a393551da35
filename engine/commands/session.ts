// session.*: a run as one file, and back.

import { stateHash } from '../../contract/fold/hash.ts';
import { SessionProblem } from '../../contract/session/problem.ts';
import { loadSession, packSession, saveSession } from '../session.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const sessionCommands: Group<'session'> = {
  'session.save': async (lab, { file }) => ({ file, octets: await told(saveSession(lab, file)) }),
  // Reads and folds it; the lab that is open stays as it is.
  'session.load': async (_lab, { file }) => {
    const { state } = await told(loadSession(file));
    return { run: state.run, seq: state.seq, hash: stateHash(state) };
  },
  'session.pack': (lab, { student }) => ({ packing: lab.run.packings.begin(packSession(lab, student)) }),
  'session.next': async (lab, { packing }) => {
    const { packings } = lab.run;
    const piece = await told(packings.next(packing));
    if (!piece) throw new CommandProblem('unknown packing', 'it was cancelled, or the lab was reset meanwhile');
    const last = piece.done === 1;
    if (last) packings.drop(packing);
    return { bytes: Buffer.from(piece.bytes).toString('base64'), done: piece.done, last };
  },
  'session.drop': (lab, { packing }) => {
    lab.run.packings.drop(packing);
    return {};
  },
};

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof SessionProblem) throw new CommandProblem(error.problem, error.message);
    throw error;
  }
}
