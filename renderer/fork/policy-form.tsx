// A policy of a server, switched or set otherwise. Counterpart: `policy.list` tells the settings, host/policy-field.tsx draws
// one. Rule: the values are those of the moment; only what differs from them is the change.

import { useState } from 'react';

import { PolicyField } from '../host/policy-field.tsx';
import { type PolicyOffer, valueOf } from '../host/one-policy.tsx';
import { useAnswer } from '../host/use-answer.ts';
import type { Host } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { showChoice, showPolicy, showSetting } from '../text/policy.ts';
import { t } from '../text/t.ts';
import { showList } from '../text/times.ts';
import { BesideForm, type Draft } from './beside.tsx';
import type { ForkFormProps } from './fork-sheet.tsx';
import { MomentField, useForkMoment } from './moment-field.tsx';

export function PolicyForm({ onClose }: ForkFormProps) {
  const moment = useForkMoment();
  const { reply, problem } = useAnswer('policy.list', {}, undefined);
  const servers = (moment.topology?.hosts ?? []).filter(({ mta }) => mta !== undefined);
  const [hostName, setHost] = useState<string>();
  const [policyName, setPolicy] = useState('greylisting');
  const [set, setSet] = useState<Readonly<Record<string, unknown>>>({});
  const usual = servers.find(({ mta }) => (mta?.relayDomains.length ?? 0) > 0) ?? servers[0];
  const host = servers.find(({ name }) => name === hostName) ?? usual;
  const policies = reply?.policies ?? [];
  const policy = policies.find(({ name }) => name === policyName) ?? policies[0];
  if (problem !== undefined || !host || !policy) return <p className="soft">{problem ?? t('fork.asking')}</p>;
  const value = { ...host.policies[policy.name], ...set };
  return (
    <BesideForm onClose={onClose} draft={draftOf(host, policy, set, value, moment)}>
      <div className="fork__two">
        <div className="field">
          <label htmlFor="fork-host">{t('fork.host')}</label>
          <select id="fork-host" value={host.name} onChange={({ target }) => (setHost(target.value), setSet({}))}>
            {servers.map(({ name }) => (
              <option key={name} value={name}>
                {hostView(moment.topology, name).short}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="fork-policy">{t('fork.policy')}</label>
          <select id="fork-policy" value={policy.name} onChange={({ target }) => (setPolicy(target.value), setSet({}))}>
            {policies.map(({ name }) => (
              <option key={name} value={name}>
                {showPolicy(name).title}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset className="fork__settings">
        <legend className="sr">{showPolicy(policy.name).title}</legend>
        {policy.settings.map((setting) => (
          <PolicyField
            key={`${host.name} ${policy.name} ${setting.key}`}
            label={showSetting(policy.name, setting.key)}
            setting={setting}
            value={set[setting.key] ?? valueOf(host, policy.name, setting)}
            onSet={(after) => setSet({ ...set, [setting.key]: after })}
          />
        ))}
      </fieldset>
      <MomentField {...moment} />
    </BesideForm>
  );
}

function draftOf(
  host: Host,
  policy: PolicyOffer,
  set: Readonly<Record<string, unknown>>,
  value: Record<string, unknown>,
  { after, said }: { after: number; said: string },
): Draft | undefined {
  const changed = policy.settings.filter(
    (setting) => setting.key in set && set[setting.key] !== valueOf(host, policy.name, setting),
  );
  if (changed.length === 0) return undefined;
  const settings = showList(
    changed.map(({ key }) => t('fork.setTo', { setting: showSetting(policy.name, key), value: showValue(set[key]) })),
  );
  return {
    change: { kind: 'set', after, host: host.name, path: `/policies/${policy.name}`, value },
    said: t('fork.said.policy', { host: hostView(undefined, host.name).short, settings, from: said }),
  };
}

function showValue(value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'host.on' : 'host.off');
  return showChoice(String(value));
}
