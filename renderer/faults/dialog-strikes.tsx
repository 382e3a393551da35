// What faults did where no line arrived: a cut, a black hole, a line that is lost. Counterpart: store/strikes.ts. Rule: it
// stands where it happened, between the lines around it.

import type { Dialog } from '../store/dialog.ts';
import { shortName } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import type { Strike } from '../store/strikes.ts';
import { t } from '../text/t.ts';
import './faults.css';

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
        {one.from !== undefined && isLine(one) && (
          <>
            <span aria-hidden="true">{one.from === 'client' ? '\u203a' : '\u2039'} </span>
            <span className="sr">{t(one.from === 'client' ? 'dialog.client' : 'dialog.server')} </span>
            <s className="strike__said">{one.said === undefined ? t('faults.deed.text') : showText(one.said)}</s>{' '}
          </>
        )}
        <span>{say(one, dialog)}</span>
      </p>
    ));
}

const isLine = ({ deed }: Strike) => deed === 'lost' || deed === 'dropped';

function say({ deed, from, ms = 0 }: Strike, { client, server }: Dialog): string {
  switch (deed) {
    case 'corrupted':
      return t('faults.deed.corrupted', { speaker: shortName((from === 'server' ? server : client).host) });
    case 'silenced':
    case 'cut':
    case 'reset':
    case 'lost':
    case 'dropped':
      return t(`faults.deed.${deed}`);
    default:
      return t('faults.deed.delayed', { ms });
  }
}
