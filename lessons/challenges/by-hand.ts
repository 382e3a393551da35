// A letter typed into a server: the envelope says one thing, the header another, and the text has a dot that doesn't end it.

import type { Challenge } from './challenge.ts';
import { HARBOR_PEOPLE, MATTERS, NOWHERE } from './places.ts';

const FIGURES = ['everyone', 'the-king', 'nobody-you-know', 'whom-it-concerns'] as const;
const SENDERS = ['porter', 'ferry', 'guest'] as const;

export const byHand: Challenge = {
  id: 'by-hand',
  title: { en: 'Deliver by hand', de: 'Von Hand zustellen' },
  level: 1,
  minutes: 6,
  make: (chance) => ({
    names: {
      from: `${chance.pick(SENDERS)}@visitor.example`,
      to: `${chance.pick(HARBOR_PEOPLE).name}@harbor.example`,
      figure: `${chance.pick(FIGURES)}@${chance.pick(NOWHERE)}`,
      subject: chance.pick(MATTERS),
    },
    start: { topology: 'two-domains', actors: ['visitor.example'] },
    task: {
      act: {
        en: 'From visitor.example, with telnet: a letter that $from sends to $to. Its header has To: $figure and Subject: $subject, and one line of its text is a single dot.',
        de: 'Von visitor.example aus, mit telnet: ein Brief, den $from an $to sendet. Im Kopf stehen To: $figure und Subject: $subject, und eine Zeile des Textes ist ein einzelner Punkt.',
      },
      goal: [
        {
          says: {
            en: 'One letter in the mailbox of $to has all of that.',
            de: 'Ein Brief im Postfach von $to hat all das.',
          },
          inMailbox: {
            mailbox: '$to',
            by: 'visitor.example',
            envelope: { from: '$from' },
            header: { To: { contains: '$figure' }, Subject: '$subject' },
            stored: { line: '.' },
          },
        },
      ],
      solution: [{ telnet: 'mx1.harbor.example 25', as: 'visitor.example', type: typed('..') }],
    },
    nearMiss: [{ telnet: 'mx1.harbor.example 25', as: 'visitor.example', type: typed('.') }],
  }),
};

const typed = (dot: string): string => `HELO visitor.example
MAIL FROM:<$from>
RCPT TO:<$to>
DATA
From: $from
To: $figure
Subject: $subject

One line.
${dot}
${dot === '.' ? '' : 'Another.\n.\n'}`;
