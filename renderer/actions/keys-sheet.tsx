// All keys on one sheet. Counterpart: action.ts, and the keys that views have for themselves, which stand here. Rule:
// read from the records, so that it can't be wrong.

import { Sheet } from '../app/sheet.tsx';
import type { TextKey } from '../text/t.ts';
import { t } from '../text/t.ts';
import { ACTION_GROUPS } from './action.ts';
import { useFrame } from '../app/use-bench.ts';
import { actionsFor } from './index.ts';
import { isMacKeyboard, showKeys } from './keys.ts';
import './keys-sheet.css';

/** Keys that mean something in one view only. */
const IN_VIEWS: readonly { keys: string; title: TextKey }[] = [
  { keys: 'Tab', title: 'keys.shell.complete' },
  { keys: 'Esc, Tab', title: 'keys.shell.leave' },
  { keys: '\u2190 \u2192 \u2191 \u2193', title: 'keys.splitter' },
  { keys: '\u2190 \u2192', title: 'keys.timeline' },
  { keys: '\u2191 \u2193', title: 'keys.rows' },
  { keys: 'Enter', title: 'keys.openRow' },
  { keys: 'Del', title: 'keys.deleteRow' },
  { keys: '\u2190 \u2192 \u2191 \u2193', title: 'keys.octets' },
];

export function KeysSheet({ onClose }: { onClose: () => void }) {
  const actions = useFrame(actionsFor);
  const isOnStage = useFrame(({ stage }) => stage !== undefined);
  return (
    <Sheet title={t('keys.title')} onClose={onClose}>
      <p className="keys-sheet__help">{t('keys.help')}</p>
      <div className="keys-sheet">
        {ACTION_GROUPS.map((group) => {
          const rows = actions.filter((action) => action.group === group && action.keys !== undefined);
          return <Group key={group} title={t(`actions.${group}`)} rows={rows} />;
        })}
        {!isOnStage && <Group title={t('actions.views')} rows={IN_VIEWS} />}
      </div>
    </Sheet>
  );
}

interface Row {
  title: TextKey;
  keys?: string;
}

function Group({ title, rows }: { title: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="keys-sheet__group">{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.title} className="keys-sheet__row">
            <dt>{t(row.title)}</dt>
            <dd>
              <kbd className="keys">{showKeys(row.keys ?? '', isMacKeyboard)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
