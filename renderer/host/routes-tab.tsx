// Where a mail server sends what it accepts: its own domains, those it relays for, the rest; and who may send through
// it; and the tables that say so, to be changed. Counterpart: engine/mta/route.ts decides by the same settings. Rule: told as
// a person would ask: "mail for ...".

import type { ReactNode } from 'react';

import type { Host, Mta } from '../../contract/topology.ts';
import { t } from '../text/t.ts';
import { showDuration } from '../text/times.ts';
import { ROUTE_TABLES } from '../tables/table-kinds.ts';
import { TableList } from '../tables/table-list.tsx';
import '../tables/tables.css';
import { EditStatus } from './edit-status.tsx';
import { Part, Table } from './facts.tsx';
import { useEditing } from './use-editing.ts';
import { useStillness } from './use-stillness.ts';

export function RoutesTab({ host }: { host: Host }) {
  const still = useStillness();
  const editing = useEditing(host.name, 'routes');
  const { mta } = host;
  if (!mta) return null;
  return (
    <>
      {still !== undefined && <p className="host__still">{still}</p>}
      <Part title={t('host.routes.title')}>
        <Table head={[t('host.mailFor'), t('host.goes')]} rows={destinations(mta)} none="" />
      </Part>
      <Part title={t('host.mayRelay')}>
        <p className="host-part__words">{whoMayRelay(mta)}</p>
      </Part>
      <Part title={t('host.patience')}>
        <p className="host-part__words">
          {t('host.retries', {
            first: showDuration(mta.queue.minimalBackoff_s * 1000),
            most: showDuration(mta.queue.maximalBackoff_s * 1000),
            lifetime: showDuration(mta.queue.lifetime_s * 1000),
          })}{' '}
          {t('host.sizeLimit', { octets: mta.messageSizeLimit })}
        </p>
      </Part>
      <TableList host={host} ids={ROUTE_TABLES} editing={editing} isStill={still !== undefined} />
      <EditStatus editing={editing} />
    </>
  );
}

function whoMayRelay({ smtp, trustedNetworks }: Mta): string {
  if (smtp.openRelay) return t('host.openRelay');
  const words =
    trustedNetworks.length === 0 ? t('host.trustsNobody') : t('host.trusts', { networks: trustedNetworks.join(', ') });
  return smtp.popBeforeSmtp_s === 0
    ? words
    : `${words} ${t('host.popBeforeSmtp', { duration: showDuration(smtp.popBeforeSmtp_s * 1000) })}`;
}

function destinations(mta: Mta): { key: string; cells: ReactNode[] }[] {
  const { localDomains, relayDomains, routes } = mta;
  const named = Object.keys(routes).filter((domain) => domain !== '*');
  const others = [...new Set([...relayDomains, ...named])].filter((domain) => !localDomains.includes(domain));
  const row = (domain: string, goes: string) => ({ key: domain, cells: [<code key="domain">{domain}</code>, goes] });
  return [
    ...localDomains.map((domain) => row(domain, t('host.staysHere'))),
    ...others.map((domain) => row(domain, nextHop(mta, domain))),
    { key: '*', cells: [t('host.anyOther'), nextHop(mta, '*')] },
  ];
}

function nextHop({ routes }: Mta, domain: string): string {
  const route = routes[domain] ?? routes['*'];
  if (!route) return t('host.byMx');
  if (route.lmtp) return t('host.byLmtp', { host: route.to, port: String(route.port) });
  if (route.mx) return t('host.byMxOf', { host: route.to });
  return t('host.toHost', { host: route.to, port: String(route.port) });
}
