// A run is its inputs: played again they give the same run; with one line changed, another one.

import { expect, test } from 'vitest';

import { traceOf } from '../support/compare-runs.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

async function play(): Promise<TestLab> {
  const lab = await TestLab.open({ compareProvenance: false });
  await lab.letter('bob@harbor.example');
  await lab.send('config.patch', { host: 'mx1.harbor.example', path: '/policies/greylisting/enabled', value: true });
  for (const _round of [1, 2]) {
    const telnet = await Telnet.open(lab.door('mx1', 25));
    await telnet.reply();
    await telnet.ask('EHLO visitor.example');
    await telnet.ask('MAIL FROM:<dean@campus.example>');
    await telnet.ask('RCPT TO:<bob@harbor.example>');
    if ((await telnet.ask('DATA')).startsWith('354')) {
      telnet.type('Subject: Fees\r\n\r\nPay up.\r\n.\r\n');
      await telnet.reply();
    }
    await telnet.ask('QUIT');
    await telnet.close();
    await lab.lab.settled();
    await lab.send('clock.advance', { ms: 600_000 });
  }
  return lab;
}

test('a fork at the last event is the same run again', async () => {
  const lab = await play();
  const before = await traceOf(lab);
  const { seq } = await lab.send('lab.state', {});
  lab.events.length = 0;
  expect(await lab.send('lab.fork', { seq })).toMatchObject({ run: 2 });
  const after = await traceOf(lab);
  expect(after.mailboxes).toEqual(before.mailboxes);
  expect(after.plaintext).toEqual(before.plaintext);
  // The run's number differs, and with it where it says it came from; what happened doesn't.
  const happened = (events: string[]) =>
    events.filter((event) => !/"lab\.(opened|closed)"/.test(event)).map((event) => event.replace('"run":2', '"run":1'));
  expect(happened(after.events)).toEqual(happened(before.events));
  await lab.lab.close();
});

test('a fork with one changed line goes another way', async () => {
  const lab = await play();
  const line = lab.of('input.bytes').find((event) => event.data.bytes === 'RCPT TO:<bob@harbor.example>\r\n');
  await lab.send('lab.fork', { seq: line?.seq ?? 0, instead: 'RCPT TO:<nobody@harbor.example>\r\n' });
  const replies = lab.of('smtp.rcpt').filter((event) => event.run === 2 && event.host === 'mx1.harbor.example');
  expect(replies.at(-1)?.data).toMatchObject({ forwardPath: 'nobody@harbor.example', accepted: false });
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  await lab.lab.close();
});

test('a session over TLS through a door is played again from its plaintext', async () => {
  const lab = await TestLab.open({ compareProvenance: false });
  const { connect } = await import('node:tls');
  const socket = connect({ host: '127.0.0.1', port: lab.door('mail', 995), rejectUnauthorized: false });
  let heard = '';
  const said = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => heard.includes(text) && resolve();
      socket.on('data', look);
      look();
    });
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString()));
  await said('+OK');
  socket.write('USER bob@harbor.example\r\nPASS builder\r\nSTAT\r\n');
  await said('+OK 0 0');
  socket.end();
  const closed = await lab.seen('conn.closed');
  await lab.send('lab.fork', { seq: closed.seq });
  const logins = lab.of('pop3.login').map((event) => [event.run, event.data.accepted]);
  expect(logins).toEqual([
    [1, true],
    [2, true],
  ]);
  await lab.lab.close();
});

test('a reset brings the beginning back, under a new number', async () => {
  const lab = await play();
  expect(await lab.send('lab.reset', {})).toEqual({ run: 2 });
  expect(await lab.mailbox('bob@harbor.example')).toEqual([]);
  const { topology } = await lab.send('config.get', { host: 'mx1.harbor.example' });
  expect(topology.hosts[0]?.policies).toEqual({ greylisting: { enabled: false } });
  expect(await lab.letter('bob@harbor.example')).toMatch(/^250/);
  await lab.lab.close();
});

test('a line typed in a shell of the lab is changed too, and the shell goes on from there', async () => {
  const lab = await TestLab.open({ compareProvenance: false });
  const { shell } = await lab.send('shell.open', { host: 'visitor' });
  const type = (line: string) => lab.send('shell.submit', { shell, line });
  const told = (run: number, reply: RegExp) =>
    lab.seen('wire.line', (event) => event.run === run && event.data.from === 'server' && reply.test(event.data.bytes));
  await type('telnet mx1 25');
  await told(1, /^220 /);
  await type('HELO visitor.example');
  await type('MAIL FROM:<a@visitor.example>');
  await type('RCPT TO:<bob@harbor.example>');
  await told(1, /^250 2\.1\.5/);
  await type('DATA');
  await told(1, /^354/);

  const [line] = lab
    .of('input.command')
    .filter(({ data }) => (data.args as { line?: string }).line?.startsWith('RCPT') === true);
  await lab.send('lab.fork', { seq: line?.seq ?? 0, instead: 'RCPT TO:<carol@harbor.example>' });
  await told(2, /^250 2\.1\.5/);
  expect(lab.of('smtp.rcpt').map((event) => [event.run, event.data.forwardPath])).toEqual([
    [1, 'bob@harbor.example'],
    [2, 'carol@harbor.example'],
  ]);
  await type('DATA');
  await told(2, /^354/);
  await type('Subject: Hello');
  await type('');
  await type('.');
  await told(2, /^250 2\.0\.0/);
  await type('QUIT');
  await lab.seen('store.delivered', (event) => event.run === 2);
  expect(await lab.mailbox('carol@harbor.example')).toHaveLength(1);
  expect(await lab.mailbox('bob@harbor.example')).toEqual([]);
  await lab.lab.close();
});
