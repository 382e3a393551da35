// Side by side with a real Postfix: each line that a client said to it is said to a server of ours, and the reply's
// code and enhanced code must be the same. docs/decisions.md lists the differences that are meant.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { recordedTopology } from '../fixtures/postfix/topology.ts';
import { TestLab } from '../support/lab.ts';
import type { Telnet } from '../support/telnet.ts';
import { readTranscript, type RecordedSession, replay } from '../support/transcript.ts';

let lab: TestLab;
beforeEach(async () => (lab = await TestLab.open({ topology: recordedTopology() })));
afterEach(() => lab.close());

const addressOf = (name: string) => recordedTopology().hosts.find((host) => host.name === name)?.address;

const policy = (name: string, value: Record<string, unknown>) =>
  lab.send('config.patch', { host: 'mx.example.test', path: `/policies/${name}`, value: { enabled: true, ...value } });

async function sameAsRecorded(
  session: RecordedSession | undefined,
  connected?: (telnet: Telnet) => Promise<void>,
): Promise<number> {
  if (!session) throw new Error('the transcript has no such session');
  const from = lab.lab.ready.doors.find(({ as }) => addressOf(as) === session.client);
  if (!from) throw new Error(`nobody has the address ${session.client}`);
  const heard = await replay(session, from.local, connected);
  expect(heard, session.title).toEqual(session.exchanges);
  return session.exchanges.length;
}

test.each(['postfix-ehlo.txt', 'postfix-sequence.txt', 'postfix-relay-denied.txt', 'postfix-unknown-user.txt'])(
  '%s',
  async (file) => {
    const sessions = readTranscript(file);
    expect(sessions.length).toBeGreaterThan(0);
    for (const session of sessions) expect(await sameAsRecorded(session)).toBeGreaterThan(4);
  },
);

test('postfix-greylist.txt: twice too early, then taken', async () => {
  await policy('greylisting', { delay_s: 300 });
  const [first, tooEarly, accepted] = readTranscript('postfix-greylist.txt');
  await sameAsRecorded(first);
  await sameAsRecorded(tooEarly);
  await lab.send('clock.advance', { ms: 300_000 });
  await sameAsRecorded(accepted);
  await lab.lab.settled();
  expect(await lab.mailbox('bob@example.test')).toEqual([expect.stringContaining('\r\n.leading dot, and a line\r\n')]);
});

test('postfix-dnsbl.txt: a listed client, refused at RCPT', async () => {
  await policy('dnsbl', { zone: 'dnsbl.test' });
  const [listed] = readTranscript('postfix-dnsbl.txt');
  await sameAsRecorded(listed);
  expect(lab.of('policy.spoken').map(({ data }) => data.reply.text)).toEqual([
    'Service unavailable; Client host [127.0.0.66] blocked using dnsbl.test; ' +
      'Listed for testing, see http://dnsbl.test/lookup?127.0.0.66',
  ]);
});

test('postfix-spf.txt: fail is refused, softfail and permerror go on to greylisting', async () => {
  await policy('spf', {});
  await policy('greylisting', {});
  const sessions = readTranscript('postfix-spf.txt');
  expect(sessions).toHaveLength(3);
  for (const session of sessions) await sameAsRecorded(session);
  const results = lab.of('policy.decided').flatMap(({ data }) => data.reasons.slice(-1).map(({ code }) => code));
  expect(results).toEqual(['spf.fail', 'spf.softfail', 'greylist.first', 'spf.permerror', 'greylist.first']);
});

/** Half the greeting, and then the pause. */
async function waited(telnet: Telnet): Promise<void> {
  expect(await telnet.line()).toBe('220-mx.example.test ESMTP teaser: please wait');
  await lab.send('clock.activity', { ms: 6000 });
}

test('postscreen-pregreet.txt: who waits is greeted, who talks first is refused at RCPT', async () => {
  await policy('greet-pause', {});
  const [patient, hasty] = readTranscript('postscreen-pregreet.txt');
  await sameAsRecorded(patient, waited);
  await sameAsRecorded(hasty);
  const reasons = lab.of('policy.decided').flatMap(({ data }) => data.reasons.map(({ code }) => code));
  expect(reasons).toEqual(['greetPause.waited', 'greetPause.early']);
});

test('postscreen-dnsbl.txt: a listed client waits, is refused at RCPT, and has nothing to say after that', async () => {
  await policy('greet-pause', {});
  await policy('dnsbl', { zone: 'dnsbl.test', wording: 'postscreen' });
  const [listed] = readTranscript('postscreen-dnsbl.txt');
  await sameAsRecorded(listed, waited);
  expect(lab.of('policy.spoken').map(({ data }) => data.reply.text)).toEqual([
    'Service unavailable; client [127.0.0.66] blocked using dnsbl.test',
  ]);
});
