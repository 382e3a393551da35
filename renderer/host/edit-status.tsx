// What was changed last, with the way back; or why a change was refused. Counterpart: use-editing.ts. Rule: in sight
// wherever one has scrolled to.

import { t } from '../text/t.ts';
import type { Editing } from './use-editing.ts';

export function EditStatus({ editing: { last, refusal, isBusy, undo } }: { editing: Editing }) {
  if (refusal !== '') {
    return (
      <p role="alert" className="host__refusal">
        {refusal}
      </p>
    );
  }
  if (!last) return null;
  return (
    <p role="status" className="policy__change">
      {last.said}{' '}
      <button type="button" className="policy__undo" disabled={isBusy} onClick={() => void undo()}>
        {t('host.undo')}
      </button>
    </p>
  );
}
