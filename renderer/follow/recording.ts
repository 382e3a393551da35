// A recording that is on the stage, fetched from the presenter's machine and read as any session is. Counterpart:
// engine/followers/hall.ts gives it. Rule: loaded with the first that is shown.

import { RECORDING_PATH } from '../../contract/lecture/follow-frames.ts';
import { readSession } from '../../contract/session/read-session.ts';
import { SessionFile } from '../../contract/session/session-file.ts';
import { blobSource } from '../session/blob-source.ts';
import { deflation } from '../session/deflation.ts';
import { SessionSource } from '../session/session-source.ts';
import type { Source } from '../source/source.ts';
import { onNextFrame } from '../source/web-page.ts';

export async function openRecording(recording: number, pass: string): Promise<Source> {
  const response = await fetch(`${RECORDING_PATH}${recording}`, { headers: { Authorization: `Bearer ${pass}` } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const file = await SessionFile.open(blobSource(await response.blob()), deflation);
  const session = await readSession(file, { pause: () => Promise.resolve() });
  return new SessionSource(session, '', onNextFrame);
}
