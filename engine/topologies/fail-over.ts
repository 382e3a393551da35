// Two servers that send, two that receive, and one of those is down. It shows: equal preference that shares the load,
// and the next exchanger that is tried when the first doesn't answer.

import type { TopologyInput } from '../../contract/topology.ts';
import { a, campusMail, harborMail, laptop, mx, nameServer, server, smtp, zone } from './parts.ts';

export const failOver: TopologyInput = {
  name: 'fail-over',
  title: 'Two of everything, one down',
  startsAt: '2026-01-05T09:00:00Z',
  organisations: [
    { id: 'campus', title: 'campus.example' },
    { id: 'internet', title: 'the Internet' },
    { id: 'harbor', title: 'harbor.example' },
  ],
  hosts: [
    laptop,
    campusMail({ '*': 'out.campus.example' }),
    server(
      'out1.campus.example',
      { label: 'O1', address: '192.0.2.31', organisation: 'campus', colour: 'submit', pattern: 'solid' },
      smtp,
      { trustedNetworks: ['192.0.2.0/24'] },
    ),
    server(
      'out2.campus.example',
      { label: 'O2', address: '192.0.2.32', organisation: 'campus', colour: 'submit', pattern: 'half' },
      smtp,
      { trustedNetworks: ['192.0.2.0/24'] },
    ),
    nameServer('internet', {
      'campus.example': zone(
        mx(10, 'relay'),
        mx(10, 'out1', 'out'),
        mx(10, 'out2', 'out'),
        a('laptop', '192.0.2.10'),
        a('relay', '192.0.2.26'),
        a('out1', '192.0.2.31'),
        a('out2', '192.0.2.32'),
      ),
      'harbor.example': zone(
        mx(10, 'mx1'),
        mx(20, 'mx2'),
        a('mx1', '203.0.113.25'),
        a('mx2', '203.0.113.26'),
        a('mail', '203.0.113.5'),
      ),
    }),
    server(
      'mx1.harbor.example',
      { label: 'M1', address: '203.0.113.25', organisation: 'harbor', colour: 'mx', pattern: 'solid' },
      // It is down: nothing listens.
      [],
      {
        relayDomains: ['harbor.example'],
        relayRecipients: ['bob@harbor.example', 'postmaster@harbor.example'],
        routes: { 'harbor.example': '[mail.harbor.example]' },
      },
    ),
    server(
      'mx2.harbor.example',
      { label: 'M2', address: '203.0.113.26', organisation: 'harbor', colour: 'mx', pattern: 'half' },
      smtp,
      {
        relayDomains: ['harbor.example'],
        relayRecipients: ['bob@harbor.example', 'postmaster@harbor.example'],
        routes: { 'harbor.example': '[mail.harbor.example]' },
      },
    ),
    harborMail,
  ],
  users: [
    {
      address: 'alice@campus.example',
      password: 'wonderland',
      host: 'relay.campus.example',
      submitsAt: 'relay.campus.example',
    },
    { address: 'bob@harbor.example', password: 'builder', host: 'mail.harbor.example' },
  ],
  doors: [{ as: 'laptop.campus.example', host: 'relay.campus.example', port: 587, local: 2587 }],
  dnsDoor: 2053,
};
