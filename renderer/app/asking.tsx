// The question before an action that can't be undone. Counterpart: actions/perform.ts asks it. Rule: whoever presses
// Enter without reading says no.

import { carryOut } from '../actions/perform.ts';
import { t } from '../text/t.ts';
import { Sheet } from './sheet.tsx';
import { useBenchParts, useFrame } from './use-bench.ts';

export function Asking() {
  const bench = useBenchParts();
  const action = useFrame((state) => state.asking);
  if (!action?.confirm) return null;
  const { question, yes } = action.confirm;
  const close = () => bench.frame.setState({ asking: undefined });
  return (
    <Sheet title={t(question)} kind="question" onClose={close}>
      {action.help !== undefined && <p className="soft">{t(action.help)}.</p>}
      <div className="sheet__answers">
        <button type="button" className="plain-button" onClick={close}>
          {t('asking.no')}
        </button>
        <button
          type="button"
          className="plain-button sheet__yes"
          onClick={() => {
            close();
            void carryOut(bench, action);
          }}
        >
          {t(yes)}
        </button>
      </div>
    </Sheet>
  );
}
