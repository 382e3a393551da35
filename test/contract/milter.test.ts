// A session as milters see it: which phase, which answer, what was saved.

import { expect, test } from 'vitest';

import type { EventData, EventType, LabEventOf } from '../../contract/events.ts';
import { milterSession, type SessionEvent } from '../../contract/milter.ts';

const HEAD = { seq: 1, run: 1, at_ms: 0, mono_us: 0, host: 'mx' };
const event = <T extends EventType>(type: T, data: EventData[T]): LabEventOf<T> =>
  ({ ...HEAD, type, data }) as unknown as LabEventOf<T>;
const decided = (
  policy: string,
  stage: EventData['policy.decided']['stage'],
  more: Partial<EventData['policy.decided']> = {},
) => event('policy.decided', { policy, stage, verdict: 'continue', reasons: [], ...more });
const OK = { code: 250, text: 'Ok' };

/** `policy phase answers`, in order. */
function stations(events: SessionEvent[]): string[] {
  return milterSession('client', events).filters.flatMap((filter) =>
    filter.stations.map(({ phase, answers }) => `${filter.policy} ${phase} ${answers.join(' ')}`),
  );
}

test('each filter has its stations, at the phase that had all it needed', () => {
  const found = stations([
    decided('dnsbl', 'connect'),
    decided('helo', 'helo', { verdict: 'reject' }),
    decided('spf', 'rcpt', { verdict: 'defer' }),
    decided('content-checks', 'header', { verdict: 'reject' }),
    decided('content-checks', 'message', { verdict: 'discard' }),
    decided('dkim', 'message'),
    decided('bayes', 'delivery', { verdict: 'quarantine' }),
  ]);
  expect(found).toEqual([
    'dnsbl connect CONTINUE',
    'helo helo REJECT',
    'spf rcpt TEMPFAIL',
    'content-checks header REJECT',
    'content-checks body DISCARD',
    'dkim eom CONTINUE',
  ]);
});

test('changes are answered at the end of the letter alone', () => {
  expect(
    stations([
      decided('tag-subject', 'message', { changes: { replaced: ['Subject'] } }),
      decided('footer', 'message', { changes: { body: true } }),
      decided('copy-to', 'message', { changes: { recipients: ['x@y.example'] } }),
      decided('dmarc', 'message', { changes: { added: ['X-Spam-Flag'] }, verdict: 'quarantine' }),
    ]),
  ).toEqual([
    'tag-subject eom CHGHEADER',
    'footer eom REPLBODY',
    'copy-to eom ADDRCPT',
    'dmarc eom ADDHEADER QUARANTINE',
  ]);
});

test('what filters are given, and what an early refusal saved', () => {
  const start: SessionEvent[] = [
    event('smtp.helo', { verb: 'EHLO', argument: 'me' }),
    event('smtp.mail', { reversePath: 'a@b.example', size: 5000 }),
  ];
  const rcpt = event('smtp.rcpt', { forwardPath: 'c@d.example', accepted: true, reply: OK });
  const refused = milterSession('client', [...start, decided('spf', 'rcpt', { verdict: 'reject' })]);
  expect(refused).toMatchObject({ saved: 5000, given: { connect: 'client', helo: 'me', mail: '<a@b.example>' } });
  expect(refused.given.body).toBeUndefined();
  const data = event('smtp.data', { accepted: true, reply: OK, octets: 4711 });
  const whole = milterSession('client', [...start, rcpt, data]);
  expect(whole.saved).toBeUndefined();
  expect(whole.given).toMatchObject({ rcpt: '<c@d.example>', body: '4711' });
});

test('a letter that its header condemns came whole, and nobody read on', () => {
  const mail = event('smtp.mail', { reversePath: 'a@b.example', size: 5000 });
  const refused = event('smtp.data', { accepted: false, reply: { code: 550, text: 'no' }, octets: 4711 });
  const header = decided('content-checks', 'header', { verdict: 'reject' });
  expect(milterSession('client', [mail, header, refused]).unread).toBe(4711);
  expect(milterSession('client', [mail, decided('dnsbl', 'header'), refused]).unread).toBeUndefined();
  // The next letter of the session is another one.
  expect(milterSession('client', [mail, header, refused, mail]).unread).toBeUndefined();
});
