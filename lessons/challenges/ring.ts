// Aliases of two servers that lead round in a ring; one of them is mended.

import type { Challenge } from './challenge.ts';
import { HARBOR_PEOPLE } from './places.ts';

const NAMES = ['info', 'office', 'desk', 'choir', 'help', 'tours', 'keys'] as const;
const RELAY = 'relay.campus.example';
const LISTS = 'lists.forwarder.example';

export const ring: Challenge = {
  id: 'ring',
  title: { en: 'Round and round', de: 'Immer im Kreis' },
  level: 2,
  minutes: 10,
  make: (chance) => {
    const [first, second, third, decoy, other] = chance.shuffle(NAMES);
    const { name, shown } = chance.pick(HARBOR_PEOPLE);
    return {
      names: {
        first: `${first}@campus.example`,
        second: `${second}@forwarder.example`,
        third: `${third}@forwarder.example`,
        decoy: `${decoy}@campus.example`,
        other: `${other}@forwarder.example`,
        ...{ to: `${name}@harbor.example`, toName: shown },
      },
      start: {
        topology: 'two-domains',
        actors: ['laptop.campus.example'],
        mta: {
          [RELAY]: {
            aliases: {
              $decoy: ['alice@campus.example'],
              $first: ['$second'],
              'postmaster@campus.example': ['alice@campus.example'],
            },
          },
          [LISTS]: {
            aliases: {
              $other: ['carol@harbor.example'],
              $second: ['$third'],
              $third: ['$first'],
              'dave@forwarder.example': ['bob@harbor.example'],
            },
          },
        },
      },
      task: {
        act: {
          en: 'Letters to $first go round between servers and come back. They should reach $to. Find the alias that leads back, set it right, and send a letter from the laptop to $first.',
          de: 'Briefe an $first laufen zwischen Servern im Kreis und kommen zurück. Sie sollen $to erreichen. Finde den Alias, der zurückführt, stelle ihn richtig und sende vom Laptop einen Brief an $first.',
        },
        questions: [
          {
            id: 'back',
            asks: { en: 'Which address leads back to the beginning?', de: 'Welche Adresse führt zum Anfang zurück?' },
          },
        ],
        goal: [
          {
            says: { en: 'The address that leads back.', de: 'Die Adresse, die zurückführt.' },
            chosen: { answer: { name: 'back', value: '$third' } },
          },
          {
            says: { en: 'A letter to $first has reached $toName.', de: 'Ein Brief an $first hat $toName erreicht.' },
            inMailbox: { mailbox: '$to', by: 'laptop.campus.example', envelope: { to: { contains: '$first' } } },
          },
        ],
        solution: [
          { choose: { answer: { name: 'back', value: '$third' } } },
          { set: { host: LISTS, path: '/mta/aliases/$third', value: ['$to'] } },
          { shell: 'send --from alice@campus.example --to $first --server relay', as: 'laptop.campus.example' },
        ],
      },
      nearMiss: [
        { choose: { answer: { name: 'back', value: '$third' } } },
        { shell: 'send --from alice@campus.example --to $to --server relay', as: 'laptop.campus.example' },
      ],
    };
  },
};
