// One letter, read: what it claims to be, its way, what doesn't fit, who it says that it is, what was checked; beside it the
// header itself. Counterpart: mail/analysis has no screen. Rule: the finding that is looked at and the line of trust are
// chosen here, so that every view shows the same.

import { useMemo, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { findingsOf } from '../../mail/analysis/checks/index.ts';
import type { ClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import { defaultTrust } from '../../mail/analysis/trust.ts';
import { IdentityTable } from '../inspector/identity-board.tsx';
import { t } from '../text/t.ts';
import { ClaimedHeader } from './claimed-header.tsx';
import { claimedIdentities } from './claimed-identities.ts';
import { findingId, FindingsView } from './findings-view.tsx';
import { hopMarks } from './hop-marks.ts';
import { labLetterOf } from './lab-letter.ts';
import { LabNote } from './lab-note.tsx';
import { LetterHead } from './letter-head.tsx';
import { ResultsView } from './results-view.tsx';
import { WayView } from './way-view.tsx';

export function Analysis({ letter }: { letter: ClaimedLetter }) {
  const { store } = useBenchParts();
  // What the lab knew when the letter was pasted: it isn't asked again for every event.
  const [lab] = useState(() => store.getState().live.lab);
  const seen = useMemo(() => labLetterOf(letter.fields, lab), [letter, lab]);
  const [trusted, setTrusted] = useState(() => defaultTrust(letter));
  const findings = useMemo(() => findingsOf(letter, trusted), [letter, trusted]);
  // What looks bad is opened; a note isn't pushed at anybody.
  const [chosen, setChosen] = useState(() => {
    const [first] = findings;
    return first === undefined || first.severity === 'note' ? undefined : findingId(first);
  });
  const marks = useMemo(() => hopMarks(letter.hops, lab.topology), [letter, lab]);
  const border = letter.hops[Math.min(trusted, letter.hops.length) - 1]?.received.by;
  return (
    <div className="analyzer__read">
      <div className="analyzer__told">
        <LetterHead letter={letter} />
        {seen && <LabNote seen={seen} />}
        <WayView letter={letter} marks={marks} trusted={trusted} />
        <FindingsView findings={findings} chosen={chosen} onChoose={setChosen} />
        <IdentityTable
          identities={claimedIdentities(letter, trusted)}
          at={border === undefined ? t('analyzer.identities.at') : t('analyzer.identities.border', { server: border })}
        />
        <ResultsView letter={letter} trusted={trusted} />
      </div>
      <ClaimedHeader
        letter={letter}
        marks={marks}
        trusted={trusted}
        onTrust={setTrusted}
        findings={findings}
        chosen={chosen}
        onChoose={setChosen}
        seen={seen}
      />
    </div>
  );
}
