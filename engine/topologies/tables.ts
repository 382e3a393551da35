// A club whose one server has every table there is: canonical, virtual, aliases with a list in a file, a .forward, a
// catch-all, relocated, generic. It shows: where a letter to one address ends, and through which tables.

import type { TopologyInput } from '../../contract/topology.ts';
import {
  a,
  campusMail,
  desk,
  harborMail,
  laptop,
  mailboxPorts,
  mx,
  nameServer,
  server,
  smtp,
  submission,
  zone,
} from './parts.ts';

const club = server(
  'mail.club.example',
  { label: 'Cl', address: '198.51.100.40', organisation: 'club', colour: 'lists', pattern: 'wave' },
  [...smtp, ...submission, ...mailboxPorts],
  {
    localDomains: ['club.example', 'regatta.example'],
    forwardFiles: true,
    tables: {
      // One name for a person, however it is written.
      canonical: { 'robert.shaw@club.example': 'rob@club.example', 'rshaw@club.example': 'rob@club.example' },
      // Addresses that are nobody's, and a whole domain that stands for another.
      virtual: {
        'info@club.example': ['cleo@club.example'],
        '@regatta.example': ['crew@club.example'],
      },
      relocated: { 'eve@club.example': 'eve@harbor.example' },
      // Within the club he is rob; what leaves has his full name.
      generic: { 'rob@club.example': 'robert.shaw@club.example' },
    },
    aliases: {
      'crew@club.example': [':include:/home/cleo/crew'],
      'postmaster@club.example': ['cleo@club.example'],
      'postmaster@regatta.example': ['postmaster@club.example'],
      'archive@club.example': ['/home/cleo/archive'],
    },
    catchAll: { 'club.example': 'postmaster@club.example' },
  },
);

export const tables: TopologyInput = {
  name: 'tables',
  title: 'One address, six tables',
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
      'club.example': zone(mx(10, 'mail'), a('mail', '198.51.100.40'), a('boathouse', '198.51.100.41')),
      'regatta.example': zone(mx(10, 'mail.club.example.')),
      'harbor.example': zone(mx(10, 'mail'), a('mail', '203.0.113.5')),
    }),
    {
      ...club,
      home: {
        '/home/cleo/crew': '# Who rows on Sundays\nrob@club.example\ndora@club.example\nbob@harbor.example\n',
        // She reads her mail at Harbor, and keeps a copy here.
        '/home/dora@club.example/.forward': '\\dora@club.example, carol@harbor.example\n',
      },
    },
    desk('boathouse.club.example', {
      ...{ label: 'Bh', address: '198.51.100.41', organisation: 'club', colour: 'lists', pattern: 'ring' },
    }),
    harborMail,
  ],
  users: [
    {
      address: 'alice@campus.example',
      password: 'wonderland',
      host: 'relay.campus.example',
      submitsAt: 'relay.campus.example',
    },
    ...[
      ['rob@club.example', 'oars'],
      ['cleo@club.example', 'cox'],
      ['dora@club.example', 'stroke'],
    ].map(([address = '', password = '']) => ({
      ...{ address, password, host: 'mail.club.example', submitsAt: 'mail.club.example' },
    })),
    { address: 'bob@harbor.example', password: 'builder', host: 'mail.harbor.example' },
    { address: 'carol@harbor.example', password: 'christmas', host: 'mail.harbor.example' },
  ],
  doors: [{ as: 'laptop.campus.example', host: 'relay.campus.example', port: 587, local: 2587 }],
  dnsDoor: 2053,
};
