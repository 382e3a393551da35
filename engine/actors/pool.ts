// A large sender: many machines, one queue. What is put off goes out again from the next machine, so whoever counts
// single addresses sees a stranger each time. Counterpart: greylisting's `peer` setting; lesson 12.

import { type Actor, oneOf, POSTFIX_PATIENCE } from './actor.ts';

const SUBJECTS = ['Your parcel', 'A new sign-in', 'Your statement is ready', 'Thank you for your order'] as const;

export const pool: Actor = {
  name: 'pool',
  isHonest: true,
  manners: { patience: POSTFIX_PATIENCE, takesTurns: 'try' },
  homes: () => [
    { hosts: [1, 2, 3, 4].map((number) => `out${number}.big.example`), domain: 'big.example' },
    { hosts: ['relay.campus.example', 'submit.campus.example'], domain: 'campus.example' },
  ],
  write({ to, domain, random }) {
    const from = `service@${domain}`;
    return {
      from,
      fields: [
        ['From', `Big <${from}>`],
        ['To', to],
        ['Subject', oneOf(SUBJECTS, random)],
      ],
      text: ['Hello,', '', 'this letter was written by a machine.'],
    };
  },
};
