// From a line to the filter that finds all others like it. Counterpart: contract/filter/like.ts. Rule: offered where lines
// can be looked for, and where something about the line can be.

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { filterLike } from '../../contract/filter/like.ts';
import type { Dialog, DialogItem } from '../store/dialog.ts';
import { t } from '../text/t.ts';

export function FindLike({ dialog, item }: { dialog: Dialog; item: DialogItem }) {
  const { frame } = useBenchParts();
  // Who follows a lecture has no field for filters.
  const isFollowing = useBench((state) => state.link.name === 'following');
  if (isFollowing || item.kind !== 'line') return null;
  const text = filterLike({ protocol: dialog.protocol, from: item.from, text: item.bytes.trimEnd() });
  if (text === undefined) return null;
  const find = () => frame.setState(({ filter }) => ({ filter: { text, isOnly: filter?.isOnly ?? false } }));
  return (
    <button type="button" className="explanation__act" title={text} onClick={find}>
      {t('filter.like')}
    </button>
  );
}
