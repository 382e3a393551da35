// Same script, same seed: the same run. Another seed: another one.

import { expect, test } from 'vitest';

import { type Trace, traceOf } from '../support/compare-runs.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

async function play(seed: number): Promise<Trace> {
  const lab = await TestLab.open({ seed });
  await lab.letter(['bob@harbor.example', 'dave@forwarder.example'], 'Same as ever.');
  await lab.send('config.patch', {
    host: 'mx1.harbor.example',
    path: '/policies/greylisting',
    value: { enabled: true, delay_s: 600 },
  });
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.dialogue(`
    S: 220 ...
    C: EHLO visitor.example
    S: 250-...
    S: 250-...
    S: 250-...
    S: 250-...
    S: 250-...
    S: 250-...
    S: 250 ...
    C: MAIL FROM:<a@visitor.example>
    S: 250 ...
    C: RCPT TO:<bob@harbor.example>
    S: 450 ...
    C: QUIT
    S: 221 ...
  `);
  await telnet.close();
  await lab.letter('carol@harbor.example', 'Deferred for a while.');
  await lab.send('clock.advance', { ms: 3_600_000 });
  await lab.letter('nobody@harbor.example');
  const trace = await traceOf(lab);
  await lab.close();
  return trace;
}

test('twenty runs with one seed are equal, and a run with another seed is not', async () => {
  const first = await play(7);
  expect(first.mailboxes['carol@harbor.example']).toHaveLength(1);
  for (let run = 2; run <= 20; run += 1) {
    const again = await play(7);
    expect(again.events).toEqual(first.events);
    expect(again.plaintext).toEqual(first.plaintext);
    expect(again.mailboxes).toEqual(first.mailboxes);
  }
  const other = await play(8);
  expect(other.plaintext).not.toEqual(first.plaintext);
});
