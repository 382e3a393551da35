// What a host offers and takes, switched on and off while the lab runs; and who may send through it.

import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { smtpExtensions, type SmtpServerSettings } from '../../contract/topology.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

const MX = 'mx1.harbor.example';
const SUBMIT = 'submit.campus.example';
const RELAY = 'relay.campus.example';

let lab: TestLab;
let open: Telnet[];
beforeEach(async () => {
  open = [];
  lab = await TestLab.open({
    topology: testTopology(({ doors }) => {
      doors.push({ as: 'visitor.example', host: RELAY, port: 25, local: 0 });
      doors.push({ as: 'visitor.example', host: RELAY, port: 110, local: 0 });
    }),
  });
});
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  await lab.close();
});

const set = <K extends keyof SmtpServerSettings>(host: string, key: K, value: SmtpServerSettings[K]) =>
  lab.send('config.patch', { host, path: `/mta/smtp/${key}`, value });

async function dial(host: string, port: number): Promise<Telnet> {
  const telnet = await Telnet.open(lab.door(host, port));
  open.push(telnet);
  await telnet.reply();
  return telnet;
}

describe('an extension that a host does without', () => {
  test.each(smtpExtensions.filter((one) => one !== 'AUTH'))('%s is not offered', async (extension) => {
    const host = extension === 'STARTTLS' ? SUBMIT : MX;
    const port = extension === 'STARTTLS' ? 587 : 25;
    const keywords = async () => (await (await dial(host, port)).ask('EHLO visitor.example')).split('\n').slice(1);
    const isOffered = (lines: string[]) => lines.some((line) => line.slice(4).split(' ')[0] === extension);
    expect(isOffered(await keywords())).toBe(true);
    await set(host, 'without', [extension]);
    expect(isOffered(await keywords())).toBe(false);
  });

  test.each([
    ['SIZE', 'MAIL FROM:<a@visitor.example> SIZE=100', '555 5.5.4 Unsupported option: SIZE=100'],
    ['8BITMIME', 'MAIL FROM:<a@visitor.example> BODY=8BITMIME', '555 5.5.4 Unsupported option: BODY=8BITMIME'],
    ['SMTPUTF8', 'MAIL FROM:<a@visitor.example> SMTPUTF8', '555 5.5.4 Unsupported option: SMTPUTF8'],
    ['DSN', 'MAIL FROM:<a@visitor.example> RET=HDRS', '555 5.5.4 Unsupported option: RET=HDRS'],
    ['ETRN', 'ETRN harbor.example', '500 5.5.2 Error: command not recognized'],
    ['STARTTLS', 'STARTTLS', '500 5.5.2 Error: command not recognized'],
  ] as const)('%s is not taken', async (extension, line, refusal) => {
    await set(MX, 'without', [extension]);
    const telnet = await dial(MX, 25);
    await telnet.ask('EHLO visitor.example');
    expect(await telnet.ask(line)).toBe(refusal);
  });

  test('DSN on RCPT goes with it', async () => {
    await set(MX, 'without', ['DSN']);
    const telnet = await dial(MX, 25);
    await telnet.ask('EHLO visitor.example');
    await telnet.ask('MAIL FROM:<a@visitor.example>');
    const notify = await telnet.ask('RCPT TO:<bob@harbor.example> NOTIFY=NEVER');
    expect(notify).toBe('555 5.5.4 Unsupported option: NOTIFY=NEVER');
  });

  test('without ENHANCEDSTATUSCODES replies have none', async () => {
    await set(MX, 'without', ['ENHANCEDSTATUSCODES']);
    const telnet = await dial(MX, 25);
    await telnet.ask('EHLO visitor.example');
    expect(await telnet.ask('MAIL FROM:<a@visitor.example>')).toBe('250 Ok');
    expect(await telnet.ask('RCPT TO:<nobody@elsewhere.example>')).toMatch(/^554 <nobody@elsewhere\.example>: Relay/);
  });

  test('without PIPELINING whoever doesn’t wait is told so, and goes on by waiting', async () => {
    await set(MX, 'without', ['PIPELINING']);
    const telnet = await dial(MX, 25);
    await telnet.ask('EHLO visitor.example');
    telnet.type('MAIL FROM:<a@visitor.example>\r\nRCPT TO:<bob@harbor.example>\r\n');
    expect(await telnet.reply()).toBe('250 2.1.0 Ok');
    expect(await telnet.reply()).toBe('503 5.5.0 Error: improper use of SMTP command pipelining');
    expect(await telnet.ask('RCPT TO:<bob@harbor.example>')).toBe('250 2.1.5 Ok');
  });
});

describe('VRFY, EXPN and HELP, when a host is set up for them', () => {
  test('VRFY says what RCPT would', async () => {
    await set(MX, 'vrfy', true);
    const telnet = await dial(MX, 25);
    expect(await telnet.ask('VRFY bob@harbor.example')).toBe('252 2.0.0 bob@harbor.example');
    expect(await telnet.ask('VRFY <nobody@harbor.example>')).toMatch(/^550 5\.1\.1 <nobody@harbor\.example>/);
  });

  test('EXPN lists an alias', async () => {
    await set(RELAY, 'expn', true);
    const telnet = await dial(RELAY, 25);
    expect(await telnet.ask('EXPN postmaster@campus.example')).toBe('250 2.1.5 <alice@campus.example>');
    expect(await telnet.ask('EXPN alice@campus.example')).toMatch(/^550 5\.1\.1 /);
  });

  test('HELP helps', async () => {
    await set(MX, 'help', true);
    const telnet = await dial(MX, 25);
    expect(await telnet.ask('HELP')).toMatch(/^214-2\.0\.0 Commands: .*\n214 2\.0\.0 /);
  });
});

