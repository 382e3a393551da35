// Leads back to two runs that were compared, from wherever one went. Counterpart: compare-sheet.tsx. Rule: nothing while
// there are none.

import { BenchNote } from '../app/bench-note.tsx';
import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { useCompare } from './use-compare.ts';

export function CompareNote() {
  const { compare, frame } = useBenchParts();
  const said = useCompare((state) => state.shown?.said ?? state.task?.said);
  if (said === undefined) return null;
  return (
    <BenchNote
      act={{ name: t('compare.show'), run: () => frame.setState({ sheet: 'compare' }) }}
      close={{ name: t('compare.forget'), run: () => compare.forget() }}
    >
      {t('compare.note', { said })}
    </BenchNote>
  );
}
