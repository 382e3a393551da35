// What waits in a host's queue, why, and until when; and a postmaster's hand in it. Counterpart: `queue.*` of the contract
// does what is asked; the shown moment has what waits. Rule: what was refused is quoted, the letter is one press away, and
// what can't be taken back is asked twice.

import { type ReactNode, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { describeFailure } from '../inbox/failure.ts';
import type { QueueState } from '../../contract/fold/state.ts';
import type { Host } from '../../contract/topology.ts';
import { showText } from '../store/octets.ts';
import { t, type TextKey } from '../text/t.ts';
import { showTime } from '../text/times.ts';
import { Table } from './facts.tsx';
import { HOST_SHEET_LIMITS } from './limits.ts';
import { type Operation, QueueActs } from './queue-acts.tsx';
import { useStillness } from './use-stillness.ts';

export function QueueTab({ host: { name } }: { host: Host }) {
  const { store, source } = useBenchParts();
  const moment = useBench((state) => state.moment);
  const still = useStillness();
  const [said, setSaid] = useState('');
  const waiting = Object.entries(moment.lab.queues[name] ?? {});
  const say = async (work: Promise<string>) => setSaid(await work.catch(describeFailure));
  const flush = async () =>
    t('host.flushed', { count: (await source.dispatch('queue.flush', { host: name })).started });
  const operate = async (operation: Operation, queueId: string) => {
    const { refused } = await source.dispatch(`queue.${operation}`, { host: name, queueIds: [queueId] });
    const [first] = refused;
    return first
      ? t(`host.refused.${first.problem}` satisfies TextKey, { id: queueId })
      : t(`host.done.${operation}`, { id: queueId });
  };
  return (
    <>
      <div className="host__tools">
        <button
          type="button"
          className="plain-button"
          title={t('host.flush.help')}
          disabled={still !== undefined || waiting.length === 0}
          onClick={() => void say(flush())}
        >
          {t('host.flush')}
        </button>
        <span role="status" className="host__said">
          {said}
        </span>
      </div>
      {still !== undefined && <p className="host__still">{still}</p>}
      <Table
        head={[t('host.letter'), t('host.attempt'), t('host.next')]}
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
            nextTry(item),
          ],
          below: (
            <>
              {item.lastReply && (
                <p className="host__reply">
                  {t('host.lastReply')} <span className="mono">{replyOf(item)}</span>
                </p>
              )}
              <QueueActs
                queueId={queueId}
                isHeld={item.held === true}
                isOff={still !== undefined}
                onAct={(operation) => void say(operate(operation, queueId))}
              />
            </>
          ),
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

function nextTry({ held, next_ms }: QueueState): ReactNode {
  if (held === true) return t('host.onHold');
  return next_ms === undefined ? t('host.underWay') : <code key="next">{showTime(next_ms)}</code>;
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
