// Five letters in one name, of which two are honest. Counterpart: ../case/case-row.ts makes them, as for lesson 27.

import { caseRow } from '../case/case-row.ts';
import type { Challenge } from './challenge.ts';
import { CAMPUS_HOSTS, zoneOf } from './places.ts';

const NUMBERS = ['1', '2', '3', '4', '5'] as const;
const CASES = 100_000;

export const forged: Challenge = {
  id: 'forged',
  title: 'Who forged these?',
  level: 3,
  minutes: 15,
  make: (chance) => {
    const names = caseRow(chance.below(CASES));
    return {
      names,
      start: {
        topology: 'case',
        actors: ['desk.harbor.example', 'relay.campus.example', 'submit.campus.example'],
        policies: {
          'relay.campus.example': { 'dkim-signing': { domains: 'campus.example', algorithm: 'ed25519-sha256' } },
          'mx1.harbor.example': { spf: { onFail: 'accept' }, dkim: {}, dmarc: {}, 'authentication-results': {} },
        },
        zones: { 'ns.example': { 'campus.example': campus } },
        // Dialogs and timeline would tell who sent what: here there is what a postmaster has.
        panels: ['shell', 'inspector', 'inbox'],
        mailboxes: { $to: [] },
        before: NUMBERS.map((number) => ({ shell: `$shell${number}`, as: `$at${number}` })),
      },
      task: {
        act: 'Five letters in the mailbox of $to say that $boss wrote them. Judge each. One of the forgeries was sent with a stolen password: whose, and from which address?',
        counts: 'lesson',
        choices: [
          { id: 'honest', text: 'Honest' },
          { id: 'forged', text: 'Forged' },
        ],
        questions: [
          ...NUMBERS.map((number) => ({ id: `letter-${number}`, asks: `$subject${number}` })),
          { id: 'account', asks: 'The stolen account' },
          { id: 'thief', asks: 'The address from which it was used' },
        ],
        goal: [
          {
            says: 'All five are judged rightly.',
            all: NUMBERS.map((number) => ({
              chosen: { answer: { name: `letter-${number}`, value: `$verdict${number}` } },
            })),
          },
          {
            says: 'The stolen account.',
            chosen: { answer: { name: 'account', value: { matches: String.raw`^$account(@campus\.example)?$` } } },
          },
          { says: 'Where it was used.', chosen: { answer: { name: 'thief', value: '$thief' } } },
        ],
        solution: [...verdicts('$verdict'), ...rest('$account')],
      },
      nearMiss: [...verdicts('$verdict'), ...rest('$boss')],
    };
  },
};

const verdicts = (verdict: string) =>
  NUMBERS.map((number) => ({ choose: { answer: { name: `letter-${number}`, value: `${verdict}${number}` } } }));

const rest = (account: string) => [
  { choose: { answer: { name: 'account', value: account } } },
  { choose: { answer: { name: 'thief', value: '$thief' } } },
];

const campus = zoneOf(
  ...CAMPUS_HOSTS,
  { name: '@', type: 'TXT', text: 'v=spf1 ip4:192.0.2.26 -all' },
  { name: '_dmarc', type: 'TXT', text: 'v=DMARC1; p=none' },
);
