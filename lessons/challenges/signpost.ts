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
  title: 'The way to Harbor',
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
        act: 'mx1.harbor.example runs at 203.0.113.25, and yet no letter from Campus finds the way to Harbor. Mend what ns.example says of harbor.example. Then a letter of Alice’s, "$subject", must reach $to through relay.',
        goal: [
          { says: 'The zone was mended.', sees: { event: 'zone.changed', host: 'ns.example' } },
          {
            says: 'Alice’s letter went to mx1 by relay and reached $to.',
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
