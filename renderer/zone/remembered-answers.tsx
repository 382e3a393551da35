// Which hosts remember answers of a zone, which of those are old by now, and for how long they are believed still.
// Counterpart: `dns.cache` tells, `dns.forget` ends it. Rule: the time that is left is the lab clock's.

import { useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { useLabTime } from '../app/use-lab-time.ts';
import type { RememberedAnswer } from '../../contract/commands.ts';
import type { Topology } from '../../contract/topology.ts';
import { Part, Table } from '../host/facts.tsx';
import { useAnswer, useHappenings } from '../host/use-answer.ts';
import { describeFailure } from '../inbox/failure.ts';
import { hostView } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showClock, showDuration } from '../text/times.ts';
import { HostMark } from '../theme/host-mark.tsx';

/** `serial` changes when the zone does, and with it what is old. */
export function RememberedAnswers({ zone, serial, topology }: { zone: string; serial: number; topology: Topology }) {
  const { source } = useBenchParts();
  const [forgotten, setForgotten] = useState(0);
  const [failure, setFailure] = useState('');
  const happened = useHappenings();
  const { reply, problem } = useAnswer('dns.cache', { zone }, `${happened} ${serial} ${forgotten}`);
  const now_ms = useLabTime() ?? 0;
  const forget = async () => {
    try {
      await source.dispatch('dns.forget', {});
      setFailure('');
      setForgotten((count) => count + 1);
    } catch (error) {
      setFailure(describeFailure(error));
    }
  };
  const answers = (reply?.answers ?? []).filter(({ until_ms }) => until_ms > now_ms).toSorted(byAge);
  const old = answers.filter(({ isOld }) => isOld);
  return (
    <Part title={t('zone.believed')}>
      <p className="host-part__words" role="status">
        {summary(answers, old)}
      </p>
      {answers.length > 0 && (
        <>
          <Table
            head={[t('zone.who'), t('zone.question'), t('zone.believes'), t('zone.until')]}
            rows={answers.map((answer) => ({
              key: `${answer.host} ${answer.name} ${answer.type}`,
              cells: [
                <span key="who" className="remembered__who">
                  <HostMark host={hostView(topology, answer.host)} size={18} /> {hostView(topology, answer.host).short}
                </span>,
                <code key="question">
                  {answer.type} {showText(answer.name)}
                </code>,
                <span key="believes">
                  {answer.isOld && <b className="remembered__old">{t('zone.old')} </b>}
                  <code>{answer.data.length > 0 ? showText(answer.data.join(', ')) : t('zone.nothing')}</code>
                </span>,
                t('zone.left', { left: showDuration(Math.ceil((answer.until_ms - now_ms) / 1000) * 1000) }),
              ],
            }))}
            none=""
          />
          <div className="host__acts">
            <button type="button" className="host__act" onClick={() => void forget()}>
              {t('zone.forget')}
            </button>
          </div>
        </>
      )}
      {(problem ?? failure) !== '' && (
        <p role="alert" className="host__refusal">
          {problem ?? failure}
        </p>
      )}
    </Part>
  );
}

/** Old answers first, then those that are forgotten soonest. */
function byAge(one: RememberedAnswer, other: RememberedAnswer): number {
  return Number(other.isOld) - Number(one.isOld) || one.until_ms - other.until_ms;
}

function summary(answers: readonly RememberedAnswer[], old: readonly RememberedAnswer[]): string {
  if (answers.length === 0) return t('zone.believed.none');
  const [latest] = old.toSorted((one, other) => other.until_ms - one.until_ms);
  if (!latest) return t('zone.believed.fresh');
  return t('zone.believed.old', { count: old.length, until: showClock(latest.until_ms) });
}
