// Everybody who writes to harbor.example: a university, a shop, a list, a workshop whose server was set up in a hurry, a
// large sender with four machines, and bots. It shows: what a defence stops, and whom it hurts. Counterpart: the actors,
// who are at home here, and the experiment. Rule: each bot has one weakness of its own, and each honest sender one too.

import type { TopologyInput } from '../../contract/topology.ts';
import { a, desk, type HostInput, mailboxPorts, mx, nameServer, ptr, server, smtp, submission, zone } from './parts.ts';

const txt = (name: string, text: string) => ({ name, type: 'TXT' as const, text });

/** Numbered senders of one kind. */
const machines = (
  numbers: readonly number[],
  name: (number: number) => string,
  address: (number: number) => string,
  look: Pick<HostInput, 'organisation' | 'colour' | 'pattern'>,
  label: (number: number) => string,
): HostInput[] =>
  numbers.map((number) => desk(name(number), { label: label(number), address: address(number), ...look }));

const big = [1, 2, 3, 4];
const early = [1, 2, 3];
const once = [4, 5, 6, 7];
const bigAddress = (number: number) => `192.0.2.${100 + number}`;
// Of the range for measurements (RFC 2544): a network of their own, so that they are no neighbours of the other bots.
const earlyAddress = (number: number) => `198.18.7.${60 + number}`;
const onceAddress = (number: number) => `203.0.113.${60 + number}`;
const botName = (number: number) => `bot-${number}.dialup.example`;

const people = ['bob', 'carol', 'dan', 'eve'].map((name) => `${name}@harbor.example`);
const DIAL_UP = 'a computer on a dial-up line that sends spam';

