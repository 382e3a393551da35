// Who gets a letter: extensions, catch-alls, forwarding with and without SRS, lists, loops; and the address test.

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import type { TopologyInput } from '../../contract/topology.ts';
import { soundTopology } from '../../engine/open-lab.ts';
import { srsForward, srsReverse } from '../../engine/mta/srs.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Person } from './shell/person.ts';

type MtaInput = NonNullable<TopologyInput['hosts'][number]['mta']>;

const MAIL = 'mail.harbor.example';
const LISTS = 'lists.forwarder.example';

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

/** The lab with more settings for some hosts; harbor takes mail for any address. */
async function open(settings: Record<string, MtaInput>): Promise<TestLab> {
  const topology = testTopology();
  const hosts = topology.hosts.map((host) => {
    const open = host.name.startsWith('mx') ? { relayRecipients: [] } : {};
    return host.mta ? { ...host, mta: { ...host.mta, ...open, ...settings[host.name] } } : host;
  });
  lab = await TestLab.open({ topology: soundTopology({ ...topology, hosts }, 'changed') });
  return lab;
}

const count = async (one: TestLab, user: string) => (await one.mailbox(`${user}@harbor.example`)).length;

describe('a recipient', () => {
  test('with an extension is the one without it', async () => {
    const one = await open({});
    await one.letter('bob+news@harbor.example');
    expect(await count(one, 'bob')).toBe(1);
  });

  test('that nobody has goes to the catch-all, if there is one', async () => {
    const one = await open({
      [MAIL]: { localDomains: ['harbor.example'], catchAll: { 'harbor.example': 'carol@harbor.example' } },
    });
    await one.letter('whoever@harbor.example');
    expect(await count(one, 'carol')).toBe(1);
    expect(one.of('rewrite.applied').map(({ data }) => data)).toEqual([
      { step: 'catch-all', before: 'whoever@harbor.example', after: ['carol@harbor.example'] },
    ]);
  });

  test('may be several people, and one of them the mailbox of that name', async () => {
    const one = await open({
      [MAIL]: {
        localDomains: ['harbor.example'],
        aliases: { 'bob@harbor.example': ['bob@harbor.example', 'carol@harbor.example'] },
      },
    });
    await one.letter('bob@harbor.example');
    expect([await count(one, 'bob'), await count(one, 'carol')]).toEqual([1, 1]);
  });

  test('may have the mail sent on, and keep a copy', async () => {
    const one = await open({
      [MAIL]: {
        localDomains: ['harbor.example'],
        forwards: { 'bob@harbor.example': { to: ['carol@harbor.example'], keepCopy: true } },
      },
    });
    await one.letter('bob@harbor.example');
    expect([await count(one, 'bob'), await count(one, 'carol')]).toEqual([1, 1]);
    expect(one.of('queue.entered').map(({ data }) => data.kind)).toContain('forward');
  });

  test('whose forwarding goes in a circle is told so', async () => {
    const one = await open({
      [MAIL]: {
        localDomains: ['harbor.example'],
        forwards: {
          'bob@harbor.example': { to: ['carol@harbor.example'] },
          'carol@harbor.example': { to: ['bob@harbor.example'] },
        },
      },
    });
    await one.letter('bob@harbor.example');
    const [bounce = ''] = await one.mailbox('alice@campus.example');
    expect(bounce).toContain('Status: 5.4.6\r\n');
    expect(bounce).toContain('mail forwarding loop for bob@harbor.example');
  });
});

describe('a forwarder', () => {
  const dave: MtaInput = {
    localDomains: ['forwarder.example'],
    aliases: { 'dave@forwarder.example': ['bob@harbor.example'] },
  };
  const paths = (one: TestLab) =>
    one
      .of('queue.entered')
      .filter((event) => event.host === LISTS)
      .map(({ data }) => data.reversePath);

  test('keeps the sender when it knows nothing of SRS', async () => {
    const one = await open({ [LISTS]: dave });
    await one.letter('dave@forwarder.example');
    expect(paths(one)).toEqual(['alice@campus.example', 'alice@campus.example']);
  });

  test('with SRS answers for the sender, and takes the bounce back', async () => {
    const srs = { domain: 'forwarder.example', secret: 'tide' };
    const one = await open({
      [LISTS]: { ...dave, aliases: { 'dave@forwarder.example': ['gone@harbor.example'] }, srs },
    });
    await one.letter('dave@forwarder.example');
    expect(paths(one)[1]).toMatch(/^SRS0=[\w-]{4}=[A-Z2-7]{2}=campus\.example=alice@forwarder\.example$/);
    const [bounce = ''] = await one.mailbox('alice@campus.example');
    expect(bounce).toContain('Final-Recipient: rfc822; gone@harbor.example\r\n');
    expect(one.of('rewrite.applied').map(({ data }) => data.step)).toEqual(
      expect.arrayContaining(['srs sender', 'alias', 'srs']),
    );
  });

  const settings = { domain: 'f.example', secret: 's', maxAge_d: 21 };
  const DAY_MS = 86_400_000;

  test('turns back what it wrote, within its time, and nothing else', () => {
    const word = fc.stringMatching(/^[a-z0-9=+-]{1,12}$/);
    fc.assert(
      fc.property(word, fc.nat(3000), fc.nat(60), (local, day, later) => {
        const sender = `${local}@campus.example`;
        const written = srsForward(sender, settings, day * DAY_MS);
        fc.pre(!/^srs[01]/i.test(local));
        const back = srsReverse(written, settings, (day + later) * DAY_MS);
        expect(back).toEqual(later > 21 ? { problem: 'too old' } : { sender });
        expect(srsReverse(written, { ...settings, secret: 'other' }, day * DAY_MS)).toEqual({ problem: 'forged' });
      }),
    );
    expect(srsReverse('bob@f.example', settings, 0)).toBeUndefined();
  });

  test('behind another one leads back to the first', () => {
    const first = srsForward('a@b.example', settings, 0);
    const second = srsForward(first, { ...settings, domain: 'g.example' }, 0);
    expect(second).toMatch(/^SRS1=.*@g\.example$/);
    expect(srsReverse(second, { ...settings, domain: 'g.example' }, 0)).toEqual({ sender: first });
  });
});

