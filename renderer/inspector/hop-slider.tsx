// The letter as it stood after each hop: a slider over its way. Counterpart: stages.ts. Rule: a native range, so that
// keys, touch and screen readers work as everywhere; what it says is the stage's own words.

import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import type { Stage } from './stages.ts';

interface Props {
  stages: readonly Stage[];
  at: number;
  onMove: (at: number) => void;
}

export function HopSlider({ stages, at, onMove }: Props) {
  const stage = stages[at];
  if (!stage || stages.length < 2) return null;
  const words = stageWords(stage);
  return (
    <label className="hop-slider">
      <input
        type="range"
        min={0}
        max={stages.length - 1}
        step={1}
        value={at}
        aria-label={t('hops.label')}
        aria-valuetext={words}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <span aria-hidden="true">{words}</span>
    </label>
  );
}

function stageWords({ kind, host }: Stage): string {
  return t(`hops.${kind}`, { host: shortName(host) });
}
