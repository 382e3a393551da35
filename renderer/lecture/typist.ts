// Types a beat in front of people, in the rhythm of somebody who types well. Counterpart: shell/shell-hand.ts. Rule: the clock and
// the chance come in; who is in a hurry presses the key again, and the rest is there at once.

import { linesOf } from '../../lessons/playlists/stagehand.ts';
import type { ShellSession } from '../shell/session.ts';
import { STAGE_LIMITS } from './limits.ts';

export interface Rhythm {
  wait: (ms: number) => Promise<void>;
  /** Between 0 and 1. */
  chance: () => number;
  /** Whether the rest is to be there at once, or nobody waits for it any more. */
  isHurried: () => boolean;
  isOff: () => boolean;
  /** The lab has nothing more to say to the line. */
  rest: () => Promise<unknown>;
}

/** Each line after the answer to the one before. */
export async function typeLines(session: ShellSession, text: string, rhythm: Rhythm): Promise<void> {
  for (const line of linesOf(text)) {
    await typeLine(session, line, rhythm);
    if (rhythm.isOff()) return;
    session.type('\r');
    await session.answered;
    // A program that calls a server is answered when it calls; the server greets after that.
    await rhythm.rest();
  }
}

async function typeLine(
  session: ShellSession,
  line: string,
  { wait, chance, isHurried, isOff }: Rhythm,
): Promise<void> {
  const { key_ms, keyVaries_ms, line_ms } = STAGE_LIMITS;
  const pace_ms = Math.min(key_ms, line_ms / Math.max(1, line.length));
  const characters = Array.from(line);
  for (const [at, character] of characters.entries()) {
    if (isOff()) return;
    if (isHurried()) {
      session.type(characters.slice(at).join(''));
      return;
    }
    session.type(character);
    await wait(pace_ms + (pace_ms / key_ms) * keyVaries_ms * chance());
  }
}
