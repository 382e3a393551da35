// A spam bot that has no time: it says EHLO before it was greeted. It comes back once or twice for what was put off, so a
// greylist doesn't stop it; a pause before the greeting does. Rule: what gives it away is manners, not words.

import { type Actor, oneOf } from './actor.ts';

const SUBJECTS = ['Lose weight while you sleep', 'Watches, 90 % off', 'You have been chosen', 'Meet singles'] as const;

export const botEarly: Actor = {
  name: 'bot-early',
  isHonest: false,
  manners: { talksEarly: true, patience: { first_s: 600, most_s: 1200, lifetime_s: 1800 }, takesTurns: 'letter' },
  homes: () => [
    { hosts: [1, 2, 3].map((number) => `bot-${number}.dialup.example`), domain: 'offers.example' },
    { hosts: ['bot-17.dialup.example'], domain: 'offers.example' },
  ],
  write({ to, domain, random }) {
    const from = `deal${random.below(1000)}@${domain}`;
    return {
      from,
      fields: [
        ['From', `Best offers <${from}>`],
        ['To', to],
        ['Subject', oneOf(SUBJECTS, random)],
      ],
      text: ['Only today.', '', 'Click now: http://offers.example/now'],
    };
  },
};