describe('a mailing list', () => {
  const boats = (members: string[]): MtaInput => ({
    localDomains: ['forwarder.example'],
    aliases: { 'owner-owner@forwarder.example': ['alice@campus.example'] },
    lists: { 'boats@forwarder.example': { title: 'Boats', members, owner: 'carol@harbor.example' } },
  });

  test('sends to every member in its own name', async () => {
    const one = await open({ [LISTS]: boats(['bob@harbor.example', 'carol@harbor.example']) });
    await one.letter('boats@forwarder.example');
    const [letter = ''] = await one.mailbox('bob@harbor.example');
    expect(letter).toContain('Return-Path: <owner-boats@forwarder.example>\r\n');
    expect(letter).toContain(
      'Delivered-To: boats@forwarder.example\r\n' +
        'List-Id: "Boats" <boats.forwarder.example>\r\n' +
        'List-Post: <mailto:boats@forwarder.example>\r\n' +
        'List-Unsubscribe: <mailto:boats-request@forwarder.example?subject=unsubscribe>\r\n' +
        'Precedence: list\r\n',
    );
    expect(await count(one, 'carol')).toBe(1);
    expect(one.of('queue.entered').map(({ data }) => data.kind)).toContain('list');
  });

  test('has its bounces sent to its owner, never to the author', async () => {
    const one = await open({ [LISTS]: boats(['gone@harbor.example']) });
    await one.letter('boats@forwarder.example');
    expect((await one.mailbox('carol@harbor.example'))[0]).toContain('Final-Recipient: rfc822; gone@harbor.example');
    expect(await one.mailbox('alice@campus.example')).toEqual([]);
  });

  test('has the bounce of a bounce sent to the owner of owners', async () => {
    const settings = boats(['gone@harbor.example']);
    const list = { title: 'Boats', members: ['gone@harbor.example'], owner: 'lost@harbor.example' };
    const one = await open({ [LISTS]: { ...settings, lists: { 'boats@forwarder.example': list } } });
    await one.letter('boats@forwarder.example');
    expect((await one.mailbox('alice@campus.example'))[0]).toContain('Final-Recipient: rfc822; lost@harbor.example');
  });
});

describe('the address test', () => {
  const settings: Record<string, MtaInput> = {
    [LISTS]: {
      localDomains: ['forwarder.example'],
      routes: { 'harbor.example': '[mx2.harbor.example]' },
      aliases: {
        'all@forwarder.example': ['boats@forwarder.example', 'x@elsewhere.example'],
        'circle@forwarder.example': ['circle+1@forwarder.example'],
      },
      lists: { 'boats@forwarder.example': { members: ['bob@harbor.example'], owner: 'carol@harbor.example' } },
    },
  };

  test('goes through every table and sends nothing', async () => {
    const one = await open(settings);
    const before = one.events.length;
    const { steps } = await one.send('address.test', { host: LISTS, address: 'all@forwarder.example' });
    expect(steps.map(({ depth, address, table, after }) => `${depth} ${address} ${table} ${after.join(' ')}`)).toEqual([
      '0 all@forwarder.example alias boats@forwarder.example x@elsewhere.example',
      '1 boats@forwarder.example list bob@harbor.example',
      '2 bob@harbor.example route [mx2.harbor.example]:25',
      '1 x@elsewhere.example route MX of elsewhere.example',
    ]);
    expect(one.events.length).toBe(before);
    await expect(one.send('address.test', { host: 'ns.example', address: 'a@b.example' })).rejects.toThrow(
      'no mail server',
    );
  });

  test('is sendmail -bv at the shell', async () => {
    const one = await open(settings);
    const person = await Person.open(one, LISTS);
    expect(await person.type('sendmail -bv all@forwarder.example nobody@forwarder.example')).toBe(
      [
        'all@forwarder.example: alias -> boats@forwarder.example, x@elsewhere.example',
        '  boats@forwarder.example: list -> bob@harbor.example, from owner-boats@forwarder.example',
        '    bob@harbor.example: to [mx2.harbor.example]:25 (transport map: harbor.example)',
        '  x@elsewhere.example: to MX of elsewhere.example',
        'nobody@forwarder.example: 550 5.1.1 <nobody@forwarder.example>: Recipient address rejected: User unknown in virtual mailbox table',
        '',
      ].join('\n'),
    );
    expect(await person.type('sendmail -bv circle@forwarder.example')).toContain('loop\n');
    expect(await person.type('sendmail')).toContain('usage: sendmail -bv');
  });
});
