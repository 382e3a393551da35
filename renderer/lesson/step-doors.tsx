// The doors by which one's own tools take part in a step. Counterpart: doors/doors.tsx has all of them. Rule: only those
// that begin where the step's learner sits, and only where a step is about speaking.

import type { PanelName } from '../../contract/lesson.ts';
import { useBench } from '../app/use-bench.ts';
import { Copyable } from '../doors/copyable.tsx';
import { telnetFor } from '../store/doors.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';

export function StepDoors({ actors, panels }: { actors: readonly string[]; panels: readonly PanelName[] }) {
  const lab = useBench((state) => state.live.lab);
  if (!panels.includes('shell')) return null;
  const doors = lab.doors.filter((door) => door.service === 'smtp' && actors.includes(door.as));
  if (doors.length === 0) return null;
  return (
    <details className="step-doors">
      <summary>{t('lesson.ownTools')}</summary>
      {doors.map((door) => {
        const as = hostView(lab.topology, door.as).short;
        const host = hostView(lab.topology, door.host).short;
        return (
          <div key={door.local}>
            <p className="lesson__soft">{t('lesson.door', { as, host })}</p>
            <Copyable text={telnetFor(door) ?? ''} />
          </div>
        );
      })}
    </details>
  );
}
