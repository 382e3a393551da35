// The first lab: two organisations, a forwarder, a visitor and a spam bot.
// Counterpart: contract/topology.ts (the schema). Rule: addresses are documentation and private
// ranges (RFC 5737, RFC 1918), names end in .example (RFC 2606).

import type { TopologyInput } from '../../contract/topology.ts';
import { a, type HostInput, mailboxPorts, mx, NAME_SERVER, ptr, registry, zone } from './parts.ts';

const zones: HostInput['zones'] = {
  ...registry,
  'ns.example': zone(a('@', NAME_SERVER)),
  'campus.example': zone(
    mx(10, 'relay.campus.example.'),
    a('laptop', '192.0.2.10'),
    a('submit', '192.0.2.25'),
    a('relay', '192.0.2.26'),
  ),
  'harbor.example': zone(
    mx(10, 'mx1.harbor.example.'),
    mx(20, 'mx2.harbor.example.'),
    a('mx1', '203.0.113.25'),
    a('mx2', '203.0.113.26'),
    a('mail', '10.20.0.5'),
    a('desk', '10.20.0.31'),
  ),
  'forwarder.example': zone(mx(10, 'lists.forwarder.example.'), a('lists', '198.51.100.40')),
  'visitor.example': zone(a('@', '198.51.100.77')),
  'dialup.example': zone(a('bot-17', '203.0.113.66')),
  'provider.example': zone(a('home', '198.51.100.140')),
  // The blocklist: an entry for each address it lists, reversed (RFC 5782 section 2.1).
  'dnsbl.example': zone(
    a('66.113.0.203', '127.0.0.2'),
    { name: '66.113.0.203', type: 'TXT', text: 'a spam bot on a dial-up line' },
    a('2.0.0.127', '127.0.0.2'),
  ),
  '2.0.192.in-addr.arpa': zone(
    ptr('10', 'laptop.campus.example.'),
    ptr('25', 'submit.campus.example.'),
    ptr('26', 'relay.campus.example.'),
  ),
  '100.51.198.in-addr.arpa': zone(
    ptr('40', 'lists.forwarder.example.'),
    ptr('53', 'ns.example.'),
    ptr('77', 'visitor.example.'),
    ptr('140', 'home.provider.example.'),
  ),
  '113.0.203.in-addr.arpa': zone(
    ptr('25', 'mx1.harbor.example.'),
    ptr('26', 'mx2.harbor.example.'),
    ptr('66', 'bot-17.dialup.example.'),
  ),
  '0.20.10.in-addr.arpa': zone(ptr('5', 'mail.harbor.example.'), ptr('31', 'desk.harbor.example.')),
};

const mxSettings: NonNullable<HostInput['mta']> = {
  relayDomains: ['harbor.example'],
  relayRecipients: ['bob@harbor.example', 'carol@harbor.example', 'postmaster@harbor.example'],
  routes: { 'harbor.example': { to: 'mail.harbor.example' } },
};

const end = (
  name: string,
  label: string,
  address: string,
  organisation: string,
  colour: string,
  pattern: HostInput['pattern'],
): HostInput => ({ name, label, address, organisation, colour, pattern, kind: 'end', resolver: NAME_SERVER });

