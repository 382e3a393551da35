// One item of a transcript: a line, a bulk transfer folded to a line, or the moment TLS starts.
// Counterpart: store/dialog.ts DialogItem. Rule: who speaks is told by sign, colour and word; each can be asked what it
// means, by click and by key, and its text can be marked and copied.

import { memo, type ReactNode } from 'react';

import { assertNever } from '../../contract/assert-never.ts';
import type { DialogBulk, DialogItem, DialogLine } from '../store/dialog.ts';
import { LineStrikes } from '../faults/line-strikes.tsx';
import { showLine } from '../store/octets.ts';
import { isChange } from '../store/strikes.ts';
import { t } from '../text/t.ts';
import { showMs } from '../text/times.ts';
import { Lock } from '../theme/icons.tsx';
import { BulkBlock } from './bulk-block.tsx';

interface Props {
  item: DialogItem;
  /** What stands in the margin. */
  time: string | undefined;
  isPointed: boolean;
  /** What is being looked for is in it. */
  isFound: boolean;
  /** Tab reaches this one. */
  isCurrent: boolean;
}

export const DialogItemView = memo(function DialogItemView({ item, time, isPointed, isFound, isCurrent }: Props) {
  const pointed = `${isFound ? ' is-found' : ''}${isPointed ? ' is-pointed' : ''}`;
  const margin = (
    <span className="line__ms" title={t('dialog.since')} aria-hidden="true">
      {time}
    </span>
  );
  const act = (children: ReactNode) => (
    <span className="line__act" role="button" tabIndex={isCurrent ? 0 : -1} aria-pressed={isPointed}>
      {children}
    </span>
  );
  switch (item.kind) {
    case 'tls':
      return (
        <div className={`line line--tls${pointed}`}>
          {margin}
          <Lock />
          {act(t('dialog.tls', { version: item.version.replace('TLSv', 'TLS ') }))}
        </div>
      );
    case 'bulk':
      return (
        <div className={`line line--${item.from}${pointed}`}>
          {margin}
          <Speaker from={item.from} />
          <div>
            <BulkBlock key={item.seq} bulk={item} tabIndex={isCurrent ? 0 : -1} />
            <Marks item={item} />
          </div>
        </div>
      );
    case 'line':
      return (
        <div className={`line line--${item.from}${item.refused ? ' line--refused' : ''}${pointed}`}>
          {margin}
          <Speaker from={item.from} />
          <code className="line__text">
            {act(
              <>
                {item.refused && <span className="sr">{t('dialog.refused')} </span>}
                {showLine(item.bytes, item.secret)}
              </>,
            )}
            <Marks item={item} />
          </code>
        </div>
      );
    default:
      return assertNever(item);
  }
});

/** What a person did to it on its way. */
function Marks({ item: { changed, held_ms, strikes } }: { item: DialogLine | DialogBulk }) {
  return (
    <>
      {strikes && <LineStrikes strikes={strikes} />}
      {changed && !strikes?.some(isChange) && <span className="line__mark">{t('dialog.changed')}</span>}
      {held_ms !== undefined && <span className="line__mark">{t('dialog.held', { ms: showMs(held_ms) })}</span>}
    </>
  );
}

function Speaker({ from }: { from: 'client' | 'server' }) {
  return (
    <>
      <span className="line__sign" aria-hidden="true">
        {from === 'client' ? '\u203a' : '\u2039'}
      </span>
      <span className="sr">{t(from === 'client' ? 'dialog.client' : 'dialog.server')} </span>
    </>
  );
}
