// German, as far as it is there. Counterpart: ../language.ts loads it when it is wanted. Rule: a catalogue is translated
// whole or not at all; one that isn't listed here is said in English.

import { aboutDe } from './about.ts';
import { lessonsDe } from '../../../lessons/text/de.ts';
import { actorsDe } from './actors.ts';
import { analyzerDe } from './analyzer.ts';
import { authenticationDe } from './authentication.ts';
import { benchDe } from './bench.ts';
import { challengesDe } from './challenges.ts';
import { courseDe } from './course.ts';
import { deskDe } from './desk.ts';
import { experimentDe } from './experiment.ts';
import { explainDe } from './explain/index.ts';
import { exportDe } from './export.ts';
import { faultsDe } from './faults.ts';
import { filesDe } from './files.ts';
import { filterDe } from './filter.ts';
import { followDe } from './follow.ts';
import { frameDe } from './frame.ts';
import { handInDe } from './hand-in.ts';
import { hostDe } from './host.ts';
import { inboxDe } from './inbox.ts';
import { ladderDe } from './ladder.ts';
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
import { timeDe } from './time.ts';
import { topologyDe } from './topology.ts';
import { wayDe } from './way.ts';

export const de = {
  ...aboutDe,
  ...actorsDe,
  ...analyzerDe,
  ...authenticationDe,
  ...benchDe,
  ...challengesDe,
  ...courseDe,
  ...deskDe,
  ...experimentDe,
  ...explainDe,
  ...exportDe,
  ...faultsDe,
  ...filesDe,
  ...filterDe,
  ...followDe,
  ...frameDe,
  ...handInDe,
  ...hostDe,
  ...inboxDe,
  ...ladderDe,
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
  ...timeDe,
  ...topologyDe,
  ...wayDe,
};
