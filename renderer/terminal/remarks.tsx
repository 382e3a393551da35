// What looks mistyped, beside the line where it was typed. Counterpart: lessons/feedback.ts finds it. Rule: only where a
// person types; it can be put away, and what is put away stays away.

import { useState } from 'react';

import { useBench } from '../app/use-bench.ts';
import type { FeedbackItem } from '../../lessons/feedback.ts';
import type { Dialog, DialogItem } from '../store/dialog.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { Close } from '../theme/icons.tsx';

export function RemarksAt({ dialog, item }: { dialog: Dialog; item: DialogItem }) {
  const all = useBench((state) => state.moment.dialogs.feedback.items[dialog.id]);
  const mine = all?.filter((one) => one.seq === item.seq) ?? [];
  return mine.map((one) => <Remark key={one.code} remark={one} />);
}

function Remark({ remark: { key, params, rfc } }: { remark: FeedbackItem }) {
  const [isAway, setAway] = useState(false);
  if (isAway) return null;
  const label = t('remark.away');
  return (
    <p className="remark">
      <span>
        {t(key, { typed: showText(params.typed), meant: showText(params.meant) })}{' '}
        <span className="remark__rfc">{rfc.replace(' section ', ' \u00a7')}</span>
      </span>
      <button
        type="button"
        className="icon-button remark__away"
        aria-label={label}
        title={label}
        onClick={() => setAway(true)}
      >
        <Close />
      </button>
    </p>
  );
}
