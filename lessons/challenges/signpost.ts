// Mail doesn't find the way to a domain, because what the DNS says of it is wrong in one of three ways.

import type { Challenge } from './challenge.ts';
import { HARBOR_PEOPLE, MATTERS, zoneOf } from './places.ts';

const MISTAKES = [
  { exchange: 'mx3.harbor.example.', address: '203.0.113.25' },
  { exchange: 'mx1.harbour.example.', address: '203.0.113.25' },
  { exchange: 'mx1.harbor.example.harbor.example.', address: '203.0.113.25' },
  { exchange: 'mx1.harbor.example.', address: '203.0.113.52' },
] as const;

export const signpost: Challenge = {
  id: 'signpost',
  title: { en: 'The way to Harbor', de: 'Der Weg nach Harbor' },
  level: 2,
  minutes: 8,
  make: (chance) => {
    const { exchange, address } = chance.pick(MISTAKES);
    return {
      names: { subject: chance.pick(MATTERS), to: `${chance.pick(HARBOR_PEOPLE).name}@harbor.example` },
      start: {
        topology: 'two-domains',
        actors: ['laptop.campus.example', 'ns.example'],
        zones: {
          'ns.example': {
            'harbor.example': zoneOf(
              { name: '@', type: 'MX', preference: 10, exchange },
              { name: 'mx1', type: 'A', address },
              { name: 'mail', type: 'A', address: '10.20.0.5' },
              { name: 'desk', type: 'A', address: '10.20.0.31' },
            ),
          },
        },
      },
      task: {
        act: {
          en: 'mx1.harbor.example runs at 203.0.113.25, and yet no letter from Campus finds the way to Harbor. Mend what ns.example says of harbor.example. Then a letter of Alice’s, "$subject", must reach $to through relay.',
          de: 'mx1.harbor.example läuft unter 203.0.113.25, und doch findet kein Brief von Campus den Weg nach Harbor. Bring in Ordnung, was ns.example über harbor.example sagt. Danach muss ein Brief von Alice, „$subject“, über relay zu $to gelangen.',
        },
        goal: [
          {
            says: { en: 'The zone was mended.', de: 'Die Zone ist in Ordnung gebracht.' },
            sees: { event: 'zone.changed', host: 'ns.example' },
          },
          {
            says: {
              en: 'Alice’s letter went to mx1 by relay and reached $to.',
              de: 'Der Brief von Alice ging über relay zu mx1 und hat $to erreicht.',
            },
            inMailbox: { mailbox: '$to', by: 'laptop.campus.example', header: { Subject: '$subject' } },
          },
        ],
        solution: [
          {
            shell: 'nsupdate',
            as: 'ns.example',
            type: `update delete harbor.example MX
update add harbor.example 60 MX 10 mx1.harbor.example.
update delete mx1.harbor.example A
update add mx1.harbor.example 60 A 203.0.113.25
send
quit
`,
          },
          sent,
        ],
      },
      nearMiss: [
        {
          shell: 'nsupdate',
          as: 'ns.example',
          type: 'update add harbor.example 60 MX 20 mx2.harbor.example.\nsend\nquit\n',
        },
        sent,
      ],
    };
  },
};

const sent = {
  shell: 'send --from alice@campus.example --to $to --subject "$subject" --server relay',
  as: 'laptop.campus.example',
};
