// Access tables: which row fits, and what it does to client, letter and log.

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import { ACCESS_RESULT } from '../../../contract/tables.ts';
import { addressKeys, clientKeys, lookUpAccess } from '../../../engine/policy/access-table.ts';
import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';
type Rows = [key: string, result: string][];

let lab: TestLab | undefined;
const open: Telnet[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await lab?.close();
  lab = undefined;
});

async function labWith(tables: Record<string, Rows>): Promise<TestLab> {
  const rows = (table: Rows) => table.map(([key, result]) => ({ key, result }));
  const access = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, rows(table)]));
  lab = await TestLab.open({
    topology: testTopology(({ hosts }) => {
      for (const host of hosts) if (host.name === MX) host.policies = { access: { enabled: true, ...access } };
    }),
  });
  return lab;
}

/** A visitor's dialog as far as RCPT; returns the answers after EHLO. */
async function ask(one: TestLab, from: string, to: string[], helo = 'visitor.example'): Promise<string[]> {
  const telnet = await Telnet.open(one.door(MX, 25));
  open.push(telnet);
  await telnet.reply();
  await telnet.ask(`EHLO ${helo}`);
  const answers = [await telnet.ask(`MAIL FROM:<${from}>`)];
  for (const recipient of to) answers.push(await telnet.ask(`RCPT TO:<${recipient}>`));
  return answers;
}

const BOB = 'bob@harbor.example';
const reasons = (one: TestLab) => one.of('policy.decided').flatMap(({ data }) => data.reasons);

describe('the keys', () => {
  test('go from the narrowest to the widest', () => {
    expect(clientKeys('192.0.2.7', 'mx.a.example')).toEqual([
      ...['mx.a.example', 'a.example', '.a.example', 'example', '.example'],
      ...['192.0.2.7', '192.0.2', '192.0', '192', '*'],
    ]);
    expect(addressKeys('Bob+x@A.example')).toEqual([
      ...['bob+x@a.example', 'bob@a.example', 'a.example', 'example', '.example', 'bob+x@', 'bob@', '*'],
    ]);
    expect(addressKeys('')).toEqual(['<>', '*']);
  });

  test('of anything end in the wildcard, and a row that fits is found', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const keys = addressKeys(text);
        expect(keys.at(-1)).toBe('*');
        expect(lookUpAccess([{ key: '*', result: 'REJECT' }], keys)).toMatchObject({ row: 1, key: '*' });
      }),
    );
  });

  test('whatever a row may say can be carried out', () => {
    fc.assert(
      fc.property(fc.stringMatching(ACCESS_RESULT), (result) => {
        const action = lookUpAccess([{ key: 'a', result }], ['a'])?.action;
        if (action?.kind !== 'refuse') return;
        expect(action.code).toBeGreaterThanOrEqual(400);
        expect(action.enhanced).toMatch(/^[45]\.\d+\.\d+$/);
      }),
    );
  });
});

