// One of four servers carries anybody's mail anywhere; the others only their own.

import type { Challenge } from './challenge.ts';
import { NOWHERE } from './places.ts';

const SERVERS = [
  { id: 'relay', host: 'relay.campus.example', own: 'alice@campus.example' },
  { id: 'lists', host: 'lists.forwarder.example', own: 'dave@forwarder.example' },
  { id: 'mx1', host: 'mx1.harbor.example', own: 'bob@harbor.example' },
  { id: 'mx2', host: 'mx2.harbor.example', own: 'bob@harbor.example' },
] as const;

export const openRelay: Challenge = {
  id: 'open-relay',
  title: 'Who carries for strangers?',
  level: 1,
  minutes: 5,
  make: (chance) => {
    const [guilty, honest] = chance.shuffle(SERVERS);
    return {
      names: {
        host: guilty.host,
        id: guilty.id,
        ...{ otherHost: honest.host, otherId: honest.id, own: honest.own },
        target: `orders@${chance.pick(NOWHERE)}`,
      },
      start: { topology: 'two-domains', actors: ['visitor.example'], smtp: { $host: { openRelay: true } } },
      task: {
        act: 'One of these servers carries mail of strangers to strangers. Find it from visitor.example, with $target as the recipient.',
        questions: [
          {
            id: 'relay',
            asks: 'It is',
            options: SERVERS.map(({ id, host }) => ({ id, text: host })),
          },
        ],
        goal: [
          {
            says: 'It took that recipient from visitor.example.',
            answered: { at: '$host', by: 'visitor.example', verb: 'RCPT', class: 2, line: { contains: '$target' } },
          },
          { says: 'It is named.', chosen: { answer: { name: 'relay', value: '$id' } } },
        ],
        solution: [
          { telnet: '$host 25', as: 'visitor.example', type: typed('$target') },
          { choose: { answer: { name: 'relay', value: '$id' } } },
        ],
      },
      nearMiss: [
        { telnet: '$otherHost 25', as: 'visitor.example', type: typed('$own') },
        { choose: { answer: { name: 'relay', value: '$otherId' } } },
      ],
    };
  },
};

const typed = (recipient: string): string => `HELO visitor.example
MAIL FROM:<me@visitor.example>
RCPT TO:<${recipient}>
QUIT
`;
