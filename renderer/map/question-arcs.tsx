// DNS questions as thin dashed arcs, each with what was asked written on it. Counterpart: legs.ts and use-activity.ts
// say which. Rule: one a host and few at a time; the dialogs have them all.

import type { Topology } from '../../contract/topology.ts';
import { showText } from '../store/octets.ts';
import { arcBetween, pathOf, pointAt } from './curve.ts';
import type { MapLayout } from './layout.ts';
import type { Question } from './legs.ts';
import { MAP_LIMITS } from './limits.ts';

interface Props {
  layout: MapLayout;
  topology: Topology;
  questions: readonly Question[];
}

export function QuestionArcs({ layout, topology, questions }: Props) {
  const nameServer = topology.hosts.find((host) => host.kind === 'dns')?.name;
  if (nameServer === undefined) return null;
  const latest = [...new Map(questions.map((one) => [one.host, one])).values()].slice(-MAP_LIMITS.questions);
  return latest.map(({ host, name, type, seq }, index) => {
    const arc = arcBetween(layout, host, nameServer);
    if (!arc) return null;
    // Away from the host that asks, over which the envelope may stand; one above the other, should they be neighbours.
    const { x, y } = pointAt(arc, 0.64);
    return (
      <g key={seq} className="question">
        <path className="question__arc" d={pathOf(arc)} />
        <text className="question__text" x={x} y={y - 3 + index * 15}>
          {showText(`${type}? ${name}`)}
        </text>
      </g>
    );
  });
}
