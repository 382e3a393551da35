// What faults did where no line arrived: a cut, a black hole, a line that is lost. Counterpart: store/strikes.ts. Rule: it
// stands where it happened, between the lines around it.

import type { Dialog } from '../store/dialog.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import './faults.css';
import { isUnheard, sayRemark } from './say-fault.ts';

interface Props {
  dialog: Dialog;
  /** Index of the item that they come after; -1: before the first. */
  after: number;
}

export function DialogStrikes({ dialog, after }: Props) {
  const from = dialog.items[after]?.seq ?? 0;
  const to = dialog.items[after + 1]?.seq ?? Infinity;
  return dialog.strikes
    .filter(({ seq }) => seq > from && seq < to)
    .map((one) => (
      <p key={one.seq} className="strike">
        {one.from !== undefined && isUnheard(one) && (
          <>
            <span aria-hidden="true">{one.from === 'client' ? '\u203a' : '\u2039'} </span>
            <span className="sr">{t(one.from === 'client' ? 'dialog.client' : 'dialog.server')} </span>
            <s className="strike__said">{one.said === undefined ? t('faults.deed.text') : showText(one.said)}</s>{' '}
          </>
        )}
        <span>{sayRemark(one, dialog)}</span>
      </p>
    ));
}
