// A firm that grows: a desk without a mail server, a bench with one, a hub, a server for each department, two doors to the
// world, a provider that carries what leaves. It shows: what each of them is there for, as each is taken into use.
// Counterpart: the lesson on the mail house, which sets it up step by step. Rule: all that the firm could forget is there
// and set; a step of the lesson takes away what it wants to be found.

import type { TopologyInput } from '../../contract/topology.ts';
import {
  a,
  campusMail,
  desk,
  type HostInput,
  laptop,
  mailboxPorts,
  mx,
  nameServer,
  ptr,
  server,
  smtp,
  submission,
  zone,
} from './parts.ts';

const INSIDE = '10.30.0.0/24';

/** Takes the firm's mail from the world, and hands it in. */
const door = (name: string, label: string, address: string, pattern: HostInput['pattern']): HostInput =>
  server(name, { label, address, organisation: 'corp', colour: 'mx', pattern }, smtp, {
    trustedNetworks: [INSIDE],
    relayDomains: ['corp.example'],
    routes: { 'corp.example': '[hub.corp.example]' },
  });

/** Keeps the mailboxes of some. */
const department = (name: string, label: string, address: string, colour: string): HostInput =>
  server(name, { label, address, organisation: 'corp', colour, pattern: 'solid' }, [...smtp, ...mailboxPorts], {
    localDomains: ['corp.example', 'tools.example', 'garden.example'],
  });

export const house: TopologyInput = {
  name: 'house',
  title: 'A mail house',
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
      'provider.example': zone(a('smtp', '198.51.100.25')),
      'corp.example': {
        ...zone(
          mx(10, 'mx1'),
          mx(20, 'mx2'),
          a('mx1', '203.0.113.31'),
          a('mx2', '203.0.113.32'),
          a('hub', '10.30.0.10'),
          a('sales', '10.30.0.11'),
          a('works', '10.30.0.12'),
        ),
        ttl: 60,
      },
      'tools.example': { ...zone(), ttl: 60 },
      'garden.example': { ...zone(), ttl: 60 },
      '2.0.192.in-addr.arpa': zone(ptr('10', 'laptop.campus.example.'), ptr('26', 'relay.campus.example.')),
      '100.51.198.in-addr.arpa': zone(ptr('25', 'smtp.provider.example.'), ptr('53', 'ns.example.')),
      '113.0.203.in-addr.arpa': zone(ptr('31', 'mx1.corp.example.'), ptr('32', 'mx2.corp.example.')),
      // The firm's own network has no names for the world.
      '0.30.10.in-addr.arpa': zone(),
    }),
    server(
      'smtp.provider.example',
      { label: 'Pr', address: '198.51.100.25', organisation: 'internet', colour: 'lists', pattern: 'wave' },
      smtp,
      { trustedNetworks: [INSIDE] },
    ),
    door('mx1.corp.example', 'M1', '203.0.113.31', 'solid'),
    door('mx2.corp.example', 'M2', '203.0.113.32', 'half'),
    server(
      'hub.corp.example',
      { label: 'Hu', address: '10.30.0.10', organisation: 'corp', colour: 'submit', pattern: 'grid' },
      [...smtp, ...submission],
      {
        trustedNetworks: [INSIDE],
        relayDomains: ['corp.example'],
        routes: {
          '*': '[smtp.provider.example]',
          'ann@corp.example': '[sales.corp.example]',
          'wim@corp.example': '[works.corp.example]',
        },
      },
    ),
    department('sales.corp.example', 'Sa', '10.30.0.11', 'mail'),
    department('works.corp.example', 'Wo', '10.30.0.12', 'lists'),
    desk('desk.corp.example', {
      label: 'De',
      address: '10.30.0.31',
      organisation: 'corp',
      colour: 'laptop',
      pattern: 'half',
    }),
    // A workstation of the old school: it has a mail server of its own, for what its people send.
    server(
      'bench.corp.example',
      { label: 'Be', address: '10.30.0.32', organisation: 'corp', colour: 'relay', pattern: 'dots' },
      [],
      { routes: { '*': '[hub.corp.example]' } },
    ),
  ],
  users: [
    {
      address: 'alice@campus.example',
      password: 'wonderland',
      host: 'relay.campus.example',
      submitsAt: 'relay.campus.example',
    },
    { address: 'ann@corp.example', password: 'ledger', host: 'sales.corp.example', submitsAt: 'hub.corp.example' },
    { address: 'wim@corp.example', password: 'spanner', host: 'works.corp.example', submitsAt: 'hub.corp.example' },
    { address: 'shop@tools.example', password: 'hammer', host: 'works.corp.example' },
    { address: 'shop@garden.example', password: 'spade', host: 'sales.corp.example' },
  ],
  doors: [{ as: 'laptop.campus.example', host: 'relay.campus.example', port: 587, local: 2587 }],
  dnsDoor: 2053,
};
