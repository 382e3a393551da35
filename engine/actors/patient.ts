// A person at a well-kept server: a full name, a PTR that leads back, SPF that fits, and a queue that comes back.
// Counterpart: greylisting lets it in late, everything else at once.

import { type Actor, oneOf, POSTFIX_PATIENCE } from './actor.ts';

const NAMES = ['anna', 'ben', 'clara', 'emil', 'frida', 'hugo'] as const;
const SUBJECTS = [
  'Thursday',
  'The minutes of our meeting',
  'Your question',
  'Photos',
  'Lunch?',
  'A first draft',
] as const;

export const patient: Actor = {
  name: 'patient',
  isHonest: true,
  manners: { patience: POSTFIX_PATIENCE },
  homes: () => [
    { hosts: ['mail.uni.example'], domain: 'uni.example', server: 'mail.uni.example' },
    { hosts: ['relay.campus.example'], domain: 'campus.example', server: 'relay.campus.example' },
    { hosts: ['visitor.example'], domain: 'visitor.example' },
  ],
  write({ to, domain, random }) {
    const from = `${oneOf(NAMES, random)}@${domain}`;
    return {
      from,
      fields: [
        ['From', from],
        ['To', to],
        ['Subject', oneOf(SUBJECTS, random)],
      ],
      text: ['Hello,', '', 'I will call you about it tomorrow.', '', from.split('@')[0] ?? ''],
    };
  },
};
