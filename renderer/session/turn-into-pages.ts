// A session of the first format, which can only be unpacked from its beginning, as one in pages. Counterpart:
// contract/session/write-session.ts. Rule: written once, piece by piece, into a file that the browser holds.

import type { ReadWatch } from '../../contract/session/read-session.ts';
import type { SessionFile } from '../../contract/session/session-file.ts';
import { writeSession } from '../../contract/session/write-session.ts';
import { endsInRefusal } from '../../mail/answer.ts';
import { deflation } from './deflation.ts';

/** Throws SessionProblem. */
export async function turnedIntoPages(file: SessionFile, { pause }: ReadWatch): Promise<Blob> {
  const { format: _, ...head } = file.manifest;
  const { capture } = file;
  const octetsAt = async (at: number, length: number) => (await capture.read({ at, length })) ?? new Uint8Array(length);
  const files = async function* () {
    for (const path of file.paths) yield [path, await file.file(path)] as const;
  };
  const pieces = writeSession(
    {
      head,
      checkpoint: JSON.stringify(await file.checkpoint()),
      files: files(),
      events: file.events(),
      capture: { length: await capture.length(), read: octetsAt },
    },
    { deflation, refuses: endsInRefusal, now_ms: head.saved_ms ?? 0 },
  );
  const written: Blob[] = [];
  for await (const { bytes, done } of pieces) {
    written.push(new Blob(bytes as Uint8Array<ArrayBuffer>[]));
    await pause(done);
  }
  return new Blob(written);
}
