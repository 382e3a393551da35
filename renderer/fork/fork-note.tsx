// What the shown run is, after a fork: which run it was, and the line that differs. Counterpart: wire/wire-desk.ts. Rule: the
// way back is a fork too, and says so by what it does: the line as it was, and nothing after it.

import { BenchNote } from '../app/bench-note.tsx';
import { showLine } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { secretOf } from '../wire/secret-of.ts';
import { useAttempt, useWire, useWireDesk } from '../wire/use-wire.ts';

export function ForkNote() {
  const fork = useWire((state) => state.fork);
  const desk = useWireDesk();
  const attempt = useAttempt();
  if (!fork) return null;
  const show = (typed: string) => showLine(typed, secretOf(typed));
  return (
    <BenchNote
      act={{ name: t('fork.undo'), help: t('fork.undo.help'), run: () => attempt(() => desk.undoFork()) }}
      close={{ name: t('notice.close'), run: () => desk.forgetFork() }}
    >
      {t('fork.told', { run: fork.run, from: fork.from, is: show(fork.is), was: show(fork.was) })}
    </BenchNote>
  );
}
