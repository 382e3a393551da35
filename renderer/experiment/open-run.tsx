// Opens the whole run of an experiment on the bench, at one letter: map, dialogs, header and reasons as ever. Counterpart:
// session/session-desk.ts shows sessions. Rule: it is a recorded session there; the lab goes on behind it.

import { useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { ConnId, Seq } from '../../contract/ids.ts';
import { describeFailure } from '../inbox/failure.ts';
import { fetchPacked } from '../session/save-session.ts';
import { showMoment } from '../store/bench-store.ts';
import { t } from '../text/t.ts';
import type { SideId } from './experiment-store.ts';

interface Props {
  experiment: string;
  side: SideId;
  /** The last that was heard of the letter, and where it was offered. */
  seq: Seq;
  conn: ConnId;
}

export function OpenRun({ experiment, side, seq, conn }: Props) {
  const { source, sessions, store, frame } = useBenchParts();
  const [isOpening, setOpening] = useState(false);
  const [failure, setFailure] = useState('');
  const open = async () => {
    setOpening(true);
    setFailure('');
    try {
      const { packing } = await source.dispatch('experiment.pack', { experiment });
      const watch = { onProgress: () => undefined, isCancelled: () => false };
      const file = await fetchPacked(source.dispatch, packing, watch);
      await sessions.open(file, t('experiment.setting', { side: side.toUpperCase() }));
      frame.setState({ place: 'lab' });
      const look = () => {
        const { link, live } = store.getState();
        // Somebody went back before it was read.
        if (link.name !== 'session') stop();
        else if (live.lab.seq >= seq) {
          stop();
          showMoment(store, seq);
          store.setState({ chosen: conn });
        }
      };
      const stop = store.subscribe(look);
      look();
    } catch (error) {
      setFailure(describeFailure(error));
    } finally {
      setOpening(false);
    }
  };
  return (
    <p>
      <button type="button" className="plain-button" disabled={isOpening} onClick={() => void open()}>
        {t(isOpening ? 'experiment.opening' : 'experiment.bench')}
      </button>
      {failure !== '' && (
        <span role="alert" className="experiment__failure">
          {failure}
        </span>
      )}
    </p>
  );
}
