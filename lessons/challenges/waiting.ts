// A queue with one letter that waits, for one of three reasons; when it is tried again is for the learner to say.

import type { Challenge, Exercise } from './challenge.ts';
import type { InEachLanguage } from '../text/languages.ts';
import { HARBOR_PEOPLE, MATTERS } from './places.ts';

type Start = Partial<Exercise['start']>;

const SERVERS = ['mx1.harbor.example', 'mx2.harbor.example'] as const;
const each = <T>(value: T): Record<string, T> => Object.fromEntries(SERVERS.map((host) => [host, value]));

const REASONS: readonly { id: string; text: InEachLanguage; start: Start }[] = [
  {
    id: 'refused',
    text: { en: 'No program listens where it should go', de: 'Wo er hinsoll, lauscht kein Programm' },
    start: { stopped: each(['postfix']) },
  },
  {
    id: 'greylisted',
    text: {
      en: 'The other side wants to see whether it comes again',
      de: 'Die Gegenseite will sehen, ob er wiederkommt',
    },
    start: { policies: each({ greylisting: { delay_s: 3600 } }) },
  },
  {
    id: 'inside',
    text: {
      en: 'It was taken at the border, and waits behind it',
      de: 'Er wurde an der Grenze angenommen und wartet dahinter',
    },
    start: { stopped: { 'mail.harbor.example': ['postfix'] } },
  },
];

/** Seconds to the second try. */
const PAUSES = ['120', '180', '420', '600', '900'] as const;

export const waiting: Challenge = {
  id: 'waiting',
  title: { en: 'Where does it wait, and until when?', de: 'Wo wartet er, und bis wann?' },
  level: 2,
  minutes: 8,
  make: (chance) => {
    const [reason, otherReason] = chance.shuffle([...REASONS]);
    const [pause, otherPause] = chance.shuffle(PAUSES);
    const [subject, other] = chance.shuffle(MATTERS);
    const at = reason?.id === 'inside' ? 'mx1.harbor.example' : 'relay.campus.example';
    const queue = { minimalBackoff_s: Number(pause), maximalBackoff_s: 4000, lifetime_s: 432_000 };
    return {
      names: {
        ...{ pause, otherPause, subject, other, at, reason: reason?.id ?? '', otherReason: otherReason?.id ?? '' },
        to: `${chance.pick(HARBOR_PEOPLE).name}@harbor.example`,
      },
      start: {
        ...{ topology: 'two-domains', actors: ['laptop.campus.example'], ...reason?.start },
        mta: { $at: { queue: { ...queue, delayWarning_s: 14_400, concurrency: 10, connectionReuse_s: 0 } } },
        before: [letter('other', 'alice@campus.example'), letter('subject', '$to')],
      },
      task: {
        act: {
          en: 'One of two letters from the laptop has arrived, the other waits: "$subject" to $to. Find it.',
          de: 'Von zwei Briefen vom Laptop ist einer angekommen, der andere wartet: „$subject“ an $to. Finde ihn.',
        },
        counts: 'lesson',
        questions: [
          {
            id: 'queue-id',
            asks: {
              en: 'Its id in the queue where it waits',
              de: 'Seine Kennung in der Warteschlange, in der er wartet',
            },
          },
          {
            id: 'why',
            asks: { en: 'Why does it wait?', de: 'Warum wartet er?' },
            options: REASONS.map(({ id, text }) => ({ id, text })),
          },
          {
            id: 'pause',
            asks: { en: 'Seconds from its first try to its second', de: 'Sekunden vom ersten Versuch bis zum zweiten' },
          },
        ],
        goal: [
          {
            says: { en: 'The queue id.', de: 'Die Kennung.' },
            named: { answer: 'queue-id', queueIdAt: '$at', withField: { contains: 'Subject: $subject' } },
          },
          {
            says: { en: 'Why it waits.', de: 'Warum er wartet.' },
            chosen: { answer: { name: 'why', value: '$reason' } },
          },
          { says: { en: 'How long.', de: 'Wie lange.' }, chosen: { answer: { name: 'pause', value: '$pause' } } },
        ],
        solution: answers('$reason', '$pause'),
      },
      nearMiss: answers('$reason', '$otherPause'),
    };
  },
};

const letter = (subject: string, to: string) => ({
  shell: `send --from alice@campus.example --to ${to} --subject "$${subject}" --server relay`,
  as: 'laptop.campus.example',
});

const answers = (why: string, pause: string) => [
  { choose: { answer: { name: 'queue-id', queueIdAt: '$at', about: 'Subject: $subject' } } },
  { choose: { answer: { name: 'why', value: why } } },
  { choose: { answer: { name: 'pause', value: pause } } },
];
