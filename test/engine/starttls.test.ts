// STARTTLS at our servers, and before somebody else's: offered, taken, refused, taken out of the reply, with a
// certificate that is wrong, and with words slipped in before it.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Mta } from '../../contract/topology.ts';
import { createAuthority } from '../../engine/internet/certificates.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { OUTSIDE, topologyWithOutside } from '../support/outside.ts';
import { HANG_UP, type Script, ScriptedServer } from '../support/scripted-server.ts';
import { Telnet } from '../support/telnet.ts';

const RELAY = 'relay.campus.example';

let lab: TestLab;
afterEach(() => lab.close());

const setTls = (level: Mta['outboundTls']) =>
  lab.send('config.patch', { host: RELAY, path: '/mta/outboundTls', value: level });
const waits = async () => (await lab.send('queue.list', { host: RELAY })).items.map((item) => item.lastReply);

describe('at our MSA', () => {
  let telnet: Telnet;
  beforeEach(async () => {
    lab = await TestLab.open();
    telnet = await Telnet.open(lab.door('submit', 587));
    await telnet.reply();
  });
  afterEach(async () => {
    await telnet.ask('QUIT');
    await telnet.close();
  });

  test('AUTH is neither offered nor taken before TLS; inside it is, and a second STARTTLS is refused', async () => {
    expect(await telnet.ask('EHLO laptop.campus.example')).not.toContain('AUTH');
    expect(await telnet.ask('AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=')).toBe(
      '530 5.7.0 Must issue a STARTTLS command first',
    );
    expect(await telnet.ask('STARTTLS')).toBe('220 2.0.0 Ready to start TLS');
    await telnet.secure();
    expect(await telnet.ask('MAIL FROM:<alice@campus.example>')).toBe('503 5.5.1 Error: send HELO/EHLO first');
    const offers = await telnet.ask('EHLO laptop.campus.example');
    expect(offers).toContain('AUTH PLAIN LOGIN');
    expect(offers).not.toContain('STARTTLS');
    expect(await telnet.ask('STARTTLS')).toBe('554 5.5.1 Error: TLS already active');
    expect(await telnet.ask('AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=')).toMatch(/^235 2\.7\.0 /);
  });

  test.each(['NOOP\r\nRSET\r\n', 'NOO', 'EHLO evil.example\r\nMAIL FROM:<evil@visitor.example>\r\n'])(
    'what comes in the clear behind STARTTLS is dropped: %j',
    async (injected) => {
      await telnet.ask('EHLO laptop.campus.example');
      telnet.type(`STARTTLS\r\n${injected}`);
      expect(await telnet.reply()).toBe('220 2.0.0 Ready to start TLS');
      await telnet.secure();
      // Each answer is that to the line before it: nobody else's command was run.
      expect(await telnet.ask('RSET')).toBe('250 2.0.0 Ok');
      expect(await telnet.ask('MAIL FROM:<alice@campus.example>')).toBe('503 5.5.1 Error: send HELO/EHLO first');
      expect(lab.of('smtp.helo').map((event) => event.data.argument)).toEqual(['laptop.campus.example']);
      expect(lab.of('smtp.mail')).toEqual([]);
    },
  );
});

describe('at our exchangers', () => {
  beforeEach(async () => {
    lab = await TestLab.open({
      topology: testTopology(({ hosts }) => {
        for (const { name, listeners } of hosts) {
          if (name === 'mx1.harbor.example') for (const listener of listeners) listener.tls = 'starttls';
          const mta = hosts.find((host) => host.name === RELAY)?.mta;
          if (mta) mta.routes = { 'harbor.example': { to: 'mx1.harbor.example', port: 25, mx: false } };
        }
      }),
    });
  });

  const byTls = () =>
    lab
      .of('wire.line')
      .filter((event) => event.conn?.startsWith(`${RELAY}#`) && event.data.bytes.startsWith('RCPT'))
      .map((event) => event.data.tls);

  test.each([
    ['none', false],
    ['may', true],
    ['encrypt', true],
    ['verify', true],
  ] as const)('with level %s the letter goes through, over TLS: %s', async (level, secure) => {
    await setTls(level);
    await lab.letter('bob@harbor.example');
    expect(byTls()).toEqual([secure]);
    const [letter = ''] = await lab.mailbox('bob@harbor.example');
    expect(/by mx1\.harbor\.example \(Posthorn\) with (\w+) id/.exec(letter)?.[1]).toBe(secure ? 'ESMTPS' : 'ESMTP');
  });

  test.each([
    ['may', [false], []],
    ['encrypt', [], ['451 TLS is required, but was not offered by host mx1.harbor.example[203.0.113.25]']],
  ] as const)('when a middleman takes the offer out, level %s decides', async (level, goesOn, waiting) => {
    await setTls(level);
    await lab.send('hold.set', { id: 'middleman', client: RELAY, server: 'mx1.harbor.example', reply: 'EHLO' });
    await lab.letter('bob@harbor.example');
    for (;;) {
      const [unit] = (await lab.send('hold.list', {})).held;
      if (!unit) break;
      const instead = unit.bytes.replace('STARTTLS', 'XXXXXXXA');
      await lab.send('hold.release', { conn: unit.conn, from: 'server', instead });
      await lab.lab.settled();
    }
    expect(byTls()).toEqual(goesOn);
    expect(await waits()).toEqual(waiting);
    expect(lab.of('wire.released').some((event) => event.data.changed)).toBe(true);
  });
});

