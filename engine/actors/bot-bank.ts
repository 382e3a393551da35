// A spam bot with the patience of a server: it waits for the greeting, comes back, has a name and a domain of its own with
// an SPF record that passes. Only From: is a lie, and names a bank. Counterpart: DMARC compares From with what was proved.

import { type Actor, oneOf, POSTFIX_PATIENCE } from './actor.ts';

const SUBJECTS = ['Your account is locked', 'Confirm your card', 'Unusual sign-in', 'Security notice'] as const;

export const botBank: Actor = {
  name: 'bot-bank',
  isHonest: false,
  manners: { patience: POSTFIX_PATIENCE },
  homes: () => [
    { hosts: ['mx.mailer.example'], domain: 'mailer.example' },
    { hosts: ['bot-17.dialup.example'], domain: 'dialup.example' },
  ],
  write({ to, domain, random }) {
    return {
      from: `b${random.below(10_000)}@${domain}`,
      fields: [
        ['From', 'First Bank <security@bank.example>'],
        ['To', to],
        ['Subject', oneOf(SUBJECTS, random)],
      ],
      text: ['Dear customer,', '', 'sign in within 24 hours: http://bank.mailer.example/'],
    };
  },
};
