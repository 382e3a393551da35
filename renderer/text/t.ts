// t(key, params): the sentence for a key of the catalogue, in the language that is spoken. Counterpart: en.ts, language.ts.
// Rule: no view writes words of its own.

import { lessonsEn } from '../../lessons/text/en.ts';
import { blocklistsEn } from './blocklists.ts';
import { aboutEn } from './en-about.ts';
import { actorsEn } from './actors.ts';
import { analyzerEn } from './en-analyzer.ts';
import { findingsEn } from './en-findings.ts';
import { handInEn } from './en-hand-in.ts';
import { inboxEn } from './inbox.ts';
import { hostEn } from './en-host.ts';
import { en } from './en.ts';
import { experimentEn } from './experiment.ts';
import { challengesEn } from './en-challenges.ts';
import { compareEn } from './en-compare.ts';
import { exportEn } from './en-export.ts';
import { faultsEn } from './en-faults.ts';
import { filesEn } from './files.ts';
import { filterEn } from './en-filter.ts';
import { followEn } from './en-follow.ts';
import { lectureEn } from './en-lecture.ts';
import { lineEndsEn } from './en-line-ends.ts';
import { draftEn } from './en-draft.ts';
import { lessonLabEn } from './en-lesson-lab.ts';
import { byLanguage, type Entry, translated } from './language.ts';
import { ladderEn } from './en-ladder.ts';
import { marksEn } from './en-marks.ts';
import { referenceEn } from './en-reference.ts';
import { statesEn } from './en-states.ts';
import { timeEn } from './en-time.ts';
import { courseEn } from './en-course.ts';
import { wayEn } from './en-way.ts';
import { explainEn } from './explain/index.ts';
import { policiesEn } from './policies.ts';
import { policyMemoryEn } from './policies/memory.ts';
import { tablesEn } from './tables.ts';
import { topologyEn } from './topology.ts';
import { zonesEn } from './zones.ts';

/** The screen's words, what lessons say by themselves, and what lines mean. */
export const english = {
  ...lessonsEn,
  ...explainEn,
  ...policiesEn,
  ...policyMemoryEn,
  ...hostEn,
  ...faultsEn,
  ...filesEn,
  ...inboxEn,
  ...handInEn,
  ...tablesEn,
  ...exportEn,
  ...aboutEn,
  ...challengesEn,
  ...compareEn,
  ...actorsEn,
  ...analyzerEn,
  ...findingsEn,
  ...experimentEn,
  ...filterEn,
  ...ladderEn,
  ...draftEn,
  ...lessonLabEn,
  ...followEn,
  ...lectureEn,
  ...lineEndsEn,
  ...marksEn,
  ...zonesEn,
  ...topologyEn,
  ...blocklistsEn,
  ...referenceEn,
  ...statesEn,
  ...timeEn,
  ...wayEn,
  ...courseEn,
  ...en,
};

export type TextKey = keyof typeof english;
export type TextParams = Readonly<Record<string, string | number>>;

const plurals = byLanguage((language) => new Intl.PluralRules(language));
const numbers = byLanguage((language) => new Intl.NumberFormat(language));

/** The text of `key` with its parameters put in; a parameter that isn't given stays as it is written. */
export function t(key: TextKey, params: TextParams = {}): string {
  const entry: Entry = translated(key) ?? english[key];
  const template = typeof entry === 'string' ? entry : entry[formOf(params['count'])];
  return template.replaceAll(/\{(\w+)\}/g, (written, name: string) => {
    const value = params[name];
    if (value === undefined) return written;
    return typeof value === 'number' ? numbers().format(value) : value;
  });
}

function formOf(count: string | number | undefined): 'one' | 'other' {
  return plurals().select(Number(count ?? 0)) === 'one' ? 'one' : 'other';
}