export const twoDomains: TopologyInput = {
  name: 'two-domains',
  title: 'Two domains',
  startsAt: '2026-01-05T09:00:00Z',
  organisations: [
    { id: 'campus', title: 'campus.example' },
    { id: 'internet', title: 'the Internet' },
    { id: 'harbor', title: 'harbor.example' },
  ],
  hosts: [
    end('laptop.campus.example', 'La', '192.0.2.10', 'campus', 'laptop', 'ring'),
    // Alice at home, behind a provider: hers, but not in the network of the campus.
    end('home.provider.example', 'Ho', '198.51.100.140', 'campus', 'laptop', 'half'),
    {
      name: 'submit.campus.example',
      label: 'Su',
      address: '192.0.2.25',
      organisation: 'campus',
      colour: 'submit',
      pattern: 'solid',
      kind: 'mail',
      resolver: NAME_SERVER,
      listeners: [
        { port: 587, protocol: 'submission', tls: 'starttls' },
        { port: 465, protocol: 'submission', tls: 'implicit' },
      ],
      mta: { routes: { '*': { to: 'relay.campus.example' } } },
    },
    {
      name: 'relay.campus.example',
      label: 'Re',
      address: '192.0.2.26',
      organisation: 'campus',
      colour: 'relay',
      pattern: 'stripes',
      kind: 'mail',
      resolver: NAME_SERVER,
      listeners: [{ port: 25, protocol: 'smtp' }, ...mailboxPorts],
      mta: {
        trustedNetworks: ['192.0.2.0/24'],
        localDomains: ['campus.example'],
        aliases: { 'postmaster@campus.example': ['alice@campus.example'] },
      },
    },
    {
      name: 'ns.example',
      label: 'Ns',
      address: NAME_SERVER,
      organisation: 'internet',
      colour: 'ns',
      pattern: 'grid',
      kind: 'dns',
      zones,
    },
    {
      name: 'lists.forwarder.example',
      label: 'Li',
      address: '198.51.100.40',
      organisation: 'internet',
      colour: 'lists',
      pattern: 'wave',
      kind: 'mail',
      resolver: NAME_SERVER,
      listeners: [{ port: 25, protocol: 'smtp' }],
      mta: {
        localDomains: ['forwarder.example'],
        aliases: {
          'dave@forwarder.example': ['bob@harbor.example'],
          'postmaster@forwarder.example': ['bob@harbor.example'],
        },
        lists: {
          'crew@forwarder.example': {
            title: 'Crew',
            members: ['bob@harbor.example', 'carol@harbor.example'],
            owner: 'dave@forwarder.example',
            footer: 'To leave, write to the owner.',
          },
        },
      },
    },
    end('visitor.example', 'Vi', '198.51.100.77', 'internet', 'visitor', 'dots'),
    end('bot-17.dialup.example', '17', '203.0.113.66', 'internet', 'bot', 'cross'),
    {
      name: 'mx1.harbor.example',
      label: 'M1',
      address: '203.0.113.25',
      organisation: 'harbor',
      colour: 'mx',
      pattern: 'solid',
      kind: 'mail',
      resolver: NAME_SERVER,
      listeners: [{ port: 25, protocol: 'smtp' }],
      mta: mxSettings,
      policies: { greylisting: { enabled: false } },
    },
    {
      name: 'mx2.harbor.example',
      label: 'M2',
      address: '203.0.113.26',
      organisation: 'harbor',
      colour: 'mx',
      pattern: 'half',
      kind: 'mail',
      resolver: NAME_SERVER,
      listeners: [{ port: 25, protocol: 'smtp' }],
      mta: mxSettings,
      policies: { greylisting: { enabled: false } },
    },
    {
      name: 'mail.harbor.example',
      label: 'Ma',
      address: '10.20.0.5',
      organisation: 'harbor',
      colour: 'mail',
      pattern: 'solid',
      kind: 'mail',
      resolver: NAME_SERVER,
      // A small organisation: the server that keeps the mailboxes also takes what their owners send.
      listeners: [
        { port: 25, protocol: 'smtp' },
        { port: 587, protocol: 'submission', tls: 'starttls' },
        ...mailboxPorts,
      ],
      mta: {
        localDomains: ['harbor.example'],
        aliases: { 'postmaster@harbor.example': ['bob@harbor.example'] },
      },
    },
    end('desk.harbor.example', 'Bo', '10.20.0.31', 'harbor', 'mail', 'ring'),
  ],
  users: [
    {
      address: 'alice@campus.example',
      password: 'wonderland',
      host: 'relay.campus.example',
      submitsAt: 'submit.campus.example',
    },
    {
      address: 'bob@harbor.example',
      password: 'builder',
      host: 'mail.harbor.example',
      submitsAt: 'mail.harbor.example',
    },
    {
      address: 'carol@harbor.example',
      password: 'christmas',
      host: 'mail.harbor.example',
      submitsAt: 'mail.harbor.example',
    },
  ],
  doors: [
    { as: 'visitor.example', host: 'mx1.harbor.example', port: 25, local: 2525 },
    { as: 'laptop.campus.example', host: 'submit.campus.example', port: 587, local: 2587 },
    { as: 'laptop.campus.example', host: 'submit.campus.example', port: 465, local: 2465 },
    { as: 'desk.harbor.example', host: 'mail.harbor.example', port: 143, local: 2143 },
    { as: 'desk.harbor.example', host: 'mail.harbor.example', port: 993, local: 2993 },
    { as: 'desk.harbor.example', host: 'mail.harbor.example', port: 110, local: 2110 },
    { as: 'desk.harbor.example', host: 'mail.harbor.example', port: 995, local: 2995 },
  ],
  // A provider that lets nobody send mail from home but through a server with a password.
  firewalls: [{ title: 'provider.example', network: '198.51.100.128/26', blockedPorts: [25] }],
  dnsDoor: 2053,
};
