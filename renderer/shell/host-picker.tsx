// Which host a person sits at: all of the lab's, those with people first. Counterpart: shell-drawer.tsx. Rule: the mark
// stands beside the name, as everywhere.

import type { Topology } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { t, type TextKey } from '../text/t.ts';

interface Props {
  topology: Topology;
  value: string;
  /** Hosts where a dialog was left open. */
  left: readonly string[];
  onPick: (host: string) => void;
}

export function HostPicker({ topology, value, left, onPick }: Props) {
  const hosts = topology.hosts.map((host) => hostView(topology, host.name));
  const isOutside = (role: string) => Number(role === 'outside') * 2 + Number(role === 'desk');
  const ordered = hosts.toSorted((one, other) => isOutside(other.role) - isOutside(one.role));
  return (
    <label className="shell__picker">
      <span className="sr">{t('shell.host')}</span>
      <select value={value} onChange={(event) => onPick(event.target.value)}>
        {ordered.map((host) => {
          const role = t(
            `role.${host.role}` satisfies TextKey,
            host.person === undefined ? {} : { person: host.person },
          );
          return (
            <option key={host.name} value={host.name}>
              {t(left.includes(host.name) ? 'shell.optionLeft' : 'shell.option', {
                host: `${host.label} ${host.short}`,
                role,
              })}
            </option>
          );
        })}
      </select>
    </label>
  );
}
