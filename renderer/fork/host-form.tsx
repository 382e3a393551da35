// A host whose programs don't run. Counterpart: `stopped` of the topology, `service` in the shell. Rule: offered are hosts
// that serve something.

import { useState } from 'react';

import { programOf, type Topology } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { BesideForm } from './beside.tsx';
import type { ForkFormProps } from './fork-sheet.tsx';
import { MomentField, useForkMoment } from './moment-field.tsx';

export function HostForm({ onClose }: ForkFormProps) {
  const moment = useForkMoment();
  const { topology, after, said } = moment;
  const [name, setName] = useState<string>();
  const hosts = (topology?.hosts ?? []).filter(({ listeners }) => listeners.length > 0);
  const host = hosts.find((one) => one.name === name) ?? hosts.at(-1);
  if (!host) return <p className="soft">{t('fork.noHosts')}</p>;
  const { short } = hostView(topology, host.name);
  const value = programsOf(host);
  const draft = {
    change: { kind: 'set' as const, after, host: host.name, path: '/stopped', value },
    said: t('fork.said.host', { host: short, from: said }),
  };
  return (
    <BesideForm onClose={onClose} draft={host.stopped.length === value.length ? undefined : draft}>
      <div className="field">
        <label htmlFor="fork-off">{t('fork.off')}</label>
        <select id="fork-off" value={host.name} onChange={({ target }) => setName(target.value)}>
          {hosts.map((one) => (
            <option key={one.name} value={one.name}>
              {hostView(topology, one.name).short}
            </option>
          ))}
        </select>
      </div>
      <MomentField {...moment} />
    </BesideForm>
  );
}

function programsOf({ listeners, mta }: Topology['hosts'][number]): string[] {
  const programs = new Set(listeners.map(({ protocol }) => programOf(protocol)));
  if (mta) programs.add('postfix');
  return [...programs];
}
