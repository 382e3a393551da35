// One item of a transcript: a line, a bulk transfer folded to a line, or the moment TLS starts.
// Counterpart: store/dialog.ts DialogItem. Rule: who speaks is told by sign, colour and word.

import { memo } from 'react';

import { assertNever } from '../../contract/assert-never.ts';
import { Choosable } from '../lesson/choosable.tsx';
import type { DialogItem } from '../store/dialog.ts';
import { showLine } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showShortTime } from '../text/times.ts';
import { Lock } from '../theme/icons.tsx';
import { BulkBlock } from './bulk-block.tsx';

interface Props {
  item: DialogItem;
  /** Milliseconds since the connection opened, where they are to be shown. */
  ms: number | undefined;
}

export const DialogItemView = memo(function DialogItemView({ item, ms }: Props) {
  const time = (
    <span className="line__ms" title={t('dialog.since')} aria-hidden="true">
      {ms === undefined ? '' : showShortTime(ms)}
    </span>
  );
  switch (item.kind) {
    case 'tls':
      return (
        <div className="line line--tls">
          {time}
          <Lock />
          <span>{t('dialog.tls', { version: item.version.replace('TLSv', 'TLS ') })}</span>
        </div>
      );
    case 'bulk':
      return (
        <div className={`line line--${item.from}`}>
          {time}
          <Speaker from={item.from} />
          <BulkBlock bulk={item} />
        </div>
      );
    case 'line':
      return (
        <div className={`line line--${item.from}${item.refused ? ' line--refused' : ''}`}>
          {time}
          <Speaker from={item.from} />
          <code className="line__text">
            {item.refused && <span className="sr">{t('dialog.refused')} </span>}
            <Choosable token={{ kind: 'line', seq: item.seq }}>{showLine(item.bytes, item.secret)}</Choosable>
            {item.changed && <span className="line__changed">{t('dialog.changed')}</span>}
          </code>
        </div>
      );
    default:
      return assertNever(item);
  }
});

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
