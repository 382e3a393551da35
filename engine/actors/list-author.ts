// Somebody writes to a mailing list, which sends the letter on in its own name and writes a line below it: SPF passes
// for the list, the author's signature breaks, and a strict DMARC policy refuses the letter. Counterpart: the list is a
// real server of the lab (engine/mta, `lists`).

import { type Actor, type ActorHome, oneOf, POSTFIX_PATIENCE } from './actor.ts';

const AUTHORS = ['anna', 'emil', 'hugo'] as const;
const SUBJECTS = ['Next regatta', 'The boathouse key', 'Re: Next regatta', 'Who has the trailer?'] as const;

export const listAuthor: Actor = {
  name: 'list',
  isHonest: true,
  manners: { patience: POSTFIX_PATIENCE },
  homes({ hosts }) {
    const to = hosts.flatMap(({ mta }) => Object.keys(mta?.lists ?? {}));
    if (to.length === 0) return [];
    const homes: ActorHome[] = [
      { hosts: ['mail.uni.example'], domain: 'uni.example', server: 'mail.uni.example' },
      { hosts: ['relay.campus.example'], domain: 'campus.example', server: 'relay.campus.example' },
      { hosts: ['visitor.example'], domain: 'visitor.example' },
    ];
    return homes.map((home) => ({ ...home, to }));
  },
  write({ to, domain, random }) {
    const from = `${oneOf(AUTHORS, random)}@${domain}`;
    return {
      from,
      fields: [
        ['From', from],
        ['To', to],
        ['Subject', oneOf(SUBJECTS, random)],
      ],
      text: ['All,', '', 'does anybody know?', '', from.split('@')[0] ?? ''],
    };
  },
};
