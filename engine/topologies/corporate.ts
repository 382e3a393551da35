// A firm with one door to the world, a hub behind it, and a server for each department. It shows: a transport map by
// address, and a letter to two people of one domain that is split at the hub.

import type { TopologyInput } from '../../contract/topology.ts';
import { a, campusMail, laptop, mailboxPorts, mx, nameServer, server, smtp, zone } from './parts.ts';

export const corporate: TopologyInput = {
  name: 'corporate',
  title: 'A firm with departments',
  startsAt: '2026-01-05T09:00:00Z',
  organisations: [
    { id: 'campus', title: 'campus.example' },
    { id: 'internet', title: 'the Internet' },
    { id: 'corp', title: 'corp.example' },
  ],
  hosts: [
    laptop,
    campusMail(),
    nameServer('internet', {
      'campus.example': zone(mx(10, 'relay'), a('laptop', '192.0.2.10'), a('relay', '192.0.2.26')),
      'corp.example': zone(
        mx(10, 'mx'),
        a('mx', '203.0.113.30'),
        a('hub', '10.30.0.10'),
        a('sales', '10.30.0.11'),
        a('works', '10.30.0.12'),
      ),
    }),
    server(
      'mx.corp.example',
      { label: 'Mx', address: '203.0.113.30', organisation: 'corp', colour: 'mx', pattern: 'solid' },
      smtp,
      {
        relayDomains: ['corp.example'],
        relayRecipients: ['ann@corp.example', 'wim@corp.example'],
        routes: { 'corp.example': '[hub.corp.example]' },
      },
    ),
    server(
      'hub.corp.example',
      { label: 'Hu', address: '10.30.0.10', organisation: 'corp', colour: 'submit', pattern: 'grid' },
      smtp,
      {
        relayDomains: ['corp.example'],
        routes: { 'ann@corp.example': '[sales.corp.example]', 'wim@corp.example': '[works.corp.example]' },
      },
    ),
    server(
      'sales.corp.example',
      { label: 'Sa', address: '10.30.0.11', organisation: 'corp', colour: 'mail', pattern: 'solid' },
      [...smtp, ...mailboxPorts],
      { localDomains: ['corp.example'] },
    ),
    server(
      'works.corp.example',
      { label: 'Wo', address: '10.30.0.12', organisation: 'corp', colour: 'lists', pattern: 'solid' },
      [...smtp, ...mailboxPorts],
      { localDomains: ['corp.example'] },
    ),
  ],
  users: [
    {
      address: 'alice@campus.example',
      password: 'wonderland',
      host: 'relay.campus.example',
      submitsAt: 'relay.campus.example',
    },
    { address: 'ann@corp.example', password: 'ledger', host: 'sales.corp.example' },
    { address: 'wim@corp.example', password: 'spanner', host: 'works.corp.example' },
  ],
  doors: [{ as: 'laptop.campus.example', host: 'relay.campus.example', port: 587, local: 2587 }],
  dnsDoor: 2053,
};
