// From a line to the sheet that says another one in its place, or undoes what was done to it. Counterpart: fork-sheet.tsx.
// Rule: offered only where it can be done: in a lab that answers, and not where a password stands.

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { ForkStart } from '../app/frame-store.ts';
import type { Dialog, DialogItem } from '../store/dialog.ts';
import { t } from '../text/t.ts';
import { releaseOf } from './said-lines.ts';
import { inputOf } from './typed-lines.ts';

export function ForkHere({ dialog, item }: { dialog: Dialog; item: DialogItem }) {
  const { frame } = useBenchParts();
  const isLive = useBench((state) => state.link.name === 'live');
  const history = useBench((state) => state.history);
  if (!isLive || item.kind !== 'line' || item.secret !== undefined) return null;
  const released = item.changed ? releaseOf(history, { ...item, conn: dialog.id }) : undefined;
  const input = item.from === 'client' && dialog.person ? inputOf(history, item.seq) : undefined;
  const [fork, words]: [ForkStart, string] =
    released !== undefined
      ? [{ kind: 'undone', at: released }, t('fork.here.undone')]
      : input !== undefined
        ? [{ kind: 'typed', at: input }, t('fork.here')]
        : [{ kind: 'line', at: item.seq }, t('fork.here.line')];
  return (
    <button type="button" className="explanation__act" onClick={() => frame.setState({ sheet: 'fork', fork })}>
      {words}
    </button>
  );
}
