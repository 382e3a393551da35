// A letter that came back, for one of four reasons; the report tells which, and who said so.

import { alike, type Challenge, type Exercise } from './challenge.ts';
import type { InEachLanguage } from '../text/languages.ts';
import { CAMPUS_HOSTS, HARBOR_PEOPLE, MATTERS, NOWHERE, zoneOf } from './places.ts';

type Start = Partial<Exercise['start']>;
interface Fault {
  id: string;
  /** What went wrong, to choose from. */
  text: InEachLanguage;
  status: string;
  /** The host that decided it. */
  at: string;
  to: string;
  start: Start;
}

const MX1 = 'mx1.harbor.example';
const RELAY = 'relay.campus.example';

const faults = (name: string, nowhere: string): readonly Fault[] => [
  {
    id: 'unknown',
    text: { en: 'Nobody there has that address', de: 'Diese Adresse hat dort niemand' },
    status: '5.1.1',
    at: MX1,
    to: `${name}by@harbor.example`,
    start: {},
  },
  {
    id: 'domain',
    text: { en: 'There is no such domain', de: 'Diese Domain gibt es nicht' },
    status: '5.4.4',
    at: RELAY,
    to: `${name}@${nowhere}`,
    start: {},
  },
  {
    ...{
      id: 'spf',
      text: {
        en: 'The domain doesn’t allow that sender’s server',
        de: 'Die Domain des Absenders erlaubt den sendenden Server nicht',
      },
      status: '5.7.23',
      at: MX1,
    },
    to: `${name}@harbor.example`,
    start: {
      policies: { [MX1]: { spf: {} } },
      zones: { 'ns.example': { 'campus.example': zoneOf(...CAMPUS_HOSTS, spfOfOthers) } },
    },
  },
  {
    ...{
      id: 'size',
      text: { en: 'The letter was too large', de: 'Der Brief war zu groß' },
      status: '5.3.4',
      at: MX1,
      to: `${name}@harbor.example`,
    },
    start: { mta: { [MX1]: { messageSizeLimit: 1000 } } },
  },
];

const spfOfOthers = { name: '@', type: 'TXT', text: 'v=spf1 ip4:192.0.2.25 -all' } as const;

export const bounced: Challenge = {
  id: 'bounced',
  title: { en: 'Why did it come back?', de: 'Warum kam er zurück?' },
  level: 2,
  minutes: 8,
  make: (chance) => {
    const { name } = chance.pick(HARBOR_PEOPLE);
    const all = faults(name, chance.pick(NOWHERE));
    const fault = chance.pick(all);
    const wrong = chance.pick(all.filter(({ id }) => id !== fault.id));
    return {
      names: {
        ...{ to: fault.to, cause: fault.id, status: fault.status, refuser: fault.at, wrong: wrong.id },
        subject: chance.pick(MATTERS),
      },
      start: {
        ...{ topology: 'two-domains', actors: ['laptop.campus.example'], ...fault.start },
        mailboxes: { 'alice@campus.example': [] },
        before: [
          {
            shell: `send --from alice@campus.example --to $to --subject "$subject" --body "${'All that there is to say. '.repeat(30)}" --server relay`,
            as: 'laptop.campus.example',
          },
        ],
      },
      task: {
        act: {
          en: 'Alice’s letter "$subject" to $to came back. Find out why.',
          de: 'Der Brief „$subject“ von Alice an $to kam zurück. Finde heraus, warum.',
        },
        choices: all.map(({ id, text }) => ({ id, text })),
        questions: [
          { id: 'cause', asks: { en: 'Why?', de: 'Warum?' } },
          {
            id: 'refuser',
            asks: { en: 'Which host decided it?', de: 'Welcher Rechner hat es entschieden?' },
            options: [MX1, RELAY, 'mail.harbor.example', 'submit.campus.example'].map((host) => ({
              id: host.replaceAll('.', '-'),
              text: alike(host),
            })),
          },
          {
            id: 'wait',
            asks: {
              en: 'Would it help to send it again later?',
              de: 'Würde es helfen, ihn später noch einmal zu senden?',
            },
            options: YES_NO,
          },
        ],
        goal: [
          { says: { en: 'Why.', de: 'Warum.' }, chosen: { answer: { name: 'cause', value: '$cause' } } },
          {
            says: { en: 'Which host.', de: 'Welcher Rechner.' },
            chosen: { answer: { name: 'refuser', value: fault.at.replaceAll('.', '-') } },
          },
          {
            says: { en: 'Whether it helps to wait.', de: 'Ob Warten hilft.' },
            chosen: { answer: { name: 'wait', value: 'no' } },
          },
        ],
        solution: answers('$cause', fault.at, 'no'),
      },
      nearMiss: answers('$wrong', fault.at, 'no'),
    };
  },
};

const YES_NO = [
  { id: 'yes', text: { en: 'Yes', de: 'Ja' } },
  { id: 'no', text: { en: 'No', de: 'Nein' } },
];

const answers = (cause: string, host: string, wait: string) => [
  { choose: { answer: { name: 'cause', value: cause } } },
  { choose: { answer: { name: 'refuser', value: host.replaceAll('.', '-') } } },
  { choose: { answer: { name: 'wait', value: wait } } },
];
