// An honest server that somebody set up in a hurry: it calls itself localhost, its address has no name, and the SPF
// record of its domain still speaks of the server before it. It has a queue, which looks seldom. Rule: its letters are
// wanted, and every check that goes by the neatness of a server loses them.

import { type Actor, oneOf } from './actor.ts';

const SUBJECTS = ['Your heating', 'Offer 2217', 'We come on Monday', 'Receipt'] as const;

export const misconfigured: Actor = {
  name: 'misconfigured',
  isHonest: true,
  manners: { helo: 'localhost', patience: { first_s: 1800, most_s: 7200, lifetime_s: 432_000 } },
  homes: () => [
    { hosts: ['server.small.example'], domain: 'small.example' },
    { hosts: ['visitor.example'], domain: 'small.example' },
  ],
  write({ to, domain, random }) {
    const from = `workshop@${domain}`;
    return {
      from,
      fields: [
        ['From', `Small & Sons <${from}>`],
        ['To', to],
        ['Subject', oneOf(SUBJECTS, random)],
      ],
      text: ['Good morning,', '', 'please find the details below.'],
    };
  },
};
