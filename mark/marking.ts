// One file looked at: opened, played again, compared, its goals checked once more. Counterpart: students.ts counts the points.
// Rule: a file that can't be opened has a report too.

import type { LabEvent } from '../contract/events.ts';
import { seedOf } from '../contract/hand-in.ts';
import type { BytesRef } from '../contract/ids.ts';
import type { Lesson } from '../contract/lesson.ts';
import { SessionProblem } from '../contract/session/problem.ts';
import { replaySession } from '../engine/replay/replay-session.ts';
import { toByteString } from '../mail/bytes.ts';
import { type Bundle, openBundle } from './bundle.ts';
import { differences } from './differences.ts';
import { metBy } from './hidden-goals.ts';
import { MARK_LIMITS } from './limits.ts';
import { goalsFor, type Pack } from './pack.ts';
import type { MarkPolicy } from './policy.ts';
import { type LessonWork, workOf } from './records.ts';
import { traceOf } from './trace.ts';

/** A task of the instructor's pack: what of it this file shows. */
export interface HiddenWork {
  task: string;
  met: boolean[];
  /** What each asks for, in the instructor's words. */
  says: string[];
}

export interface Marked {
  file: string;
  /** Absent when the file couldn't be opened. */
  student?: string;
  events: readonly LabEvent[];
  works: LessonWork[];
  hidden: HiddenWork[];
  /** What doesn't fit, as sentences. */
  findings: string[];
}

export interface Marking {
  policy: MarkPolicy;
  pack?: Pack | undefined;
  /** A lesson of the course or a challenge by its id. */
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
    const bytes = { wire: capturedBytes(capture), stored };
    const works = workOf(session.events, open, bytes);
    const hidden = (marking.pack?.tasks ?? []).map((task) => {
      const goals = goalsFor(task, seedOf(handIn));
      const says = goals.map((goal, at) => goal.says ?? `goal ${at + 1}`);
      return { task: task.id, met: metBy(session.events, goals, bytes), says };
    });
    return { file, student: handIn.student, events: session.events, works, hidden, findings };
  } catch (error) {
    const why = error instanceof SessionProblem ? error.message : `it can't be read: ${(error as Error).message}`;
    return { file, events: [], works: [], hidden: [], findings: [why] };
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
