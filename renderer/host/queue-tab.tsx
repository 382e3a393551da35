// What waits in a host's queue, why, and until when. Counterpart: `queue.list` tells the same; the shown moment has it
// already. Rule: what was refused is quoted, and the letter is one press away.

import { useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import type { QueueState } from '../../contract/fold/state.ts';
import type { Host } from '../../contract/topology.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { Table } from './facts.tsx';
import { HOST_SHEET_LIMITS } from './limits.ts';
import { useStillness } from './use-stillness.ts';

export function QueueTab({ host: { name } }: { host: Host }) {
  const { store, source } = useBenchParts();
  const moment = useBench((state) => state.moment);
  const still = useStillness();
  const [said, setSaid] = useState('');
  const waiting = Object.entries(moment.lab.queues[name] ?? {});
  const flush = async () => {
    try {
      const { started } = await source.dispatch('queue.flush', { host: name });
      setSaid(t('host.flushed', { count: started }));
    } catch (error) {
      setSaid(describeFailure(error));
    }
  };
  return (
    <>
      <div className="host__tools">
        <button
          type="button"
          className="plain-button"
          title={t('host.flush.help')}
          disabled={still !== undefined || waiting.length === 0}
          onClick={() => void flush()}
        >
          {t('host.flush')}
        </button>
        <span role="status" className="host__said">
          {said}
        </span>
      </div>
      {still !== undefined && <p className="host__still">{still}</p>}
      <Table
        head={[t('host.letter'), t('host.attempt'), t('host.next'), t('host.lastReply')]}
        rows={waiting.slice(0, HOST_SHEET_LIMITS.queueRows).map(([queueId, item]) => ({
          key: queueId,
          cells: [
            <button
              key="letter"
              type="button"
              className="host__letter"
              title={t('host.showLetter', { id: queueId })}
              onClick={() => store.setState({ chosen: item.message })}
            >
              <span className="mono">{queueId}</span>
              <span className="host__addresses">{addressesOf(item)}</span>
            </button>,
            item.attempt,
            item.next_ms === undefined ? t('host.underWay') : <code key="next">{showTime(item.next_ms)}</code>,
            <span key="reply" className="host__reply mono">
              {replyOf(item)}
            </span>,
          ],
        }))}
        none={t('host.emptyQueue')}
      />
      {waiting.length > HOST_SHEET_LIMITS.queueRows && (
        <p className="host-part__none">
          {t('host.moreWaiting', { count: waiting.length - HOST_SHEET_LIMITS.queueRows })}
        </p>
      )}
    </>
  );
}

/** As the list of letters has it: `alice › bob`. */
function addressesOf({ reversePath, recipients }: QueueState): string {
  const local = (address: string) => address.split('@')[0];
  const from = local(reversePath) || t('letter.nobody');
  return showText(`${from} \u203a ${recipients.map(local).join(', ')}`);
}

function replyOf({ lastReply }: QueueState): string {
  if (!lastReply) return '';
  return showText([lastReply.code, lastReply.enhanced, lastReply.text].filter((part) => part !== undefined).join(' '));
}
