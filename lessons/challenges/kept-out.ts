// A letter is refused by one of several checks. The learner names it and gets in by speaking otherwise.

import type { Challenge } from './challenge.ts';
import type { InEachLanguage } from '../text/languages.ts';
import { CAMPUS_HOSTS, HARBOR_PEOPLE, NOWHERE, zoneOf } from './places.ts';

const MX1 = 'mx1.harbor.example';

interface Guard {
  id: string;
  text: InEachLanguage;
  from: string;
  helo: string;
  verdict: 'reject' | 'defer';
}

const guards = (nowhere: string): readonly Guard[] => [
  {
    id: 'helo',
    text: { en: 'What the caller called itself', de: 'wie sich der Anrufer nennt' },
    from: 'me@visitor.example',
    helo: 'pc',
    verdict: 'reject',
  },
  {
    ...{
      id: 'sender-domain',
      text: { en: 'Whether the sender’s domain exists', de: 'ob es die Domain des Absenders gibt' },
      from: `me@${nowhere}`,
    },
    ...{ helo: 'visitor.example', verdict: 'reject' },
  },
  {
    ...{
      id: 'spf',
      text: {
        en: 'Whether the sender’s domain allows this server',
        de: 'ob die Domain des Absenders diesen Server erlaubt',
      },
      from: 'dean@campus.example',
    },
    ...{ helo: 'visitor.example', verdict: 'reject' },
  },
];

export const keptOut: Challenge = {
  id: 'kept-out',
  title: { en: 'Kept out, by what?', de: 'Ausgesperrt, aber wovon?' },
  level: 2,
  minutes: 8,
  make: (chance) => {
    const all = guards(chance.pick(NOWHERE));
    const [guard, other] = chance.shuffle([...all]);
    return {
      names: {
        ...{ policy: guard?.id ?? '', otherPolicy: other?.id ?? '', from: guard?.from ?? '', helo: guard?.helo ?? '' },
        to: `${chance.pick(HARBOR_PEOPLE).name}@harbor.example`,
      },
      start: {
        topology: 'two-domains',
        actors: ['visitor.example'],
        policies: { [MX1]: { helo: {}, 'sender-domain': {}, spf: {} } },
        zones: { 'ns.example': { 'campus.example': campus } },
      },
      task: {
        act: {
          en: 'From visitor.example, `send --from $from --helo $helo --to $to --server mx1` is refused. Which check refuses it? Then get a letter through to $to from there, without touching mx1.',
          de: 'Von visitor.example aus wird `send --from $from --helo $helo --to $to --server mx1` abgelehnt. Welche Prüfung lehnt es ab? Bring dann von dort einen Brief zu $to durch, ohne mx1 anzurühren.',
        },
        questions: [
          {
            id: 'check',
            asks: { en: 'The check looks at', de: 'Die Prüfung sieht darauf,' },
            options: all.map(({ id, text }) => ({ id, text })),
          },
        ],
        goal: [
          {
            says: { en: 'The refusal was seen.', de: 'Die Ablehnung war zu sehen.' },
            decided: { policy: '$policy', verdict: guard?.verdict ?? 'reject', at: MX1 },
          },
          { says: { en: 'The check.', de: 'Die Prüfung.' }, chosen: { answer: { name: 'check', value: '$policy' } } },
          {
            says: { en: 'A letter got through.', de: 'Ein Brief kam durch.' },
            inMailbox: { mailbox: '$to', by: 'visitor.example' },
          },
          {
            says: { en: 'mx1 is as it was.', de: 'mx1 ist, wie er war.' },
            not: { sees: { event: 'config.changed', host: MX1 } },
          },
        ],
        solution: [said, { choose: { answer: { name: 'check', value: '$policy' } } }, fine],
      },
      nearMiss: [said, { choose: { answer: { name: 'check', value: '$otherPolicy' } } }, fine],
    };
  },
};

const campus = zoneOf(...CAMPUS_HOSTS, { name: '@', type: 'TXT', text: 'v=spf1 ip4:192.0.2.26 -all' });
const said = { shell: 'send --from $from --helo $helo --to $to --server mx1', as: 'visitor.example' };
const fine = { shell: 'send --from me@visitor.example --to $to --server mx1', as: 'visitor.example' };
