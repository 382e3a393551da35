// Three letters go the same way; one of them is followed by its queue ids.

import type { Challenge } from './challenge.ts';
import { MATTERS } from './places.ts';

const RECIPIENTS = ['bob@harbor.example', 'carol@harbor.example', 'dave@forwarder.example'] as const;
/** Hosts that all three pass. */
const HOSTS = ['relay.campus.example', 'mx1.harbor.example', 'mail.harbor.example'] as const;

export const trail: Challenge = {
  id: 'trail',
  title: { en: 'One letter through the logs', de: 'Ein Brief durch die Protokolle' },
  level: 1,
  minutes: 6,
  make: (chance) => {
    const subjects = chance.shuffle(MATTERS);
    const [first, second, third] = chance.shuffle(RECIPIENTS);
    const [one, other] = chance.shuffle(HOSTS);
    return {
      names: {
        ...{ first, second, third, one, other },
        ...{ firstSubject: subjects[0], secondSubject: subjects[1], thirdSubject: subjects[2] },
      },
      start: {
        topology: 'two-domains',
        actors: ['laptop.campus.example'],
        before: [sent('first'), sent('second'), sent('third')],
      },
      task: {
        act: {
          en: 'Alice has sent three letters. Name the queue id that "$secondSubject" had at each of two hosts.',
          de: 'Alice hat drei Briefe gesendet. Nenne die Kennung, die „$secondSubject“ in den Warteschlangen zweier Rechner hatte.',
        },
        counts: 'lesson',
        questions: [
          { id: 'one', asks: { en: 'Its id at $one', de: 'Seine Kennung bei $one' } },
          { id: 'other', asks: { en: 'Its id at $other', de: 'Seine Kennung bei $other' } },
        ],
        goal: [
          {
            says: { en: 'The id at $one.', de: 'Die Kennung bei $one.' },
            named: { answer: 'one', queueIdAt: '$one', withField: about },
          },
          {
            says: { en: 'The id at $other.', de: 'Die Kennung bei $other.' },
            named: { answer: 'other', queueIdAt: '$other', withField: about },
          },
        ],
        solution: answered('$secondSubject', '$one', '$other'),
      },
      nearMiss: answered('$firstSubject', '$one', '$other'),
    };
  },
};

const about = { contains: 'Subject: $secondSubject' };

const sent = (which: string) => ({
  shell: `send --from alice@campus.example --to $${which} --subject "$${which}Subject" --server relay`,
  as: 'laptop.campus.example',
});

const answered = (subject: string, one: string, other: string) => [
  { choose: { answer: { name: 'one', queueIdAt: one, about: `Subject: ${subject}` } } },
  { choose: { answer: { name: 'other', queueIdAt: other, about: `Subject: ${subject}` } } },
];
