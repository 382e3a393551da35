// How it was before spam: a university's server passes on mail from anybody to anybody. It shows: a stranger who sends in
// somebody's name through a server that has nothing to do with either, and which host the victim sees.

import type { TopologyInput } from '../../contract/topology.ts';
import { a, desk, harborMail, mx, nameServer, server, smtp, zone } from './parts.ts';

export const openRelay1995: TopologyInput = {
  name: 'open-relay-1995',
  title: 'An open relay, 1995',
  startsAt: '1995-03-06T09:00:00Z',
  organisations: [
    { id: 'campus', title: 'campus.example' },
    { id: 'internet', title: 'the Internet' },
    { id: 'harbor', title: 'harbor.example' },
  ],
  hosts: [
    server(
      'vax.campus.example',
      { label: 'Va', address: '192.0.2.26', organisation: 'campus', colour: 'relay', pattern: 'stripes' },
      smtp,
      { smtp: { openRelay: true }, localDomains: ['campus.example'] },
    ),
    nameServer('internet', {
      'campus.example': zone(mx(10, 'vax'), a('vax', '192.0.2.26')),
      'dialup.example': zone(a('bot-17', '203.0.113.66')),
      'harbor.example': zone(mx(10, 'mail'), a('mail', '203.0.113.5')),
    }),
    desk('bot-17.dialup.example', {
      label: '17',
      address: '203.0.113.66',
      organisation: 'internet',
      colour: 'bot',
      pattern: 'cross',
    }),
    harborMail,
  ],
  users: [
    { address: 'alice@campus.example', password: 'wonderland', host: 'vax.campus.example' },
    { address: 'bob@harbor.example', password: 'builder', host: 'mail.harbor.example' },
  ],
  doors: [{ as: 'bot-17.dialup.example', host: 'vax.campus.example', port: 25, local: 2525 }],
  dnsDoor: 2053,
};
