// Five letters in one name, of which two are honest. Counterpart: ../case/case-row.ts makes them, as for lesson 27.

import { caseRow } from '../case/case-row.ts';
import { alike, type Challenge } from './challenge.ts';
import { CAMPUS_HOSTS, zoneOf } from './places.ts';

const NUMBERS = ['1', '2', '3', '4', '5'] as const;
const CASES = 100_000;

export const forged: Challenge = {
  id: 'forged',
  title: { en: 'Who forged these?', de: 'Wer hat diese gefälscht?' },
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
        act: {
          en: 'Five letters in the mailbox of $to say that $boss wrote them. Judge each. One of the forgeries was sent with a stolen password: whose, and from which address?',
          de: 'Fünf Briefe im Postfach von $to sagen, $boss habe sie geschrieben. Beurteile jeden. Eine der Fälschungen wurde mit einem gestohlenen Passwort gesendet: mit wessen, und von welcher Adresse aus?',
        },
        counts: 'lesson',
        choices: [
          { id: 'honest', text: { en: 'Honest', de: 'Echt' } },
          { id: 'forged', text: { en: 'Forged', de: 'Gefälscht' } },
        ],
        questions: [
          ...NUMBERS.map((number) => ({ id: `letter-${number}`, asks: alike(`$subject${number}`) })),
          { id: 'account', asks: { en: 'The stolen account', de: 'Das gestohlene Konto' } },
          {
            id: 'thief',
            asks: { en: 'The address from which it was used', de: 'Die Adresse, von der aus es benutzt wurde' },
          },
        ],
        goal: [
          {
            says: { en: 'All five are judged rightly.', de: 'Alle fünf sind richtig beurteilt.' },
            all: NUMBERS.map((number) => ({
              chosen: { answer: { name: `letter-${number}`, value: `$verdict${number}` } },
            })),
          },
          {
            says: { en: 'The stolen account.', de: 'Das gestohlene Konto.' },
            chosen: { answer: { name: 'account', value: { matches: String.raw`^$account(@campus\.example)?$` } } },
          },
          {
            says: { en: 'Where it was used.', de: 'Wo es benutzt wurde.' },
            chosen: { answer: { name: 'thief', value: '$thief' } },
          },
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
