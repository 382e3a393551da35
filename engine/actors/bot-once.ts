// A spam bot that never retries: what is put off is dropped, because the next address is waiting. Half of its senders are
// of domains that don't exist. Counterpart: a greylist stops it at the price of one line; a blocklist knows most of its
// addresses.

import { type Actor, oneOf } from './actor.ts';

const SUBJECTS = ['You have won the lottery', 'Cheap pills', 'Re: your invoice', 'Urgent business'] as const;

export const botOnce: Actor = {
  name: 'bot-once',
  isHonest: false,
  manners: { takesTurns: 'letter' },
  homes: () => [
    { hosts: [4, 5, 6, 7].map((number) => `bot-${number}.dialup.example`), domain: 'lottery.example' },
    { hosts: ['bot-17.dialup.example'], domain: 'lottery.example' },
  ],
  write({ number, to, domain, random }) {
    const invented = `win${random.below(1000)}`;
    // A sender of its own for each letter, so that no two of them are the same triplet to a greylist.
    const from = number % 2 === 0 ? `${invented}-${number}@${domain}` : `you@${invented}-${number}.${domain}`;
    return {
      from,
      fields: [
        ['From', `The lottery <${from}>`],
        ['To', to],
        ['Subject', oneOf(SUBJECTS, random)],
      ],
      text: ['Congratulations.', '', 'Send us the number of your account.'],
    };
  },
};
