// A newsletter that was asked for: an envelope of its own for each reader, so that a bounce says whose it is (VERP), and
// a way to leave (RFC 2369). Rule: From isn't the envelope's sender, and both are of one domain.

import { type Actor, POSTFIX_PATIENCE } from './actor.ts';

export const newsletter: Actor = {
  name: 'newsletter',
  isHonest: true,
  manners: { patience: POSTFIX_PATIENCE },
  homes: () => [
    { hosts: ['news.shop.example'], domain: 'shop.example', server: 'news.shop.example' },
    { hosts: ['visitor.example'], domain: 'visitor.example' },
  ],
  write({ number, to, domain }) {
    return {
      from: `news+${to.replace('@', '=')}@${domain}`,
      fields: [
        ['From', `The shop <news@${domain}>`],
        ['To', to],
        ['Subject', `This week in the shop, number ${number + 1}`],
        ['List-Unsubscribe', `<mailto:leave@${domain}?subject=${to}>`],
        ['Precedence', 'bulk'],
      ],
      text: [
        'Dear reader,',
        '',
        'the lamps that you liked are back.',
        '',
        'You asked for this letter. To leave, answer it.',
      ],
    };
  },
};
