// The sheet in which two runs stand side by side, or are being played. Counterpart: compare-desk.ts. Rule: Escape and the
// cross lead back to where one was; the comparison stays, and the note above the bench leads to it again.

import { Sheet } from '../app/sheet.tsx';
import { useBenchParts } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import './compare.css';
import { ComparisonView } from './comparison-view.tsx';
import { type CompareTask, STEPS } from './compare-desk.ts';
import { useCompare } from './use-compare.ts';

export function CompareSheet({ onClose }: { onClose: () => void }) {
  const { frame } = useBenchParts();
  const task = useCompare((state) => state.task);
  const failure = useCompare((state) => state.failure);
  const shown = useCompare((state) => state.shown);
  const other = (
    <button type="button" className="plain-button" onClick={() => frame.setState({ sheet: 'fork' })}>
      {t('compare.another')}
    </button>
  );
  return (
    <Sheet title={t('compare.title')} kind="wide" onClose={onClose}>
      {task && <Task task={task} />}
      {!task && failure !== '' && (
        <div className="compare__failure" role="alert">
          <p>{failure}</p>
          {other}
        </div>
      )}
      {!task && failure === '' && shown && <ComparisonView comparison={shown} another={other} />}
      {!task && failure === '' && !shown && (
        <div className="compare__failure">
          <p>{t('compare.none')}</p>
          {other}
        </div>
      )}
    </Sheet>
  );
}

function Task({ task: { said, step, share, isSlow } }: { task: CompareTask }) {
  const { compare } = useBenchParts();
  return (
    <div className="compare__task">
      <p className="compare__change">
        <b>{t('compare.change')}</b> {said}
      </p>
      {/* Quick work shows no bar: one that flashes only startles. */}
      <div className={isSlow ? 'compare__progress' : 'compare__progress is-quick'} role="status">
        <label>
          {t(`compare.step.${step}`, { n: STEPS.indexOf(step) + 1, of: STEPS.length })}
          <progress value={share} max={1} />
        </label>
        <button type="button" className="plain-button" onClick={() => compare.cancel()}>
          {t('compare.cancel')}
        </button>
      </div>
    </div>
  );
}
