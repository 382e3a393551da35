// From a line that somebody typed to the sheet that says another one in its place. Counterpart: fork-sheet.tsx. Rule:
// offered only where it can be done: on a person's own line, in a lab that answers.

import { useBench, useBenchParts } from '../app/use-bench.ts';
import type { DialogItem } from '../store/dialog.ts';
import { t } from '../text/t.ts';
import { inputOf } from './typed-lines.ts';

export function ForkHere({ item }: { item: DialogItem }) {
  const { frame } = useBenchParts();
  const isLive = useBench((state) => state.link.name === 'live');
  const history = useBench((state) => state.history);
  const input = item.kind === 'line' && item.from === 'client' ? inputOf(history, item.seq) : undefined;
  if (!isLive || input === undefined) return null;
  return (
    <button type="button" className="explanation__act" onClick={() => frame.setState({ sheet: 'fork', forkAt: input })}>
      {t('fork.here')}
    </button>
  );
}
