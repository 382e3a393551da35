// Somebody's mailbox read over POP3, and nothing taken out of it.

import type { Challenge } from './challenge.ts';
import { HARBOR_PEOPLE, MATTERS } from './places.ts';

const WRITERS = ['alice', 'dean', 'porter', 'library', 'news'] as const;
const NUMBERS = ['117', '264', '388', '491', '526', '673', '745', '902'] as const;

export const popKept: Challenge = {
  id: 'pop-kept',
  title: { en: 'Read, and leave no gap', de: 'Lesen und keine Lücke lassen' },
  level: 1,
  minutes: 6,
  make: (chance) => {
    const { name, password } = chance.pick(HARBOR_PEOPLE);
    const writers = chance.shuffle(WRITERS);
    const subjects = chance.shuffle(MATTERS);
    const numbers = chance.shuffle(NUMBERS);
    const at = chance.pick([0, 1, 2, 3, 4]);
    const letters = writers.map((writer, index) => ({
      from: `${writer}@campus.example`,
      subject: subjects[index] ?? '',
      text: `The number is ${numbers[index] ?? ''}.`,
    }));
    return {
      names: {
        ...{ user: `${name}@harbor.example`, password, at: String(at + 1) },
        ...{ subject: subjects[at] ?? '', number: numbers[at] ?? '' },
      },
      start: { topology: 'two-domains', actors: ['desk.harbor.example'], mailboxes: { $user: letters } },
      task: {
        act: {
          en: 'From desk.harbor.example, over POP3 at mail.harbor.example, as $user with the password $password: read the letter "$subject". Leave every letter where it is, and end with QUIT.',
          de: 'Von desk.harbor.example aus, über POP3 bei mail.harbor.example, als $user mit dem Passwort $password: Lies den Brief „$subject“. Lass jeden Brief, wo er ist, und beende mit QUIT.',
        },
        questions: [{ id: 'number', asks: { en: 'The number in it', de: 'Die Zahl darin' } }],
        goal: [
          {
            says: {
              en: 'It was read, and the call ended with QUIT.',
              de: 'Er wurde gelesen, und die Verbindung endete mit QUIT.',
            },
            inOrder: {
              at: 'mail.harbor.example',
              port: 110,
              by: 'desk.harbor.example',
              steps: [
                { verb: 'RETR', class: 2, line: { matches: String.raw`^\s*RETR\s+$at\s*$` } },
                { verb: 'QUIT', class: 2 },
              ],
            },
          },
          { says: { en: 'The number.', de: 'Die Zahl.' }, chosen: { answer: { name: 'number', value: '$number' } } },
          {
            says: { en: 'Nothing is missing.', de: 'Es fehlt nichts.' },
            not: { sees: { event: 'pop3.committed', where: { removed: { length: 1 } } } },
          },
        ],
        solution: [
          { telnet: 'mail.harbor.example 110', as: 'desk.harbor.example', type: typed('RETR $at') },
          { choose: { answer: { name: 'number', value: '$number' } } },
        ],
      },
      nearMiss: [
        { telnet: 'mail.harbor.example 110', as: 'desk.harbor.example', type: typed('RETR $at\nDELE $at') },
        { choose: { answer: { name: 'number', value: '$number' } } },
      ],
    };
  },
};

const typed = (commands: string): string => `USER $user
PASS $password
${commands}
QUIT
`;
