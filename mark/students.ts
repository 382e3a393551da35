// What a class gets: a row for each student, however many files they handed in. Counterpart: marking.ts marks one file. Rule:
// lessons that were worked on in several labs are one lesson; what was found in one file counts for all.

import { seedOf } from '../contract/hand-in.ts';
import type { HiddenWork, Marked } from './marking.ts';
import type { Pack } from './pack.ts';
import type { MarkPolicy } from './policy.ts';
import { joinWorks, type LessonWork } from './records.ts';
import { type Score, scoreOf } from './score.ts';

export interface StudentMark {
  name: string;
  files: string[];
  works: LessonWork[];
  findings: string[];
  score: Score;
}

export function markStudents(marked: readonly Marked[], policy: MarkPolicy, pack?: Pack): StudentMark[] {
  const groups = new Map<string, Marked[]>();
  for (const one of marked) {
    const name = one.student ?? one.file;
    const key = name.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((files) => {
    const [first] = files;
    const works = files.flatMap((one) => one.works).reduce<LessonWork[]>(joinWorks, []);
    const named = files.length > 1;
    const findings = files.flatMap(({ file, findings: list }) => list.map((one) => (named ? `${file}: ${one}` : one)));
    const name = first?.student ?? first?.file ?? '';
    const seed = seedOf({ student: name, exercise: policy.exercise });
    const hidden = files.flatMap((one) => one.hidden).reduce<HiddenWork[]>(joinHidden, []);
    const score = scoreOf({ policy, pack, works, hidden, seed, findings });
    return { name, files: files.map(({ file }) => file), works, findings, score };
  });
}

/** What was shown in any of the files was shown. */
function joinHidden(works: HiddenWork[], work: HiddenWork): HiddenWork[] {
  const before = works.find(({ task }) => task === work.task);
  if (!before) return [...works, work];
  const met = work.met.map((one, at) => one || before.met[at] === true);
  return works.map((one) => (one === before ? { ...work, met } : one));
}
