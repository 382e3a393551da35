// A newsletter that SPF keeps out, because the note is broken in one of four ways. It is mended so that strangers stay out.

import type { Challenge } from './challenge.ts';
import { CAMPUS_HOSTS, HARBOR_PEOPLE, zoneOf } from './places.ts';

const BROKEN: readonly (readonly string[])[] = [
  ['v=spf1 ip4:192.0.2.26 -all'],
  ['v=spf1 ip4:192.0.2.26 -all', 'v=spf1 ip4:198.51.100.40 -all'],
  ['v=spf1 ip4:192.0.2.26 ipv4:198.51.100.40 -all'],
  ['v=spf1 ip4:192.0.2.26 -all ip4:198.51.100.40'],
  ['v=spf1 ip4:192.0.2.26 include:news.campus.example -all'],
];
const SENDERS = ['news', 'choir', 'alumni', 'library'] as const;

export const newsletter: Challenge = {
  id: 'newsletter',
  title: { en: 'The newsletter that SPF stops', de: 'Der Newsletter, den SPF aufhält' },
  level: 2,
  minutes: 10,
  make: (chance) => ({
    names: {
      from: `${chance.pick(SENDERS)}@campus.example`,
      to: `${chance.pick(HARBOR_PEOPLE).name}@harbor.example`,
    },
    start: {
      topology: 'two-domains',
      actors: ['lists.forwarder.example', 'ns.example', 'visitor.example'],
      policies: { 'mx1.harbor.example': { spf: { onPermerror: 'refuse' } } },
      zones: {
        'ns.example': {
          'campus.example': zoneOf(
            ...CAMPUS_HOSTS,
            ...chance.pick(BROKEN).map((text) => ({ name: '@', type: 'TXT' as const, text })),
          ),
        },
      },
    },
    task: {
      act: {
        en: 'lists.forwarder.example sends the newsletter for $from, and mx1 refuses it. Mend what Campus publishes at ns.example. Then send it from there to $to, and show that the same from visitor.example is still refused.',
        de: 'lists.forwarder.example versendet den Newsletter für $from, und mx1 lehnt ihn ab. Bring in Ordnung, was Campus bei ns.example veröffentlicht. Sende ihn dann von dort an $to und zeige, dass derselbe von visitor.example aus weiterhin abgelehnt wird.',
      },
      goal: [
        {
          says: {
            en: 'The newsletter is with $to, and SPF let it in.',
            de: 'Der Newsletter ist bei $to, und SPF hat ihn durchgelassen.',
          },
          all: [
            { decided: { policy: 'spf', verdict: 'continue', reason: 'spf.pass', at: 'mx1.harbor.example' } },
            { inMailbox: { mailbox: '$to', by: 'lists.forwarder.example', envelope: { from: '$from' } } },
          ],
        },
        {
          says: {
            en: 'The same from visitor.example is refused afterwards.',
            de: 'Derselbe von visitor.example aus wird danach abgelehnt.',
          },
          inTurn: [
            { decided: { policy: 'spf', verdict: 'continue', reason: 'spf.pass', at: 'mx1.harbor.example' } },
            {
              inOrder: {
                at: 'mx1.harbor.example',
                by: 'visitor.example',
                steps: [
                  { verb: 'MAIL', class: 2, line: { contains: '$from' } },
                  { verb: 'RCPT', class: 5 },
                ],
              },
            },
          ],
        },
      ],
      solution: mended('v=spf1 ip4:192.0.2.26 ip4:198.51.100.40 -all'),
    },
    nearMiss: mended('v=spf1 +all'),
  }),
};

const mended = (text: string) => [
  {
    shell: 'nsupdate',
    as: 'ns.example',
    type: `update delete campus.example TXT\nupdate add campus.example 60 TXT "${text}"\nsend\nquit\n`,
  },
  { shell: 'send --from $from --to $to --server mx1', as: 'lists.forwarder.example' },
  { shell: 'send --from $from --to $to --server mx1', as: 'visitor.example' },
];
