// What a host offers: its ports, who has a mailbox there, which doors lead to it.
// Counterpart: contract/topology.ts. Rule: a word of the protocols is explained where it stands.

import { useBench } from '../app/use-bench.ts';
import type { Host, Topology } from '../../contract/topology.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';
import { DisturbHost } from '../faults/disturb-host.tsx';
import { Part, Table } from './facts.tsx';
import { LineEnds } from './line-ends.tsx';

interface Props {
  host: Host;
  topology: Topology;
}

export function ServicesTab({ host, topology }: Props) {
  const users = topology.users.filter((user) => user.host === host.name || user.submitsAt === host.name);
  return (
    <>
      <Ports host={host} />
      {host.mta && (
        <Part title={t('host.users')}>
          <Table
            head={[t('host.address'), t('host.what')]}
            rows={users.map((user) => ({
              key: user.address,
              cells: [
                <code key="address">{user.address}</code>,
                [
                  ...(user.host === host.name ? [t('host.mailbox')] : []),
                  ...(user.submitsAt === host.name ? [t('host.submits')] : []),
                ].join(', '),
              ],
            }))}
            none={t('host.noUsers')}
          />
        </Part>
      )}
      {host.mta && <LineEnds host={host} />}
      <Doors name={host.name} />
      <DisturbHost name={host.name} />
    </>
  );
}

function Ports({ host }: { host: Host }) {
  const dns = host.kind === 'dns' ? [{ port: 53, name: 'DNS', tls: t('host.tls.none') }] : [];
  const ports = host.listeners.map(({ port, protocol, tls }) => ({
    port,
    name: protocol === 'submission' ? t('host.submission') : protocol.toUpperCase(),
    tls: t(`host.tls.${tls}`),
  }));
  return (
    <Part title={t('host.ports')}>
      <Table
        head={[t('host.port'), t('host.protocol'), t('host.tls')]}
        rows={[...ports, ...dns].map(({ port, name, tls }) => ({
          key: String(port),
          cells: [<code key="port">{port}</code>, name, tls],
        }))}
        none={t('host.noPorts')}
      />
    </Part>
  );
}

function Doors({ name }: { name: string }) {
  const all = useBench((state) => state.live.lab.doors);
  const doors = all.filter((door) => door.host === name);
  if (doors.length === 0) return null;
  return (
    <Part title={t('host.doors')}>
      <Table
        head={[t('host.yourPort'), t('host.leadsTo'), t('host.youAre')]}
        rows={doors.map(({ local, port, as, service }) => ({
          key: String(local),
          cells: [
            <code key="local">127.0.0.1:{local}</code>,
            <code key="port">:{port}</code>,
            service === 'dns' ? t('doors.anybody') : shortName(as),
          ],
        }))}
        none=""
      />
    </Part>
  );
}
