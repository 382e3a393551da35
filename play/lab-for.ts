// The lab that a step wants, with doors for all that is typed in it. Counterpart: player.ts opens it.

import type { Act, Lesson, LessonStart } from '../contract/lesson.ts';
import { topologyFor } from '../lessons/start.ts';
import { type QuietLabOptions, shippedTopology } from './quiet-lab.ts';

/** `compareProvenance`: false where a step smuggles on purpose. */
export type LabOptions = QuietLabOptions & { compareProvenance: boolean };

export function labFor(lesson: Lesson, start: LessonStart, seed = start.seed, also: readonly Act[] = []): LabOptions {
  const steps = lesson.versions.flat().filter((step) => step.start.topology === start.topology);
  const acts = steps.flatMap((one) => [
    ...one.solution,
    ...[...one.slips, ...one.nearMisses].flatMap((remark) => remark.typed),
  ]);
  const topology = topologyFor(start, shippedTopology(start.topology));
  topology.doors = doorsFor([...acts, ...also], start);
  // Not serial: there a telnet that is left open would hold the queues.
  // A smuggled letter is one letter on one wire and two on the next.
  const settings = lesson.versions.flat().flatMap((step) => Object.values(step.start.smtp));
  const isSmuggling = settings.some(({ bareLineEnds }) => bareLineEnds === 'end');
  return { topology, seed, serial: false, compareProvenance: !isSmuggling };
}

function doorsFor(acts: readonly Act[], start: LessonStart) {
  const targets = acts.flatMap((act) => {
    if ('telnet' in act) return [`${act.as} ${act.telnet}`];
    return 'openssl' in act ? [`${act.as} ${act.openssl}`] : [];
  });
  return [...new Set(targets)].map((target) => {
    const [as = start.actors[0] ?? '', host = '', port = ''] = target.split(' ');
    return { as, host, port: Number(port), local: 0 };
  });
}
