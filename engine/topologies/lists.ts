// A mailing list with an owner, and a member who has gone. It shows: one letter that becomes many, who answers for
// them, and where their bounces go.

import type { TopologyInput } from '../../contract/topology.ts';
import { a, campusMail, harborMail, laptop, mx, nameServer, server, smtp, zone } from './parts.ts';

export const lists: TopologyInput = {
  name: 'lists',
  title: 'A mailing list',
  startsAt: '2026-01-05T09:00:00Z',
  organisations: [
    { id: 'campus', title: 'campus.example' },
    { id: 'club', title: 'club.example' },
    { id: 'harbor', title: 'harbor.example' },
  ],
  hosts: [
    laptop,
    campusMail(),
    nameServer('club', {
      'campus.example': zone(mx(10, 'relay'), a('laptop', '192.0.2.10'), a('relay', '192.0.2.26')),
      'club.example': zone(mx(10, 'lists'), a('lists', '198.51.100.40')),
      'harbor.example': zone(mx(10, 'mail'), a('mail', '203.0.113.5')),
    }),
    server(
      'lists.club.example',
      { label: 'Li', address: '198.51.100.40', organisation: 'club', colour: 'lists', pattern: 'wave' },
      smtp,
      {
        localDomains: ['club.example'],
        aliases: { 'postmaster@club.example': ['carol@harbor.example'] },
        lists: {
          'boats@club.example': {
            title: 'Boats',
            members: ['alice@campus.example', 'bob@harbor.example', 'gone@harbor.example'],
            owner: 'carol@harbor.example',
          },
        },
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
    { address: 'carol@harbor.example', password: 'christmas', host: 'mail.harbor.example' },
  ],
  doors: [{ as: 'laptop.campus.example', host: 'relay.campus.example', port: 587, local: 2587 }],
  dnsDoor: 2053,
};