describe('a refusal', () => {
  test('of a client names host and address, and is spoken at RCPT', async () => {
    const one = await labWith({ client: [['198.51.100', 'REJECT']] });
    expect(await ask(one, 'a@visitor.example', [BOB])).toEqual([
      '250 2.1.0 Ok',
      '554 5.7.1 <visitor.example[198.51.100.77]>: Client host rejected: Access denied',
    ]);
  });

  test.each([
    ['helo', 'nobody', 'DEFER who is that', '450 4.7.1 <nobody>: Helo command rejected: who is that'],
    [
      'sender',
      'visitor.example',
      '554 5.7.9 not today',
      '554 5.7.9 <a@visitor.example>: Sender address rejected: not today',
    ],
    ['recipient', 'bob@', '450 later', `450 4.7.1 <${BOB}>: Recipient address rejected: later`],
  ])('by %s is worded as Postfix words it', async (table, key, result, refusal) => {
    const one = await labWith({ [table]: [[key, result]] });
    expect((await ask(one, 'a@visitor.example', [BOB], 'nobody'))[1]).toBe(refusal);
    expect(reasons(one)).toEqual([{ code: 'access.refused', params: expect.objectContaining({ table, key, row: 1 }) }]);
  });

  test('has exceptions, and a wildcard for the rest', async () => {
    const one = await labWith({
      sender: [
        ['*', 'REJECT'],
        ['visitor.example', 'REJECT not you'],
        ['friend@visitor.example', 'DUNNO'],
      ],
    });
    expect((await ask(one, 'friend@visitor.example', [BOB]))[1]).toBe('250 2.1.5 Ok');
    expect((await ask(one, 'a@visitor.example', [BOB]))[1]).toContain('rejected: not you');
    expect((await ask(one, 'a@b.example', [BOB]))[1]).toContain('rejected: Access denied');
    expect(reasons(one).map(({ code, params }) => [code, params['key'], params['row']])).toEqual([
      ['access.dunno', 'friend@visitor.example', 3],
      ['access.refused', 'visitor.example', 2],
      ['access.refused', '*', 1],
    ]);
  });

  test('stands for those who may relay too', async () => {
    const one = await labWith({ client: [['visitor.example', 'RELAY']], recipient: [['x@', 'REJECT']] });
    expect(await ask(one, 'a@b.example', ['y@elsewhere.example', 'x@elsewhere.example'])).toEqual([
      '250 2.1.0 Ok',
      '250 2.1.5 Ok',
      '554 5.7.1 <x@elsewhere.example>: Recipient address rejected: Access denied',
    ]);
    expect(one.of('smtp.rcpt')[0]?.data.reasons?.map(({ code }) => code)).toEqual(['access.relay']);
  });
});

describe('OK', () => {
  test('spares a client the other policies, and opens no relay', async () => {
    const one = await labWith({ client: [['visitor.example', 'OK']] });
    await one.send('config.patch', { host: MX, path: '/policies/greylisting', value: { enabled: true } });
    expect(await ask(one, 'a@b.example', [BOB, 'x@elsewhere.example'])).toEqual([
      '250 2.1.0 Ok',
      '250 2.1.5 Ok',
      '554 5.7.1 <x@elsewhere.example>: Relay access denied',
    ]);
  });
});

describe('a letter that is taken', () => {
  const send = async (one: TestLab) => {
    await ask(one, 'a@b.example', [BOB]);
    await open.at(-1)?.ask('DATA');
    const reply = await open.at(-1)?.ask('Subject: x\r\n\r\nbody\r\n.');
    await one.lab.settled();
    return reply;
  };
  const log = (one: TestLab) => one.of('log.written').map(({ data }) => data.line);

  test('and discarded is queued nowhere, though the client hears a queue id', async () => {
    const one = await labWith({ sender: [['b.example', 'DISCARD']] });
    expect(await send(one)).toMatch(/^250 2\.0\.0 Ok: queued as [0-9A-Z]{10}$/);
    expect(one.of('queue.entered')).toEqual([]);
    expect(log(one)).toContainEqual(
      `NOQUEUE: discard: RCPT from visitor.example[198.51.100.77]: <a@b.example>: Sender address triggers DISCARD action; from=<a@b.example> to=<${BOB}> proto=ESMTP helo=<visitor.example>`,
    );
  });

  test('and held waits until it is released', async () => {
    const one = await labWith({ sender: [['b.example', 'HOLD look at it']] });
    await send(one);
    expect(log(one)).toContainEqual(
      expect.stringContaining(
        'hold: RCPT from visitor.example[198.51.100.77]: <a@b.example>: Sender address look at it;',
      ),
    );
    const [item] = (await one.send('queue.list', { host: MX })).items;
    expect(item?.held).toBe(true);
    // In a repeatable run a visitor who is still there holds the queues.
    await open.pop()?.close();
    await one.send('queue.release', { host: MX, queueIds: [item?.queueId ?? ''] });
    await one.lab.settled();
    expect(await one.mailbox(BOB)).toHaveLength(1);
  });
});
