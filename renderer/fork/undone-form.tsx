// Something that was done to the run isn't done: an edit of a held line first of all. Counterpart: deeds.ts. Rule: from a
// moment in the past the next deed after it is meant; now, the last.

import { useState } from 'react';

import { useBench, useFrame } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { BesideForm } from './beside.tsx';
import { deedsOf } from './deeds.ts';
import type { ForkFormProps } from './fork-sheet.tsx';

export function UndoneForm({ onClose }: ForkFormProps) {
  const history = useBench((state) => state.history);
  const cursor = useBench((state) => state.cursor);
  const at = useFrame((state) => state.fork.at);
  const [deeds] = useState(() => deedsOf(history));
  const [chosen, setChosen] = useState(() => {
    const from = at ?? cursor;
    const next = from === undefined ? undefined : deeds.find(({ seq }) => seq >= from);
    return (next ?? deeds.at(-1))?.seq;
  });
  const deed = deeds.find(({ seq }) => seq === chosen);
  if (!deed) return <p className="soft">{t('fork.noDeeds')}</p>;
  const draft = {
    change: { kind: 'undone' as const, input: deed.seq },
    said: t('fork.said.undone', { deed: deed.said }),
  };
  return (
    <BesideForm onClose={onClose} draft={draft}>
      <div className="field">
        <label htmlFor="fork-deed">{t('fork.deed')}</label>
        <select id="fork-deed" value={deed.seq} onChange={({ target }) => setChosen(Number(target.value))}>
          {deeds.toReversed().map(({ seq, at_ms, said }) => (
            <option key={seq} value={seq}>
              {t('fork.deedAt', { time: showTime(at_ms), deed: said })}
            </option>
          ))}
        </select>
      </div>
    </BesideForm>
  );
}
