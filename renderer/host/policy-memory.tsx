// What a policy of a host remembers: who waits and how long still, who came through, who counts how much. Counterpart:
// `policy.state`, `policy.forget`, `policy.admit`. Rule: the time that is left is the lab clock's.

import { useState } from 'react';

import type { PolicyRecord } from '../../contract/commands.ts';
import { useBenchParts } from '../app/use-bench.ts';
import { useLabTime } from '../app/use-lab-time.ts';
import { describeFailure } from '../inbox/failure.ts';
import { showText } from '../store/octets.ts';
import { t } from '../text/t.ts';
import { showClock, showDuration } from '../text/times.ts';
import { Table } from './facts.tsx';
import { useAnswer, useHappenings } from './use-answer.ts';

interface Props {
  host: string;
  policy: string;
  /** Name of the policy in words. */
  title: string;
}

export function PolicyMemory({ host, policy, title }: Props) {
  const { source } = useBenchParts();
  const [changes, setChanges] = useState(0);
  const [failure, setFailure] = useState('');
  const happened = useHappenings();
  const { reply, problem } = useAnswer('policy.state', { host, policy }, `${happened} ${changes}`);
  const now_ms = useLabTime() ?? 0;
  const change = async (command: 'policy.forget' | 'policy.admit', key: string) => {
    try {
      await source.dispatch(command, { host, policy, key });
      setFailure('');
      setChanges((count) => count + 1);
    } catch (error) {
      setFailure(describeFailure(error));
    }
  };
  if (problem !== undefined) return <p className="host__still">{problem}</p>;
  const { records = [], canAdmit = false, cut = false } = reply ?? {};
  return (
    <div className="policy__memory" role="group" aria-label={t('memory.of', { policy: title })}>
      <Table
        head={[t('memory.about'), t('memory.state'), t('memory.actions')]}
        rows={records.map((record) => {
          const about = record.about.map((one) => (one === '' ? t('memory.nobody') : showText(one))).join(' \u203a ');
          return {
            key: record.key,
            cells: [
              <span key="about" className="mono policy__about">
                {about}
              </span>,
              describe(record, now_ms),
              <span key="actions" className="policy__acts">
                {canAdmit && (record.state === 'waiting' || record.state === 'asked') && (
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={t('memory.admitOne', { about })}
                    onClick={() => void change('policy.admit', record.key)}
                  >
                    {t('memory.admit')}
                  </button>
                )}
                <button
                  type="button"
                  className="plain-button"
                  aria-label={t('memory.forgetOne', { about })}
                  onClick={() => void change('policy.forget', record.key)}
                >
                  {t('memory.forget')}
                </button>
              </span>,
            ],
          };
        })}
        none={t('memory.none')}
      />
      {cut && <p className="host-part__none">{t('memory.cut', { count: records.length })}</p>}
      {failure !== '' && (
        <p role="alert" className="host__refusal">
          {failure}
        </p>
      )}
    </div>
  );
}

function describe({ state, count = 0, learned, due_ms, until_ms }: PolicyRecord, now_ms: number): string {
  const { junk = 0, other = 0, probability = 0 } = learned ?? {};
  const until = showClock(until_ms);
  switch (state) {
    case 'waiting': {
      const left_ms = (due_ms ?? until_ms) - now_ms;
      return left_ms > 0
        ? t('memory.waiting', { left: showDuration(Math.ceil(left_ms / 1000) * 1000) })
        : t('memory.due', { until });
    }
    case 'passed':
      return t('memory.passed', { until });
    case 'trusted':
      return t('memory.trusted', { count, until });
    case 'counted':
      return t('memory.counted', { count, until });
    case 'asked':
      return t('memory.asked', { until });
    case 'taught':
      return t('memory.taught', { count, junk, other });
    case 'word':
      return t('memory.word', { junk, other, probability: probability.toFixed(3) });
  }
}
