// A small office that sends everything through its provider. It shows: `*` in the transport map, a next hop that
// trusts by address, and a letter that never asks for the MX of where it goes until it is at the provider.

import type { TopologyInput } from '../../contract/topology.ts';
import { a, campusMail, harborMail, laptop, mx, nameServer, server, smtp, zone } from './parts.ts';

export const smarthost: TopologyInput = {
  name: 'smarthost',
  title: 'A provider as smarthost',
  startsAt: '2026-01-05T09:00:00Z',
  organisations: [
    { id: 'campus', title: 'campus.example' },
    { id: 'provider', title: 'the provider' },
    { id: 'harbor', title: 'harbor.example' },
  ],
  hosts: [
    laptop,
    campusMail({ '*': '[smtp.provider.example]' }),
    nameServer('provider', {
      'campus.example': zone(mx(10, 'relay'), a('laptop', '192.0.2.10'), a('relay', '192.0.2.26')),
      'provider.example': zone(a('smtp', '198.51.100.25')),
      'harbor.example': zone(mx(10, 'mail'), a('mail', '203.0.113.5')),
    }),
    server(
      'smtp.provider.example',
      { label: 'Pr', address: '198.51.100.25', organisation: 'provider', colour: 'lists', pattern: 'wave' },
      smtp,
      { trustedNetworks: ['192.0.2.0/24'] },
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
