// The policies of a mail server, to switch on and off and to set while the lab runs. Counterpart: `policy.list` says
// what can be set, `config.patch` checks and does it; one-policy.tsx is the form of one. Rule: each change says what was there before and can be undone.

import { useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { experiments } from '../experiment/experiment-store.ts';
import { defencesAt } from '../experiment/presets.ts';
import { POLICY_STAGES } from '../../contract/events.ts';
import type { Host } from '../../contract/topology.ts';
import { describeFailure } from '../inbox/failure.ts';
import { MilterView } from '../milter/milter-view.tsx';
import { CommandFailed } from '../source/source.ts';
import { showChoice, showPolicy, showSetting } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { isOn, OnePolicy, type PolicyChange, type PolicyOffer, valueOf } from './one-policy.tsx';
import { useAnswer } from './use-answer.ts';
import { useStillness } from './use-stillness.ts';

export function PoliciesTab({ host }: { host: Host }) {
  const { source, frame } = useBenchParts();
  const still = useStillness();
  const { reply, problem } = useAnswer('policy.list', {}, undefined);
  const [asked, setAsked] = useState<PolicyChange>();
  const [change, setChange] = useState<PolicyChange>();
  const [refusal, setRefusal] = useState('');

  /** Resolves when it is done; what was refused is said, and nothing has changed. */
  const set = async (wanted: PolicyChange) => {
    const { policy, key, after } = wanted;
    const isNew = host.policies[policy] === undefined;
    const path = `/policies/${policy}${isNew ? '' : `/${key}`}`;
    try {
      await source.dispatch('config.patch', { host: host.name, path, value: isNew ? { [key]: after } : after });
      setRefusal('');
      setAsked(wanted);
    } catch (error) {
      const isBad = error instanceof CommandFailed && error.problem === 'bad value';
      setRefusal(isBad ? t('host.badValue', { detail: error.detail }) : describeFailure(error));
    }
  };

  if (problem !== undefined) return <p className="host__still">{still ?? problem}</p>;
  const policies = reply?.policies ?? [];
  // Said once the lab itself says so, which it does a moment after its answer; until then what was said before stays.
  const setting = policies.find(({ name }) => name === asked?.policy)?.settings.find(({ key }) => key === asked?.key);
  const isSo = asked && setting && valueOf(host, asked.policy, setting) === asked.after;
  if (isSo && change !== asked) setChange(asked);
  return (
    <>
      {still !== undefined && <p className="host__still">{still}</p>}
      {reply && <p className="policy__help">{summary(policies.filter(({ name }) => isOn(host, name)))}</p>}
      {still === undefined && (
        <p>
          <button
            type="button"
            className="policy__try"
            onClick={() => {
              experiments.bring(host.name, defencesAt(host.policies, policies));
              frame.setState({ place: 'experiment' });
            }}
          >
            {t('experiment.tryHost')}
          </button>
        </p>
      )}
      <MilterView host={host.name} />
      {POLICY_STAGES.map((stage) => (
        <section key={stage} className="policy-stage" aria-labelledby={`policies-${stage}`}>
          <h3 id={`policies-${stage}`} className="policy-stage__title">
            {t(`host.stage.${stage}`)}
          </h3>
          {policies
            .filter((one) => one.stage === stage)
            .map((one) => (
              <OnePolicy key={one.name} host={host} policy={one} isStill={still !== undefined} onSet={set} />
            ))}
        </section>
      ))}
      {refusal !== '' && (
        <p role="alert" className="host__refusal">
          {refusal}
        </p>
      )}
      {change && refusal === '' && (
        <p role="status" className="policy__change">
          {t('host.changed', {
            setting: showSetting(change.policy, change.key),
            before: showValue(change.before),
            after: showValue(change.after),
          })}{' '}
          <button
            type="button"
            className="policy__undo"
            onClick={() => void set({ ...change, before: change.after, after: change.before })}
          >
            {t('host.undo')}
          </button>
        </p>
      )}
    </>
  );
}

function summary(on: readonly PolicyOffer[]): string {
  if (on.length === 0) return t('host.noneOn');
  return t('host.areOn', { policies: on.map(({ name }) => showPolicy(name).title).join(', ') });
}

function showValue(value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'host.on' : 'host.off');
  return showChoice(String(value));
}
