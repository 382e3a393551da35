// The same lines typed into the same lab: the same run, output and mail logs included.

import { expect, test } from 'vitest';

import { type Trace, traceOf } from '../../support/compare-runs.ts';
import { TestLab } from '../../support/lab.ts';
import { Person } from './person.ts';

async function play(seed: number): Promise<Trace> {
  const lab = await TestLab.open({ seed });
  const person = await Person.open(lab, 'visitor');
  const differences = await person.dialogue(`
    C: telnet mx1 smtp
    S: Trying...
    S: Connected...
    S: Escape...
    S: 220 ...
    C: EHLO visitor.example
    S: 250-...
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
    S: 250 ...
    C: DATA
    S: 354 ...
    C: Subject: Same
    C:
    C: As ever.
    C: .
    S: 250 ...
    C: QUIT
    S: 221 ...
    S: Connection closed by foreign host.
  `);
  expect(differences).toEqual([]);
  await person.back();
  await lab.seen('conn.closed');
  await lab.lab.settled();
  await person.type('dig harbor.example MX\nhost 203.0.113.25');
  await person.type('send --from a@visitor.example --to nobody@harbor.example --subject Refused');
  await person.type('ssh mail');
  await person.type('cat mail/bob*/*/*\ntail -n 50 maillog\nmailq');
  await person.type('telnet localhost imap');
  expect(await person.line()).toContain('Trying');
  await person.type('a LOGIN bob@harbor.example builder');
  await person.type('b LOGOUT');
  await person.back();
  await person.type('clock +1d');
  await lab.lab.settled();
  const trace = await traceOf(lab);
  await lab.close();
  return trace;
}

test('ten runs with one seed are equal, and a run with another seed is not', async () => {
  const first = await play(7);
  expect(first.mailboxes['bob@harbor.example']).toHaveLength(1);
  for (let run = 2; run <= 10; run += 1) {
    const again = await play(7);
    expect(again.events).toEqual(first.events);
    expect(again.plaintext).toEqual(first.plaintext);
    expect(again.mailboxes).toEqual(first.mailboxes);
  }
  expect((await play(8)).events).not.toEqual(first.events);
}, 20_000);
