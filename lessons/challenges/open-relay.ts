// One of four servers carries anybody's mail anywhere; the others only their own.

import { alike, type Challenge } from './challenge.ts';
import { NOWHERE } from './places.ts';

const SERVERS = [
  { id: 'relay', host: 'relay.campus.example', own: 'alice@campus.example' },
  { id: 'lists', host: 'lists.forwarder.example', own: 'dave@forwarder.example' },
  { id: 'mx1', host: 'mx1.harbor.example', own: 'bob@harbor.example' },
  { id: 'mx2', host: 'mx2.harbor.example', own: 'bob@harbor.example' },
] as const;

export const openRelay: Challenge = {
  id: 'open-relay',
  title: { en: 'Who carries for strangers?', de: 'Wer befördert für Fremde?' },
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
        act: {
          en: 'One of these servers carries mail of strangers to strangers. Find it from visitor.example, with $target as the recipient.',
          de: 'Einer dieser Server befördert Mail von Fremden an Fremde. Finde ihn von visitor.example aus, mit $target als Empfänger.',
        },
        questions: [
          {
            id: 'relay',
            asks: { en: 'It is', de: 'Es ist' },
            options: SERVERS.map(({ id, host }) => ({ id, text: alike(host) })),
          },
        ],
        goal: [
          {
            says: {
              en: 'It took that recipient from visitor.example.',
              de: 'Er hat diesen Empfänger von visitor.example angenommen.',
            },
            answered: { at: '$host', by: 'visitor.example', verb: 'RCPT', class: 2, line: { contains: '$target' } },
          },
          { says: { en: 'It is named.', de: 'Er ist genannt.' }, chosen: { answer: { name: 'relay', value: '$id' } } },
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