describe('AUTH', () => {
  const encode = (text: string) => Buffer.from(text).toString('base64');

  async function answer(telnet: Telnet, login: string, password: string): Promise<string> {
    const challenge = Buffer.from((await telnet.ask('AUTH CRAM-MD5')).slice(4), 'base64').toString();
    const digest = createHmac('md5', password).update(challenge).digest('hex');
    return telnet.ask(encode(`${login} ${digest}`));
  }

  beforeEach(async () => {
    await set(SUBMIT, 'authInTheClear', true);
    await set(SUBMIT, 'authMechanisms', ['PLAIN', 'CRAM-MD5']);
  });

  test('the mechanisms of the host are offered, and no other is taken', async () => {
    const telnet = await dial(SUBMIT, 587);
    expect(await telnet.ask('EHLO laptop.campus.example')).toContain('250-AUTH PLAIN CRAM-MD5\n');
    expect(await telnet.ask('AUTH LOGIN')).toBe(
      '535 5.7.8 Error: authentication failed: Invalid authentication mechanism',
    );
  });

  test('CRAM-MD5 proves the password without saying it', async () => {
    const telnet = await dial(SUBMIT, 587);
    await telnet.ask('EHLO laptop.campus.example');
    expect(await answer(telnet, 'alice@campus.example', 'wrong')).toMatch(/^535 5\.7\.8 /);
    expect(await answer(telnet, 'alice@campus.example', 'wonderland')).toMatch(/^235 2\.7\.0 /);
    expect(lab.of('auth.succeeded').map((one) => one.data.mechanism)).toEqual(['CRAM-MD5']);
  });

  test('a host without AUTH takes none', async () => {
    await set(SUBMIT, 'without', ['AUTH']);
    const telnet = await dial(SUBMIT, 587);
    expect(await telnet.ask('EHLO laptop.campus.example')).not.toContain('AUTH');
    expect(await telnet.ask('AUTH PLAIN')).toBe('503 5.5.1 Error: authentication not enabled');
  });

  test('with sender-login match a user writes as nobody else', async () => {
    await set(SUBMIT, 'senderLoginMatch', true);
    const telnet = await dial(SUBMIT, 587);
    await telnet.ask('EHLO laptop.campus.example');
    await telnet.ask(`AUTH PLAIN ${encode('\0alice\0wonderland')}`);
    expect(await telnet.ask('MAIL FROM:<dean@campus.example>')).toBe(
      '553 5.7.1 <dean@campus.example>: Sender address rejected: not owned by user alice',
    );
    expect(await telnet.ask('MAIL FROM:<alice@campus.example>')).toBe('250 2.1.0 Ok');
  });
});

describe('may I send through you?', () => {
  async function asked(): Promise<string> {
    const telnet = await dial(RELAY, 25);
    await telnet.ask('EHLO visitor.example');
    await telnet.ask('MAIL FROM:<a@visitor.example>');
    const reply = await telnet.ask('RCPT TO:<bob@harbor.example>');
    await telnet.ask('QUIT');
    return reply;
  }
  const reasons = () =>
    lab
      .of('smtp.rcpt')
      .at(-1)
      ?.data.reasons?.map((one) => one.code);

  test('a stranger may not', async () => {
    expect(await asked()).toBe('554 5.7.1 <bob@harbor.example>: Relay access denied');
  });

  test('an open relay lets anybody, and says that this is why', async () => {
    await set(RELAY, 'openRelay', true);
    expect(await asked()).toBe('250 2.1.5 Ok');
    expect(reasons()).toEqual(['relay.open']);
  });

  test('who has just read mail may, until the window closes', async () => {
    await set(RELAY, 'popBeforeSmtp_s', 600);
    expect(await asked()).toMatch(/^554 /);
    const pop = await Telnet.open(lab.door(RELAY, 110));
    open.push(pop);
    await pop.line();
    for (const line of ['USER alice', 'PASS wonderland', 'QUIT']) {
      pop.type(`${line}\r\n`);
      expect(await pop.line()).toMatch(/^\+OK/);
    }
    expect(await asked()).toBe('250 2.1.5 Ok');
    expect(reasons()).toEqual(['relay.popBeforeSmtp']);
    await lab.send('clock.advance', { ms: 601_000 });
    expect(await asked()).toMatch(/^554 /);
  });

  test('its own network may, and the network is named', async () => {
    await lab.letter('bob@harbor.example');
    const atRelay = lab.of('smtp.rcpt').find((one) => one.host === RELAY);
    expect(atRelay?.data.reasons).toEqual([
      { code: 'relay.network', params: { address: '192.0.2.25', network: '192.0.2.0/24' } },
    ]);
  });
});
