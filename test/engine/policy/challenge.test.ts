// Challenge and response in a lab: it works between people, it spares machines, it hits whoever is forged, and two naive
// ones talk to nobody for ever.

import { afterEach, describe, expect, test } from 'vitest';

import { MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { manualWorld } from '../../../engine/world/manual-world.ts';
import { firstValue, splitMessage } from '../../../mail/fields.ts';
import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MAIL = 'mail.harbor.example';
const MX = 'mx1.harbor.example';
const RELAY = 'relay.campus.example';
const BOB = 'bob@harbor.example';
const ALICE = 'alice@campus.example';
const WEEK_MS = 7 * 86_400_000;

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

function here(): TestLab {
  if (!lab) throw new Error('no lab is open');
  return lab;
}

async function open(
  settings: Record<string, unknown> = {},
  at: readonly string[] = [MAIL],
  disk = new MemoryDisk(),
): Promise<void> {
  const topology = testTopology(({ hosts }) => {
    for (const host of hosts) {
      if (at.includes(host.name)) host.policies = { challenge: { enabled: true, ...settings } };
    }
  });
  // What is kept back is moved and removed, so it can't be compared with what was delivered at the end.
  lab = await TestLab.open({ topology, world: manualWorld(disk), compareProvenance: false });
}

/** Subjects in a folder of a person, read from the disk of the host as a mail program would. */
function subjects(host: string, address: string, folder: string): string[] {
  const mailbox = here().lab.run.host(host)?.accounts.get(address)?.find(folder);
  return (mailbox?.letters() ?? []).map(({ uid }) => {
    const { fields } = splitMessage(Buffer.from(mailbox?.read(uid) ?? []).toString('latin1'));
    return firstValue(fields, 'Subject') ?? '';
  });
}
const bobs = (folder: string) => subjects(MAIL, BOB, folder);
const alices = (folder: string) => subjects(RELAY, ALICE, folder);
const codes = () =>
  here()
    .of('policy.decided')
    .filter(({ data }) => data.policy === 'challenge')
    .map(({ data }) => data.reasons.at(-1)?.code);

/** Somebody's letter, handed to mx1 by hand. */
async function stranger(from: string, header: string[] = ['Subject: by hand'], to = BOB): Promise<void> {
  const telnet = await Telnet.open(here().door(MX, 25));
  await telnet.reply();
  for (const line of ['EHLO visitor.example', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA']) await telnet.ask(line);
  expect(await telnet.ask([...header, '', 'Hello.', '.'].join('\r\n'))).toMatch(/^250 /);
  await telnet.ask('QUIT');
  await telnet.close();
  await here().lab.settled();
}

describe('between people', () => {
  test('the letter waits, the challenge comes, the answer hands it over and is remembered', async () => {
    await open();
    await here().letter(BOB);
    expect([bobs('INBOX'), bobs('Quarantine')]).toEqual([[], ['A letter']]);
    const [challenge = ''] = await here().mailbox(ALICE);
    const { fields } = splitMessage(challenge);
    expect(firstValue(fields, 'Return-Path')).toBe('<>');
    expect(firstValue(fields, 'Auto-Submitted')).toBe('auto-replied');
    expect(firstValue(fields, 'Reply-To')).toMatch(/^bob\+confirm-[0-9A-Z]{12}@harbor\.example$/);
    await here().send('mail.send', {
      from: ALICE,
      to: [BOB],
      subject: `Re: ${firstValue(fields, 'Subject') ?? ''}`,
      text: 'It was me.',
    });
    await here().lab.settled();
    expect(bobs('INBOX').toSorted()).toEqual(['A letter', expect.stringContaining('Re: Please confirm')]);
    expect(bobs('Quarantine')).toEqual([]);
    await here().letter(BOB);
    expect(bobs('INBOX')).toHaveLength(3);
    expect(codes()).toEqual(['challenge.asked', 'challenge.answered', 'challenge.known']);
  });

  test('an answer to the address does too, and a made-up token doesn’t', async () => {
    await open();
    await here().letter(BOB);
    const [challenge = ''] = await here().mailbox(ALICE);
    const answers = firstValue(splitMessage(challenge).fields, 'Reply-To') ?? '';
    await stranger(ALICE, ['Subject: [confirm AAAAAAAAAAAA]']);
    expect(bobs('INBOX')).toEqual([]);
    await stranger(ALICE, ['Subject: yes'], answers);
    expect(bobs('INBOX').toSorted()).toEqual(['A letter', '[confirm AAAAAAAAAAAA]', 'yes'].toSorted());
  });

  test('one who has been asked isn’t asked again', async () => {
    await open();
    await here().letter(BOB);
    await here().letter(BOB);
    expect(codes()).toEqual(['challenge.asked', 'challenge.again']);
    expect(await here().mailbox(ALICE)).toHaveLength(1);
    expect(bobs('Quarantine')).toHaveLength(2);
  });

  test('the owner may let somebody in, and those on the list are never asked', async () => {
    await open({ known: 'visitor.example' });
    await stranger('me@visitor.example');
    expect(bobs('INBOX')).toEqual(['by hand']);
    await here().letter(BOB);
    const { records } = await here().send('policy.state', { host: MAIL, policy: 'challenge' });
    expect(records).toMatchObject([{ state: 'asked', about: [BOB, ALICE] }]);
    await here().send('policy.admit', { host: MAIL, policy: 'challenge', key: records[0]?.key ?? '' });
    expect(bobs('INBOX')).toEqual(['by hand', 'A letter']);
  });
});

describe('RFC 3834', () => {
  test.each([
    ['nobody', '', ['Subject: x'], 'challenge.nobody'],
    ['a list', 'owner-x@list.example', ['Subject: x'], 'challenge.machine'],
    ['a list by its field', 'me@list.example', ['List-Id: <x>', 'Subject: x'], 'challenge.machine'],
    ['a program', 'me@a.example', ['Auto-Submitted: auto-generated', 'Subject: x'], 'challenge.machine'],
  ])('no challenge to %s', async (_who, from, header, code) => {
    await open();
    await stranger(from, header);
    expect(codes()).toEqual([code]);
    expect(bobs('INBOX')).toEqual(['x']);
    expect(
      here()
        .of('queue.entered')
        .filter(({ host }) => host === MAIL),
    ).toHaveLength(1);
  });
});

test('a forged sender gets a question about a letter of somebody else: backscatter', async () => {
  await open();
  await stranger(ALICE, ['From: prize@bank.example', 'Subject: You have won']);
  const [challenge = ''] = await here().mailbox(ALICE);
  expect(challenge).toContain('somebody has used your address');
  expect(challenge).not.toContain('You have won');
});

describe('two of them', () => {
  test('naive: three letters wait for each other, and no clock ever frees them', async () => {
    await open({ naive: true }, [MAIL, RELAY]);
    await here().letter(BOB);
    expect([bobs('INBOX'), alices('INBOX')]).toEqual([[], []]);
    expect(bobs('Quarantine')).toEqual(['A letter', expect.stringContaining('Please confirm')]);
    expect(alices('Quarantine')).toEqual([expect.stringContaining('Please confirm')]);
    expect(codes()).toEqual(['challenge.asked', 'challenge.asked', 'challenge.again']);
    await here().send('clock.advance', { ms: WEEK_MS - 1000 });
    expect([bobs('INBOX'), alices('INBOX')]).toEqual([[], []]);
  });

  test('by RFC 3834 the challenge comes through, since it is from nobody', async () => {
    await open({}, [MAIL, RELAY]);
    await here().letter(BOB);
    expect(alices('INBOX')).toEqual([expect.stringContaining('Please confirm')]);
  });
});

test('what nobody answers for is thrown away when its time is over, also after a restart', async () => {
  const disk = new MemoryDisk();
  await open({}, [MAIL], disk);
  await here().letter(BOB);
  await here().send('clock.advance', { ms: WEEK_MS / 2 });
  await lab?.close();
  await open({}, [MAIL], disk);
  expect(bobs('Quarantine')).toEqual(['A letter']);
  await here().send('clock.advance', { ms: WEEK_MS / 2 + 1000 });
  expect(bobs('Quarantine')).toEqual([]);
  expect(here().of('store.removed').at(-1)?.data.mailbox).toBe(`${BOB}/Quarantine`);
});
