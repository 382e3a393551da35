// What the shown run is, after a fork: which run it was, and the line that differs. Counterpart: wire/wire-desk.ts. Rule: the
// way back is a fork too, and says so by what it does: the line as it was, and nothing after it.

import { showLine } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { Close } from '../theme/icons.tsx';
import './fork.css';
import { secretOf } from '../wire/secret-of.ts';
import { useAttempt, useWire, useWireDesk } from '../wire/use-wire.ts';

export function ForkNote() {
  const fork = useWire((state) => state.fork);
  const desk = useWireDesk();
  const attempt = useAttempt();
  if (!fork) return null;
  const show = (typed: string) => showLine(typed, secretOf(typed));
  const close = t('notice.close');
  return (
    <div className="fork-note" role="status">
      <p>{t('fork.told', { run: fork.run, from: fork.from, is: show(fork.is), was: show(fork.was) })}</p>
      <button
        type="button"
        className="fork-note__undo"
        title={t('fork.undo.help')}
        onClick={() => attempt(() => desk.undoFork())}
      >
        {t('fork.undo')}
      </button>
      <button
        type="button"
        className="icon-button fork-note__close"
        aria-label={close}
        title={close}
        onClick={() => desk.forgetFork()}
      >
        <Close />
      </button>
    </div>
  );
}
