// German, all of it. Counterpart: ../language.ts loads it when it is wanted. Rule: what ../t.ts can say in English is said here; a
// catalogue that isn't listed is an error of the compiler.

import type { english } from '../t.ts';
import { aboutDe } from './about.ts';
import { lessonsDe } from '../../../lessons/text/de.ts';
import { actorsDe } from './actors.ts';
import { analyzerDe } from './analyzer.ts';
import { authenticationDe } from './authentication.ts';
import { benchDe } from './bench.ts';
import { blocklistsDe } from './blocklists.ts';
import { challengesDe } from './challenges.ts';
import { compareDe } from './compare.ts';
import { courseDe } from './course.ts';
import { deskDe } from './desk.ts';
import { experimentDe } from './experiment.ts';
import { explainDe } from './explain/index.ts';
import { exportDe } from './export.ts';
import { faultsDe } from './faults.ts';
import { filesDe } from './files.ts';
import { filterDe } from './filter.ts';
import { findingsDe } from './findings.ts';
import { followDe } from './follow.ts';
import { frameDe } from './frame.ts';
import { handInDe } from './hand-in.ts';
import { hostDe } from './host.ts';
import { inboxDe } from './inbox.ts';
import { ladderDe } from './ladder.ts';
import { lectureDe } from './lecture.ts';
import { draftDe } from './draft.ts';
import { lessonLabDe } from './lesson-lab.ts';
import { lineEndsDe } from './line-ends.ts';
import { marksDe } from './marks.ts';
import { milterDe } from './milter.ts';
import { policiesDe } from './policies.ts';
import { policyMemoryDe } from './policies/memory.ts';
import { readingDe } from './reading.ts';
import { referenceDe } from './reference.ts';
import { statesDe } from './states.ts';
import { tablesDe } from './tables.ts';
import { timeDe } from './time.ts';
import { topologyDe } from './topology.ts';
import type { Translation } from './translation.ts';
import { wayDe } from './way.ts';
import { zonesDe } from './zones.ts';

export const de = {
  ...aboutDe,
  ...actorsDe,
  ...analyzerDe,
  ...authenticationDe,
  ...benchDe,
  ...blocklistsDe,
  ...challengesDe,
  ...compareDe,
  ...courseDe,
  ...deskDe,
  ...experimentDe,
  ...explainDe,
  ...exportDe,
  ...faultsDe,
  ...filesDe,
  ...filterDe,
  ...findingsDe,
  ...followDe,
  ...frameDe,
  ...handInDe,
  ...hostDe,
  ...inboxDe,
  ...ladderDe,
  ...lectureDe,
  ...draftDe,
  ...lessonLabDe,
  ...lessonsDe,
  ...lineEndsDe,
  ...marksDe,
  ...milterDe,
  ...policiesDe,
  ...policyMemoryDe,
  ...readingDe,
  ...referenceDe,
  ...statesDe,
  ...tablesDe,
  ...timeDe,
  ...topologyDe,
  ...wayDe,
  ...zonesDe,
} satisfies Translation<typeof english>;
