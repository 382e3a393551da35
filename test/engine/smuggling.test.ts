// A letter smuggled in another: one server that passes bare line feeds on, behind it one that takes them for line ends.
// What either of them alone does, and what ends it. Counterpart: smtp/bare-line-feeds.ts, mail/framing/bare-dot.ts.

import { afterEach, describe, expect, test } from 'vitest';

import { firstValue, splitMessage } from '../../mail/fields.ts';
import { TestLab, testTopology } from '../support/lab.ts';

type LineEnds = 'normalise' | 'reject' | 'keep' | 'end';

const RELAY = 'relay.campus.example';
const MX = 'mx1.harbor.example';
const BOB = 'bob@harbor.example';
const CAROL = 'carol@harbor.example';
const SECOND = String.raw`MAIL FROM:<dean@campus.example>\nRCPT TO:<${CAROL}>\nDATA\nSubject: The second\n\nPay.`;

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

/** Alice's letter to Bob, with this between it and a second one to Carol. Answers the subjects in both mailboxes. */
async function smuggle(relay: LineEnds, mx: LineEnds, end: string): Promise<(string | undefined)[][]> {
  const topology = testTopology(({ hosts }) => {
    for (const { name, mta } of hosts) {
      if (mta && name === RELAY) mta.smtp.bareLineEnds = relay;
      if (mta && name === MX) mta.smtp.bareLineEnds = mx;
    }
  });
  // What was on the wire once is two letters here and one there.
  lab = await TestLab.open({ topology, serial: false, compareProvenance: false });
  const { shell } = await lab.send('shell.open', { host: 'laptop.campus.example' });
  const letter = `send --from alice@campus.example --to ${BOB} --server relay --subject "The first" --body "Hello.${end}${SECOND}"`;
  await lab.send('shell.submit', { shell, line: letter });
  await lab.lab.settled();
  return [await subjects(BOB), await subjects(CAROL)];
}

async function subjects(mailbox: string): Promise<(string | undefined)[]> {
  return ((await lab?.mailbox(mailbox)) ?? []).map((letter) => firstValue(splitMessage(letter).fields, 'Subject'));
}

/** A dot behind a CRLF would be doubled by whoever sends it on. */
const ENDS = [String.raw`\x0a.\n`, String.raw`\x0a.\x0a`];

describe('between one that keeps and one that ends', () => {
  test.each(ENDS)('%j is text to the first and an end to the second', async (end) => {
    expect(await smuggle('keep', 'end', end)).toEqual([['The first'], ['The second']]);
  });

  test('both are told of as they are: two letters, the record cut where the second server cuts it', async () => {
    await smuggle('keep', 'end', ENDS[0] ?? '');
    const entered = lab?.of('queue.entered').filter(({ host }) => host === MX) ?? [];
    expect(entered.map(({ data }) => data.reversePath)).toEqual(['alice@campus.example', 'dean@campus.example']);
    expect(new Set(entered.map(({ message }) => message)).size).toBe(2);
    expect(entered[1]?.data.parents).toEqual([]);
    const conn = entered[0]?.conn;
    const said = lab?.of('wire.line').filter((event) => event.conn === conn && event.data.from === 'client') ?? [];
    expect(said.map(({ data }) => data.bytes.split(/[ \r]/)[0])).toEqual([
      'EHLO',
      'MAIL',
      'RCPT',
      'DATA',
      'MAIL',
      'RCPT',
      'DATA',
      'QUIT',
    ]);
  });

  test('the next letter goes its way', async () => {
    await smuggle('keep', 'end', ENDS[0] ?? '');
    await lab?.letter(BOB);
    expect(await subjects(BOB)).toEqual(['The first', 'A letter']);
  });
});

test.each<[LineEnds, LineEnds]>([
  ['keep', 'normalise'],
  ['normalise', 'end'],
  ['normalise', 'normalise'],
  ['keep', 'keep'],
])('%s and then %s: one letter, with the second as its text', async (relay, mx) => {
  expect(await smuggle(relay, mx, ENDS[0] ?? '')).toEqual([['The first'], []]);
});

test('a server that refuses bare line feeds refuses the letter, and its sender hears of it', async () => {
  expect(await smuggle('keep', 'reject', ENDS[0] ?? '')).toEqual([[], []]);
  expect(await subjects('alice@campus.example')).toEqual(['Undelivered Mail Returned to Sender']);
});
