// What a postmaster may do to one waiting letter: hold it back or let it go, write it anew, delete it. Counterpart:
// engine/mta/queue-operator.ts does it. Rule: holding and letting go undo each other; a deleted letter is gone, so that
// is asked twice.

import { useState } from 'react';

import { t } from '../text/t.ts';

export type Operation = 'hold' | 'release' | 'delete' | 'requeue';

interface Props {
  queueId: string;
  isHeld: boolean;
  /** Nothing can be done now. */
  isOff: boolean;
  onAct: (operation: Operation) => void;
}

export function QueueActs({ queueId, isHeld, isOff, onAct }: Props) {
  const [isSure, setSure] = useState(false);
  const button = (operation: Operation, onClick = () => onAct(operation)) => (
    <button
      type="button"
      className="host__act"
      title={t(`host.${operation}.help`)}
      aria-label={t('host.actOn', { act: t(`host.${operation}`), id: queueId })}
      disabled={isOff}
      onClick={onClick}
    >
      {t(`host.${operation}`)}
    </button>
  );
  return (
    <div className="host__acts">
      {button(isHeld ? 'release' : 'hold')}
      {button('requeue')}
      {isSure ? (
        <button
          type="button"
          className="host__act host__act--sure"
          disabled={isOff}
          onClick={() => onAct('delete')}
          onBlur={() => setSure(false)}
        >
          {t('host.deleteSure', { id: queueId })}
        </button>
      ) : (
        button('delete', () => setSure(true))
      )}
    </div>
  );
}
