// One line about the host that is pointed at or has the focus: what it is called, where it is, what it listens on.
// Counterpart: host/, which tells all. Rule: the line is always there, so that nothing moves when it speaks.

import type { Listener, Topology } from '../../contract/topology.ts';
import { hostView } from '../store/hosts.ts';
import { showRole } from '../text/role.ts';
import { t } from '../text/t.ts';

export function MapFacts({ topology, name }: { topology: Topology; name: string | undefined }) {
  const host = topology.hosts.find((one) => one.name === name);
  if (!host) return <p className="map__facts map__facts--help">{t('map.help')}</p>;
  const ports = host.listeners.map(showListener);
  const all = host.kind === 'dns' ? [...ports, '53 DNS'] : ports;
  return (
    <p className="map__facts">
      <b>{host.name}</b> <span className="mono">{host.address}</span> {showRole(hostView(topology, host.name))}
      {all.length > 0 && ` \u00b7 ${t('map.listens', { ports: all.join(', ') })}`}
    </p>
  );
}

/** `25 SMTP` */
function showListener({ port, protocol }: Listener): string {
  return `${port} ${protocol === 'submission' ? 'SMTP' : protocol.toUpperCase()}`;
}
