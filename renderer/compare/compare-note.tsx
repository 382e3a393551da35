// Leads back to two runs that were compared, from wherever one went. Counterpart: compare-sheet.tsx. Rule: nothing while
// there are none.

import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { Close } from '../theme/icons.tsx';
import { useCompare } from './use-compare.ts';

export function CompareNote() {
  const { compare, frame } = useBenchParts();
  const said = useCompare((state) => state.shown?.said ?? state.task?.said);
  if (said === undefined) return null;
  const forget = t('compare.forget');
  return (
    <div className="fork-note" role="status">
      <p>{t('compare.note', { said })}</p>
      <button type="button" className="fork-note__undo" onClick={() => frame.setState({ sheet: 'compare' })}>
        {t('compare.show')}
      </button>
      <button
        type="button"
        className="icon-button fork-note__close"
        aria-label={forget}
        title={forget}
        onClick={() => compare.forget()}
      >
        <Close />
      </button>
    </div>
  );
}
