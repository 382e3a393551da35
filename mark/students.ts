// What a class gets: a row for each student, however many files they handed in. Counterpart: marking.ts marks one file. Rule:
// lessons that were worked on in several labs are one lesson; what was found in one file counts for all.

import type { Marked } from './marking.ts';
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

export function markStudents(marked: readonly Marked[], policy: MarkPolicy): StudentMark[] {
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
    const score = scoreOf(policy, works, findings);
    return { name: first?.student ?? first?.file ?? '', files: files.map(({ file }) => file), works, findings, score };
  });
}
