// Fetches the run as a file, a piece at a time. Counterpart: `session.pack` and its kin, engine/session.ts. Rule: asked
// for piece by piece, so that a busy lab goes on, and stopped at any of them.

import type { Dispatch } from '../../contract/commands.ts';
import type { Student } from '../../contract/hand-in.ts';
import { SessionProblem } from '../../contract/session/problem.ts';
import { fromByteString } from '../../mail/bytes.ts';

interface Watch {
  onProgress: (done: number) => void;
  isCancelled: () => boolean;
}

/** The file. Throws SessionProblem when it was cancelled, CommandFailed when the engine can't. */
export async function fetchSession(dispatch: Dispatch, watch: Watch, student?: Student): Promise<Blob> {
  const { packing } = await dispatch('session.pack', student ? { student } : {});
  return fetchPacked(dispatch, packing, watch);
}

/** What the engine has begun to pack. */
export async function fetchPacked(
  dispatch: Dispatch,
  packing: string,
  { onProgress, isCancelled }: Watch,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const { bytes, done, last } = await dispatch('session.next', { packing });
    pieces.push(new Uint8Array(fromByteString(atob(bytes))));
    if (last) return new Blob(pieces, { type: 'application/zip' });
    onProgress(done);
    if (isCancelled()) {
      void dispatch('session.drop', { packing }).catch(() => undefined);
      throw new SessionProblem('cancelled');
    }
  }
}
