// A letter that came back, for one of four reasons; the report tells which, and who said so.

import type { Challenge, Exercise } from './challenge.ts';
import { CAMPUS_HOSTS, HARBOR_PEOPLE, MATTERS, NOWHERE, zoneOf } from './places.ts';

type Start = Partial<Exercise['start']>;
interface Fault {
  id: string;
  /** What went wrong, to choose from. */
  text: string;
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
    text: 'Nobody there has that address',
    status: '5.1.1',
    at: MX1,
    to: `${name}by@harbor.example`,
    start: {},
  },
  { id: 'domain', text: 'There is no such domain', status: '5.4.4', at: RELAY, to: `${name}@${nowhere}`, start: {} },
  {
    ...{ id: 'spf', text: 'The domain doesn’t allow that sender’s server', status: '5.7.23', at: MX1 },
    to: `${name}@harbor.example`,
    start: {
      policies: { [MX1]: { spf: {} } },
      zones: { 'ns.example': { 'campus.example': zoneOf(...CAMPUS_HOSTS, spfOfOthers) } },
    },
  },
  {
    ...{ id: 'size', text: 'The letter was too large', status: '5.3.4', at: MX1, to: `${name}@harbor.example` },
    start: { mta: { [MX1]: { messageSizeLimit: 1000 } } },
  },
];

const spfOfOthers = { name: '@', type: 'TXT', text: 'v=spf1 ip4:192.0.2.25 -all' } as const;

export const bounced: Challenge = {
  id: 'bounced',
  title: 'Why did it come back?',
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
        act: 'Alice’s letter "$subject" to $to came back. Find out why.',
        choices: all.map(({ id, text }) => ({ id, text })),
        questions: [
          { id: 'cause', asks: 'Why?' },
          {
            id: 'refuser',
            asks: 'Which host decided it?',
            options: [MX1, RELAY, 'mail.harbor.example', 'submit.campus.example'].map((host) => ({
              id: host.replaceAll('.', '-'),
              text: host,
            })),
          },
          { id: 'wait', asks: 'Would it help to send it again later?', options: YES_NO },
        ],
        goal: [
          { says: 'Why.', chosen: { answer: { name: 'cause', value: '$cause' } } },
          {
            says: 'Which host.',
            chosen: { answer: { name: 'refuser', value: fault.at.replaceAll('.', '-') } },
          },
          { says: 'Whether it helps to wait.', chosen: { answer: { name: 'wait', value: 'no' } } },
        ],
        solution: answers('$cause', fault.at, 'no'),
      },
      nearMiss: answers('$wrong', fault.at, 'no'),
    };
  },
};

const YES_NO = [
  { id: 'yes', text: 'Yes' },
  { id: 'no', text: 'No' },
];

const answers = (cause: string, host: string, wait: string) => [
  { choose: { answer: { name: 'cause', value: cause } } },
  { choose: { answer: { name: 'refuser', value: host.replaceAll('.', '-') } } },
  { choose: { answer: { name: 'wait', value: wait } } },
];
