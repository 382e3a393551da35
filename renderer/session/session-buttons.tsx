// Save and open a session. Counterpart: session-desk.ts. Rule: opening works in every state of the engine; saving needs
// a lab that answers.

import { useBench } from '../app/use-bench.ts';
import { t } from '../text/t.ts';
import { pickSessionFile } from './pick-file.ts';
import './session.css';
import { useSessionDesk, useSessions } from './use-session.ts';

export function SessionButtons() {
  const desk = useSessionDesk();
  const isLive = useBench((state) => state.link.name === 'live');
  const isBusy = useSessions((state) => state.task !== undefined);
  return (
    <span className="session-buttons">
      {isLive && (
        <button type="button" disabled={isBusy} onClick={() => void desk.save()}>
          {t('session.save')}
        </button>
      )}
      <button
        type="button"
        disabled={isBusy}
        onClick={() => pickSessionFile((file) => void desk.open(file, file.name))}
      >
        {t('session.open')}
      </button>
    </span>
  );
}
