// A student who works through a lesson in their own lab and hands the run in, and those who hand in something else.
// Counterpart: mark/. Rule: what is handed in is what Posthorn packs; whoever cheats works on that file.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createHash } from 'node:crypto';

import type { LabEvent } from '../../contract/events.ts';
import { HAND_IN_ENTRY, SEAL_ENTRY, seedOf } from '../../contract/hand-in.ts';
import type { Lesson } from '../../contract/lesson.ts';
import { packSession } from '../../engine/session.ts';
import { rowFor } from '../../lessons/source/cast.ts';
import { course } from '../lessons/course.ts';
import { openPlayer } from '../lessons/player.ts';

export const EXERCISE = 'lab-1';

export function lessonOf(id: string): Lesson {
  const lesson = course.lessons.find(({ head }) => head.id === id);
  if (!lesson) throw new Error(`the course has no lesson ${id}`);
  return lesson;
}

/** Plays the first `steps` of a lesson as its solutions have it, in the lab of `student`. */
export async function handIn(student: string, id: string, steps = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const lesson = lessonOf(id);
  const who = { student, exercise: EXERCISE };
  const seed = seedOf(who);
  const row = rowFor(seed, 0, lesson.versions.length);
  const player = await openPlayer(lesson, row, 0, { seed });
  for (const [at, step] of (lesson.versions[row] ?? []).slice(0, steps).entries()) {
    if (at > 0) await player.prepare();
    await player.predictRightly();
    await player.play(step.solution);
    await player.act({ kind: 'next', at_ms: 0 });
  }
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of packSession(player.lab.lab, who)) pieces.push(bytes);
  await player.close();
  return Buffer.concat(pieces);
}

type Entries = Record<string, Uint8Array>;

/** The file with other entries; `seals` anew, as somebody would who has read how it is done. */
export function changed(file: Uint8Array, change: (entries: Entries) => void, seals = false): Buffer {
  const entries = unzipSync(file);
  change(entries);
  if (seals) {
    delete entries[SEAL_ENTRY];
    const sums = Object.entries(entries).map(([name, octets]) => [
      name,
      createHash('sha256').update(octets).digest('hex'),
    ]);
    entries[SEAL_ENTRY] = strToU8(JSON.stringify(Object.fromEntries(sums)));
  }
  return Buffer.from(zipSync(entries));
}

export function changeJson(name: string, change: (value: Record<string, unknown>) => void): (entries: Entries) => void {
  return (entries) => {
    const value = JSON.parse(strFromU8(entries[name] ?? strToU8('{}'))) as Record<string, unknown>;
    change(value);
    entries[name] = strToU8(JSON.stringify(value));
  };
}

/** Events, as many and in the same order, each as `change` leaves it. */
export function changeEvents(change: (event: LabEvent) => LabEvent): (entries: Entries) => void {
  return (entries) => {
    for (const name of Object.keys(entries).filter((one) => one.startsWith('events/'))) {
      const lines = strFromU8(entries[name] ?? strToU8(''))
        .trimEnd()
        .split('\n');
      const events = lines.map((line) => change(JSON.parse(line) as LabEvent));
      entries[name] = strToU8(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    }
  };
}

/** Says that somebody else made it. */
export const inTheNameOf = (student: string) => changeJson(HAND_IN_ENTRY, (said) => void (said.student = student));
