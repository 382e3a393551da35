// Lines that a person holds on the wire of this connection. Counterpart: `wire.held` of the contract; the wire's own
// control lets them go. Rule: a held line isn't in the dialog yet, so it stands below it, empty-handed.

import { useBench } from '../app/use-bench.ts';
import type { ConnId } from '../../contract/ids.ts';
import { t } from '../text/t.ts';

export function HeldLines({ conn }: { conn: ConnId }) {
  // The panel is drawn again when one is held or let go; the list itself stays the same object.
  const held = useBench((state) => state.moment.lab.held);
  const mine = held.filter((one) => one.conn === conn);
  if (mine.length === 0) return null;
  return (
    <p className="dialog__held">
      {mine.map((one, index) => (
        <span key={index}>{t(one.from === 'client' ? 'dialog.held.client' : 'dialog.held.server')}</span>
      ))}
    </p>
  );
}
