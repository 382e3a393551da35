// One file looked at: opened, played again, compared, its goals checked once more. Counterpart: students.ts counts the points.
// Rule: a file that can't be opened has a report too.

import type { LabEvent } from '../contract/events.ts';
import type { BytesRef } from '../contract/ids.ts';
import type { Lesson } from '../contract/lesson.ts';
import { SessionProblem } from '../contract/session/problem.ts';
import { replaySession } from '../engine/replay/replay-session.ts';
import { toByteString } from '../mail/bytes.ts';
import { type Bundle, openBundle } from './bundle.ts';
import { differences } from './differences.ts';
import { MARK_LIMITS } from './limits.ts';
import type { MarkPolicy } from './policy.ts';
import { type LessonWork, workOf } from './records.ts';
import { traceOf } from './trace.ts';

export interface Marked {
  file: string;
  /** Absent when the file couldn't be opened. */
  student?: string;
  events: readonly LabEvent[];
  works: LessonWork[];
  /** What doesn't fit, as sentences. */
  findings: string[];
}

export interface Marking {
  policy: MarkPolicy;
  /** A lesson of the course by its id. */
  open: (id: string) => Lesson | undefined;
  real_ms: () => number;
}

export async function markFile(file: string, octets: Uint8Array, marking: Marking): Promise<Marked> {
  const { policy, open } = marking;
  try {
    const bundle = await openBundle(octets);
    const { handIn, session, capture } = bundle;
    const findings = [...bundle.problems];
    if (handIn.exercise.toLowerCase() !== policy.exercise.toLowerCase()) {
      findings.push(`it was handed in for ${handIn.exercise}, not for ${policy.exercise}`);
    }
    const { stored, found } = await playAgain(bundle, marking);
    findings.push(...found);
    const works = workOf(session.events, open, { wire: capturedBytes(capture), stored });
    return { file, student: handIn.student, events: session.events, works, findings };
  } catch (error) {
    const why = error instanceof SessionProblem ? error.message : `it can't be read: ${(error as Error).message}`;
    return { file, events: [], works: [], findings: [why] };
  }
}

async function playAgain({ session, capture }: Bundle, { real_ms }: Marking) {
  const nothing = { stored: () => undefined };
  if (session.checkpoint.topology.outwardDoors.length > 0) {
    return { ...nothing, found: ['a program outside the lab took part: it can’t be played again'] };
  }
  const end_ms = real_ms() + MARK_LIMITS.replay_ms;
  const watch = () => {
    if (real_ms() > end_ms) throw new Error(`it takes more than ${MARK_LIMITS.replay_ms / 1000} s`);
  };
  try {
    const replayed = await replaySession(session, watch);
    const found = differences(
      traceOf(session.events, capturedBytes(capture)),
      traceOf(replayed.events, capturedBytes(replayed.capture)),
    );
    return { stored: replayed.storedLetter, found };
  } catch (error) {
    return { ...nothing, found: [`it can’t be played again: ${(error as Error).message}`] };
  }
}

function capturedBytes(capture: Uint8Array): (ref: BytesRef) => string {
  return ({ at, length }) => toByteString(capture.subarray(at, at + length));
}