describe("at somebody else's server", () => {
  const authority = () => createAuthority({ name: 'Nobody knows it', now_ms: Date.now(), serial: 1n });
  const strange = () => authority().issue({ names: ['script.visitor.example'], now_ms: Date.now(), serial: 2n });
  let server: ScriptedServer;

  /** A lab whose mail for visitor.example goes to the script. */
  async function open(script: Script, certificate?: { cert: string; key: string }): Promise<void> {
    server = await ScriptedServer.start(script, certificate);
    lab = await TestLab.open({ topology: topologyWithOutside(server.port) });
  }
  afterEach(() => server.stop());

  const sent = async (level: Mta['outboundTls']) => {
    await setTls(level);
    await lab.letter('somebody@visitor.example');
    return server.sessions.map((lines) => lines.map((line) => line.split(' ')[0]).join(' '));
  };
  const IN_THE_CLEAR = 'MAIL RCPT DATA . QUIT';
  const NAME = `script.visitor.example[${OUTSIDE}]`;

  test('that refuses STARTTLS: may goes on in the clear', async () => {
    await open({});
    expect(await sent('may')).toEqual([`EHLO STARTTLS ${IN_THE_CLEAR}`]);
  });

  test('that refuses STARTTLS: encrypt waits', async () => {
    await open({});
    expect(await sent('encrypt')).toEqual(['EHLO STARTTLS QUIT']);
    expect(await waits()).toEqual([
      `451 TLS is required, but host ${NAME} refused to start TLS: 454 TLS not available due to local problem`,
    ]);
  });

  test('that hangs up in the handshake: may calls again in the clear', async () => {
    await open({ STARTTLS: `220 2.0.0 Go\r\n${HANG_UP}` });
    // The second call hears the offer too, and doesn't take it.
    expect(await sent('may')).toEqual(['EHLO STARTTLS', `EHLO ${IN_THE_CLEAR}`]);
  });

  test('that hangs up in the handshake: encrypt waits', async () => {
    await open({ STARTTLS: `220 2.0.0 Go\r\n${HANG_UP}` });
    expect(await sent('encrypt')).toEqual(['EHLO STARTTLS']);
    expect((await waits())[0]).toContain(`451 Cannot start TLS with ${NAME}: `);
  });

  test.each([
    ['may', true],
    ['encrypt', true],
    ['verify', false],
  ] as const)('whose certificate nobody vouches for: with %s the letter goes: %s', async (level, goes) => {
    await open({ STARTTLS: '220 2.0.0 Go\r\n' }, strange());
    const calls = await sent(level);
    expect(calls[0]).toBe(goes ? `EHLO STARTTLS [TLS] EHLO ${IN_THE_CLEAR}` : 'EHLO STARTTLS [TLS]');
    expect(await waits()).toEqual(
      goes ? [] : [expect.stringMatching(/^451 Cannot start TLS with script\.visitor\.example.*certificate/)],
    );
    if (goes) expect(lab.of('tls.started').at(-1)?.data.version).toBe('TLSv1.3');
  });

  test('behind whose 220 somebody slipped answers: they are dropped', async () => {
    await open({ STARTTLS: '220 2.0.0 Go\r\n250-script.example\r\n250 DSN\r\n' }, strange());
    const calls = await sent('may');
    // Whether the slipped answers break the handshake or only come before it, none of them is believed.
    expect(calls.at(-1)).toContain(`EHLO ${IN_THE_CLEAR}`);
    expect(server.sessions.flat().filter((line) => /NOTIFY|ORCPT/.test(line))).toEqual([]);
  });
});
