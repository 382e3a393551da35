// Side by side with a real Postfix: each line that a client said to it is said to a server of ours, and the reply's
// code and enhanced code must be the same. docs/decisions.md lists the differences that are meant.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { recordedTopology } from '../fixtures/postfix/topology.ts';
import { TestLab } from '../support/lab.ts';
import { readTranscript, type RecordedSession, replay } from '../support/transcript.ts';

let lab: TestLab;
beforeEach(async () => (lab = await TestLab.open({ topology: recordedTopology() })));
afterEach(() => lab.close());

async function sameAsRecorded(session: RecordedSession | undefined): Promise<number> {
  if (!session) throw new Error('the transcript has no such session');
  const heard = await replay(session, lab.door('mx', 25));
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
  await lab.send('config.patch', {
    host: 'mx.example.test',
    path: '/policies/greylisting',
    value: { enabled: true, delay_s: 300 },
  });
  const [first, tooEarly, accepted] = readTranscript('postfix-greylist.txt');
  await sameAsRecorded(first);
  await sameAsRecorded(tooEarly);
  await lab.send('clock.advance', { ms: 300_000 });
  await sameAsRecorded(accepted);
  await lab.lab.settled();
  expect(await lab.mailbox('bob@example.test')).toEqual([expect.stringContaining('\r\n.leading dot, and a line\r\n')]);
});
