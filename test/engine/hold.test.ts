// A person stops a line on the wire, looks, changes it or not, and lets it go.

import { expect, test } from 'vitest';

import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

test('the reply to RCPT is held, seen, and released', async () => {
  const lab = await TestLab.open();
  await lab.send('hold.set', { id: 'stop', server: 'mx1.harbor.example', reply: 'RCPT' });
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await telnet.ask('HELO visitor.example');
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  telnet.type('RCPT TO:<bob@harbor.example>\r\n');
  const conn = await heldConn(lab);
  const { held } = await lab.send('hold.list', {});
  expect(held).toEqual([{ conn, from: 'server', bytes: '250 2.1.5 Ok\r\n', rule: 'stop' }]);
  expect(await lab.send('hold.release', { conn, from: 'server' })).toEqual({ released: 1 });
  expect(await telnet.reply()).toBe('250 2.1.5 Ok');
  await telnet.ask('QUIT');
  await telnet.close();
  await lab.close();
});

test('a held letter between two hosts waits with the clock of waiting standing still, and goes on', async () => {
  const lab = await TestLab.open();
  await lab.send('hold.set', { id: 'stop', client: 'mx1.harbor.example', command: 'RCPT' });
  expect(await lab.letter('bob@harbor.example')).toMatch(/^250/);
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(0);
  const before = (await lab.send('clock.activity', { ms: 0 })).now_ms;
  expect((await lab.send('hold.list', {})).held).toHaveLength(1);
  expect(await lab.send('hold.clear', { id: 'stop' })).toEqual({ released: 1 });
  await lab.lab.settled();
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  expect((await lab.send('clock.activity', { ms: 0 })).now_ms).toBe(before);
  await lab.close();
});

test('what a person put in its place is told as changed by them', async () => {
  const lab = await TestLab.open();
  await lab.send('hold.set', { id: 'stop', client: 'mx1.harbor.example', command: 'RCPT' });
  await lab.letter('bob@harbor.example');
  const conn = await heldConn(lab);
  await lab.send('hold.release', { conn, from: 'client', instead: 'RCPT TO:<carol@harbor.example>\r\n' });
  await lab.lab.settled();
  expect(await lab.mailbox('carol@harbor.example')).toHaveLength(1);
  expect(lab.of('wire.released').map((event) => event.data.changed)).toEqual([true]);
  await lab.close();
});

test('a header field changed on the wire is told as a change, by nobody on the way', async () => {
  const lab = await TestLab.open();
  await lab.send('hold.set', { id: 'stop', client: 'relay.campus.example', command: '.' });
  await lab.letter('bob@harbor.example');
  const [unit] = (await lab.send('hold.list', {})).held;
  const instead = unit?.bytes.replace('Subject: A letter', 'Subject: A ransom note') ?? '';
  await lab.send('hold.release', { conn: unit?.conn ?? '', from: 'client', instead });
  await lab.lab.settled();
  expect(lab.of('field.changed').map((event) => [event.data.name, event.data.raw, event.data.standing])).toEqual([
    ['Subject', 'Subject: A ransom note\r\n', 'claimed'],
  ]);
  // The two derivations disagree about the wire that was tampered with, and that is right.
  await lab.lab.close();
});

async function heldConn(lab: TestLab): Promise<string> {
  return (await lab.seen('wire.held')).conn ?? '';
}

test('after STARTTLS the replies are still told apart', async () => {
  const lab = await TestLab.open();
  await lab.send('hold.set', { id: 'stop', server: 'submit.campus.example', reply: 'RCPT' });
  const sending = lab.send('mail.send', { from: 'alice@campus.example', to: ['bob@harbor.example'] });
  const conn = await heldConn(lab);
  const { held } = await lab.send('hold.list', {});
  expect(held.map((unit) => unit.bytes)).toEqual(['250 2.1.5 Ok\r\n']);
  await lab.send('hold.release', { conn, from: 'server' });
  expect((await sending).reply).toMatch(/^250 /);
  await lab.close();
});

test('a password that is held is told as one, and what is said in its place counts as one', async () => {
  const lab = await TestLab.open();
  await lab.send('hold.set', { id: 'stop', server: 'submit.campus.example', command: 'AUTH' });
  const sending = lab.send('mail.send', { from: 'alice@campus.example', to: ['bob@harbor.example'] });
  const conn = await heldConn(lab);
  const [unit] = (await lab.send('hold.list', {})).held;
  expect(unit?.bytes).toMatch(/^AUTH PLAIN \S+\r\n$/);
  expect(unit?.secret?.start).toBe('AUTH PLAIN '.length);
  const instead = 'AUTH PLAIN AGFsaWNlAHdyb25n\r\n';
  await lab.send('hold.release', { conn, from: 'client', instead });
  const said = lab.of('wire.line').find((event) => event.data.bytes === instead);
  expect(said?.data.secret).toEqual({ start: 0, end: instead.length - 2 });
  await sending.catch(() => undefined);
  await lab.lab.close();
});

test('a filter stops what fits it on the wire, whoever says it', async () => {
  const lab = await TestLab.open();
  await lab.send('hold.set', { id: 'stop', filter: 'host:mx1 verb:RCPT reply:5xx' });
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await telnet.ask('HELO visitor.example');
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  expect(await telnet.ask('RCPT TO:<bob@harbor.example>')).toMatch(/^250/);
  telnet.type('RCPT TO:<nobody@harbor.example>\r\n');
  const conn = await heldConn(lab);
  const { held } = await lab.send('hold.list', {});
  expect(held).toEqual([{ conn, from: 'server', bytes: expect.stringMatching(/^550 5\.1\.1 /), rule: 'stop' }]);
  await lab.send('hold.release', { conn, from: 'server' });
  expect(await telnet.reply()).toMatch(/^550/);
  await telnet.close();
  await lab.close();
});

test('a filter that can stop nothing, or everything by a slip, is refused', async () => {
  const lab = await TestLab.open();
  for (const filter of ['relpy:4xx', 'policy:spf', '']) {
    await expect(lab.send('hold.set', { id: 'stop', filter })).rejects.toMatchObject({ problem: 'bad filter' });
  }
  await lab.close();
});
