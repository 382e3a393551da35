// Links of the map that somebody disturbs: a double line of dashes, and a word that says how. Counterpart: faults/ sets
// the rules. Rule: pattern and word say it before a colour does; a press on the sign leads to the faults.

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { FaultState } from '../../contract/faults.ts';
import { sayFault } from '../faults/say-fault.ts';
import { t } from '../text/t.ts';
import { type Curve, pathOf, pointAt } from './curve.ts';
import type { MapLayout } from './layout.ts';

interface Props {
  layout: MapLayout;
  curves: (from: string, to: string) => Curve | undefined;
}

export function FaultSigns({ layout, curves }: Props) {
  const faults = useBench((state) => state.moment.lab.faults);
  const { frame } = useBenchParts();
  if (!faults) return null;
  const open = (disturbing: readonly string[]) => frame.setState({ sheet: 'faults', disturbing });
  return (
    <g className="fault-signs">
      {[...Map.groupBy(faults.filter(isOnMap), placeOf)].map(([place, here]) => {
        const [one = '', other] = here[0]?.rule.hosts ?? [];
        const curve = other === undefined ? undefined : curves(one, other);
        const spot = layout.hosts.get(one);
        const middle = curve ? pointAt(curve, 0.5) : spot;
        if (!middle) return null;
        const words = here.map(({ rule }) => t(`faults.sign.${rule.fault.kind}`)).join(', ');
        return (
          <g key={place} className="fault-sign" onClick={() => open(here[0]?.rule.hosts ?? [])}>
            <title>{here.map(({ rule }) => sayFault(rule)).join('\n')}</title>
            {curve && <path className="fault-sign__line" d={pathOf(curve)} />}
            <Words x={middle.x} y={curve ? middle.y + 32 : middle.y - 36} text={words} />
          </g>
        );
      })}
    </g>
  );
}

/** Faults of one link stand in one sign. */
const placeOf = ({ rule }: FaultState) => rule.hosts.toSorted().join(' ');

/** One that holds everywhere stands over the bench; it has no place here. */
const isOnMap = ({ rule }: FaultState) => rule.isOn && rule.hosts.length > 0;

function Words({ x, y, text }: { x: number; y: number; text: string }) {
  const width = 16 + text.length * 7;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="fault-sign__ground" x={-width / 2} y="-9" width={width} height="18" rx="3" />
      <text className="fault-sign__words" y="4">
        {text}
      </text>
    </g>
  );
}