export const crowd: TopologyInput = {
  name: 'crowd',
  title: 'Everybody who writes to harbor',
  startsAt: '2026-01-05T09:00:00Z',
  organisations: [
    { id: 'senders', title: 'honest senders' },
    { id: 'internet', title: 'the Internet' },
    { id: 'bots', title: 'bots' },
    { id: 'harbor', title: 'harbor.example' },
  ],
  hosts: [
    desk('desk.uni.example', {
      label: 'An',
      address: '192.0.2.61',
      organisation: 'senders',
      colour: 'relay',
      pattern: 'ring',
    }),
    {
      ...server(
        'mail.uni.example',
        { label: 'Un', address: '192.0.2.60', organisation: 'senders', colour: 'relay', pattern: 'stripes' },
        [...smtp, ...submission, ...mailboxPorts],
        { trustedNetworks: ['192.0.2.60/32'], localDomains: ['uni.example'] },
      ),
      policies: { 'dkim-signing': { enabled: true, domains: 'uni.example', algorithm: 'ed25519-sha256' } },
    },
    {
      ...server(
        'news.shop.example',
        { label: 'Sh', address: '192.0.2.70', organisation: 'senders', colour: 'submit', pattern: 'dots' },
        smtp,
        { trustedNetworks: ['192.0.2.70/32'], relayDomains: ['shop.example'] },
      ),
      policies: { 'dkim-signing': { enabled: true, domains: 'shop.example', algorithm: 'ed25519-sha256' } },
    },
    desk('server.small.example', {
      label: 'Sm',
      address: '198.51.100.90',
      organisation: 'senders',
      colour: 'visitor',
      pattern: 'half',
    }),
    ...machines(
      big,
      (number) => `out${number}.big.example`,
      bigAddress,
      { organisation: 'senders', colour: 'laptop', pattern: 'grid' },
      (number) => `B${number}`,
    ),
    nameServer('internet', {
      'uni.example': zone(
        mx(10, 'mail'),
        a('mail', '192.0.2.60'),
        a('desk', '192.0.2.61'),
        txt('@', 'v=spf1 ip4:192.0.2.60 -all'),
        txt('_dmarc', 'v=DMARC1; p=reject'),
      ),
      'shop.example': zone(
        mx(10, 'news'),
        a('news', '192.0.2.70'),
        txt('@', 'v=spf1 ip4:192.0.2.70 -all'),
        txt('_dmarc', 'v=DMARC1; p=quarantine'),
      ),
      // The server moved, and nobody told the DNS.
      'small.example': zone(mx(10, 'server'), a('server', '198.51.100.90'), txt('@', 'v=spf1 ip4:198.51.100.89 -all')),
      'big.example': zone(
        mx(10, 'out1'),
        ...big.map((number) => a(`out${number}`, bigAddress(number))),
        txt('@', 'v=spf1 ip4:192.0.2.96/28 -all'),
      ),
      'forwarder.example': zone(
        mx(10, 'lists'),
        a('lists', '198.51.100.40'),
        txt('@', 'v=spf1 a:lists.forwarder.example -all'),
      ),
      'bank.example': zone(
        mx(10, 'mail'),
        a('mail', '192.0.2.200'),
        txt('@', 'v=spf1 -all'),
        txt('_dmarc', 'v=DMARC1; p=reject'),
      ),
      'mailer.example': zone(mx(10, 'mx'), a('mx', '198.51.100.99'), txt('@', 'v=spf1 a:mx.mailer.example -all')),
      'offers.example': zone(mx(10, 'bot-1.dialup.example.'), txt('@', 'v=spf1 +all')),
      'lottery.example': zone(mx(10, 'bot-4.dialup.example.')),
      'dialup.example': zone(
        ...early.map((number) => a(`bot-${number}`, earlyAddress(number))),
        ...once.map((number) => a(`bot-${number}`, onceAddress(number))),
      ),
      'harbor.example': zone(mx(10, 'mx1'), a('mx1', '203.0.113.25'), a('mail', '10.20.0.5'), a('desk', '10.20.0.31')),
      // It knows most of the bots, and one machine of the large sender, who had a bad customer once.
      'dnsbl.example': zone(
        a('61.7.18.198', '127.0.0.2'),
        txt('61.7.18.198', DIAL_UP),
        ...[4, 5, 6].flatMap((number) => [
          a(`${60 + number}.113.0.203`, '127.0.0.2'),
          txt(`${60 + number}.113.0.203`, DIAL_UP),
        ]),
        a('102.2.0.192', '127.0.0.2'),
        txt('102.2.0.192', 'it sent spam once'),
        a('2.0.0.127', '127.0.0.2'),
      ),
      '2.0.192.in-addr.arpa': zone(
        ptr('60', 'mail.uni.example.'),
        ptr('61', 'desk.uni.example.'),
        ptr('70', 'news.shop.example.'),
        ...big.map((number) => ptr(String(100 + number), `out${number}.big.example.`)),
      ),
      '100.51.198.in-addr.arpa': zone(
        ptr('40', 'lists.forwarder.example.'),
        ptr('53', 'ns.example.'),
        ptr('99', 'mx.mailer.example.'),
      ),
      '7.18.198.in-addr.arpa': zone(...early.map((number) => ptr(String(60 + number), `${botName(number)}.`))),
      '113.0.203.in-addr.arpa': zone(
        ptr('25', 'mx1.harbor.example.'),
        ...once.map((number) => ptr(String(60 + number), `${botName(number)}.`)),
      ),
      '0.20.10.in-addr.arpa': zone(ptr('5', 'mail.harbor.example.'), ptr('31', 'desk.harbor.example.')),
    }),
    server(
      'lists.forwarder.example',
      { label: 'Li', address: '198.51.100.40', organisation: 'internet', colour: 'lists', pattern: 'wave' },
      smtp,
      {
        localDomains: ['forwarder.example'],
        aliases: {
          'dave@forwarder.example': ['bob@harbor.example'],
          'dora@forwarder.example': ['eve@harbor.example'],
          'postmaster@forwarder.example': ['bob@harbor.example'],
        },
        lists: {
          'crew@forwarder.example': {
            title: 'Crew',
            members: ['carol@harbor.example', 'dan@harbor.example'],
            owner: 'dave@forwarder.example',
            footer: 'To leave, write to the owner.',
          },
        },
      },
    ),
    ...machines(early, botName, earlyAddress, { organisation: 'bots', colour: 'bot', pattern: 'cross' }, String),
    ...machines(once, botName, onceAddress, { organisation: 'bots', colour: 'bot', pattern: 'dots' }, String),
    desk('mx.mailer.example', {
      label: 'My',
      address: '198.51.100.99',
      organisation: 'bots',
      colour: 'bot',
      pattern: 'half',
    }),
    server(
      'mx1.harbor.example',
      { label: 'M1', address: '203.0.113.25', organisation: 'harbor', colour: 'mx', pattern: 'solid' },
      smtp,
      {
        relayDomains: ['harbor.example'],
        relayRecipients: [...people, 'postmaster@harbor.example'],
        routes: { 'harbor.example': { to: 'mail.harbor.example' } },
      },
    ),
    server(
      'mail.harbor.example',
      { label: 'Ma', address: '10.20.0.5', organisation: 'harbor', colour: 'mail', pattern: 'solid' },
      [...smtp, ...submission, ...mailboxPorts],
      { localDomains: ['harbor.example'], aliases: { 'postmaster@harbor.example': ['bob@harbor.example'] } },
    ),
    desk('desk.harbor.example', {
      label: 'Bo',
      address: '10.20.0.31',
      organisation: 'harbor',
      colour: 'mail',
      pattern: 'ring',
    }),
  ],
  users: [
    { address: 'anna@uni.example', password: 'lecture', host: 'mail.uni.example', submitsAt: 'mail.uni.example' },
    ...people.map((address) => ({
      address,
      password: `${address.split('@')[0] ?? ''}-harbor`,
      host: 'mail.harbor.example',
      submitsAt: 'mail.harbor.example',
    })),
  ],
  doors: [{ as: 'desk.uni.example', host: 'mail.uni.example', port: 587, local: 2587 }],
  dnsDoor: 2053,
};
