// The way from a host's sheet to the faults of its links. Counterpart: faults-sheet.tsx. Rule: the sheet of the host stays
// as it is.

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';

export function DisturbHost({ name }: { name: string }) {
  const { frame } = useBenchParts();
  const isLive = useBench((state) => state.link.name === 'live');
  if (!isLive) return null;
  return (
    <p>
      <button
        type="button"
        className="plain-button"
        onClick={() => frame.setState({ sheet: 'faults', disturbing: [name] })}
      >
        {t('faults.here')}
      </button>
    </p>
  );
}
