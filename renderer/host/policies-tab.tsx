// The policies of a mail server, to switch on and off and to set while the lab runs. Counterpart: `policy.list` says
// what can be set, `config.patch` checks and does it. Rule: each change says what was there before and can be undone.

import { useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import type { PolicySetting } from '../../contract/commands.ts';
import type { Host } from '../../contract/topology.ts';
import { describeFailure } from '../inbox/failure.ts';
import { CommandFailed } from '../source/source.ts';
import { showChoice, showPolicy, showSetting } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { PolicyField } from './policy-field.tsx';
import { PolicyMemory } from './policy-memory.tsx';
import { useAnswer } from './use-answer.ts';
import { useStillness } from './use-stillness.ts';

interface Change {
  policy: string;
  key: string;
  before: unknown;
  after: unknown;
}

export function PoliciesTab({ host }: { host: Host }) {
  const { source } = useBenchParts();
  const still = useStillness();
  const { reply, problem } = useAnswer('policy.list', {}, undefined);
  const [asked, setAsked] = useState<Change>();
  const [change, setChange] = useState<Change>();
  const [refusal, setRefusal] = useState('');

  /** Resolves when it is done; what was refused is said, and nothing has changed. */
  const set = async (wanted: Change) => {
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
      {policies.map(({ name, settings, remembers }) => {
        const { title, help } = showPolicy(name);
        const isOn = host.policies[name]?.['enabled'] === true;
        // What is switched off says what it would do; its settings wait until it does it.
        const shown = settings.filter(({ key }) => isOn || key === 'enabled');
        return (
          <fieldset key={name} className="policy" disabled={still !== undefined}>
            <legend className="policy__title">{title}</legend>
            {help !== '' && <p className="policy__help">{help}</p>}
            {shown.map((setting) => {
              const value = valueOf(host, name, setting);
              return (
                <PolicyField
                  key={setting.key}
                  label={showSetting(name, setting.key)}
                  setting={setting}
                  value={value}
                  onSet={(after) => void set({ policy: name, key: setting.key, before: value, after })}
                />
              );
            })}
            {remembers && isOn && still === undefined && <PolicyMemory host={host.name} policy={name} title={title} />}
          </fieldset>
        );
      })}
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

function valueOf(host: Host, policy: string, { key, initial }: PolicySetting): unknown {
  return host.policies[policy]?.[key] ?? initial;
}

function showValue(value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'host.on' : 'host.off');
  return showChoice(String(value));
}
