// Commands that go out without waiting for the answers (RFC 2920): what our relay sends then, and what it makes of the
// answers. Counterpart: engine/smtp/client.ts; engine/smtp/connection.ts answers.

import { afterEach, describe, expect, test } from 'vitest';

import { TestLab } from '../support/lab.ts';
import { topologyWithOutside } from '../support/outside.ts';
import { ScriptedServer } from '../support/scripted-server.ts';

const RELAY = 'relay.campus.example';
const MX = 'mx1.harbor.example';
const AHEAD = ['> MAIL', '> RCPT', '> RCPT', '> RCPT', '> DATA', '< 250', '< 250', '< 550', '< 250', '< 354'];

let lab: TestLab;
afterEach(() => lab.close());

const pipelines = () => lab.send('config.patch', { host: RELAY, path: '/mta/outboundPipelining', value: true });

/** The relay's dialog with mx1 between MAIL and the letter: who speaks, and the first word. */
function transaction(lines = lab.of('wire.line')): string[] {
  const conn = lab.of('conn.opened').find(({ data }) => data.client.host === RELAY && data.server.host === MX)?.conn;
  const words = lines
    .filter((event) => event.conn === conn)
    .map(({ data }) => `${data.from === 'client' ? '>' : '<'} ${data.bytes.slice(0, 4).trim()}`);
  return words.slice(words.indexOf('> MAIL'), words.indexOf('< 354') + 1);
}

describe('between two of our servers', () => {
  const TO = ['bob@harbor.example', 'nobody@harbor.example', 'carol@harbor.example'];

  test('the envelope goes in one piece, its answers come back, and each recipient has its own fate', async () => {
    lab = await TestLab.open();
    await pipelines();
    await lab.letter(TO);
    expect(transaction()).toEqual(AHEAD);
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    expect(await lab.mailbox('carol@harbor.example')).toHaveLength(1);
    const [report = ''] = await lab.mailbox('alice@campus.example');
    expect(report).toContain('Final-Recipient: rfc822; nobody@harbor.example');
  });

  test('when nobody is accepted the DATA that went ahead is refused, and the session goes on', async () => {
    lab = await TestLab.open();
    await pipelines();
    await lab.letter('nobody@harbor.example');
    expect(lab.of('smtp.data').some(({ host, data }) => host === MX && data.accepted)).toBe(false);
    expect(lab.of('wire.line').map(({ data }) => data.bytes)).toContain('554 5.5.1 Error: no valid recipients\r\n');
    expect(await lab.mailbox('alice@campus.example')).toHaveLength(1);
  });

  const STEPS = ['> MAIL', '< 250', '> RCPT', '< 250', '> DATA', '< 354'];

  test('not while somebody may stop a line between the two, also when their connection was open before', async () => {
    lab = await TestLab.open({ serial: false });
    await pipelines();
    await lab.send('config.patch', { host: RELAY, path: '/mta/queue/connectionReuse_s', value: 600 });
    await lab.send('hold.set', { id: 'elsewhere', server: 'mail.harbor.example', reply: 'VRFY' });
    await lab.letter('bob@harbor.example');
    expect(transaction()).not.toEqual(STEPS);
    await lab.send('hold.set', { id: 'here', server: MX, reply: 'VRFY' });
    const before = lab.of('wire.line').length;
    await lab.letter('bob@harbor.example');
    expect(lab.of('conn.opened').filter(({ data }) => data.client.host === RELAY)).toHaveLength(1);
    expect(transaction(lab.of('wire.line').slice(before))).toEqual(STEPS);
  });

  test('not where it isn’t offered', async () => {
    lab = await TestLab.open();
    await pipelines();
    await lab.send('config.patch', { host: MX, path: '/mta/smtp/without', value: ['PIPELINING'] });
    await lab.letter('bob@harbor.example');
    expect(transaction()).toEqual(STEPS);
  });
});

test('a server that takes DATA though it refused everybody gets an empty letter, and its answer counts for nobody', async () => {
  const server = await ScriptedServer.start({
    EHLO: '250-script.example\r\n250 PIPELINING\r\n',
    RCPT: '550 5.1.1 No such user\r\n',
  });
  try {
    lab = await TestLab.open({ topology: topologyWithOutside(server.port) });
    await pipelines();
    await lab.letter('somebody@visitor.example');
    expect(server.sessions.map((lines) => lines.map((line) => line.split(' ')[0]))).toEqual([
      ['EHLO', 'MAIL', 'RCPT', 'DATA', '.', 'RSET', 'QUIT'],
    ]);
    const [report = ''] = await lab.mailbox('alice@campus.example');
    expect(report).toContain('550 5.1.1');
  } finally {
    await server.stop();
  }
});
