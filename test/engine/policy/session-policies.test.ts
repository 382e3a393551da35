// The policies that look at the session, in dialogues with mx1 and with the server that keeps the mailboxes: what they
// refuse, in Postfix's words, and what they let through.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';
const MAIL = 'mail.harbor.example';

let lab: TestLab;
beforeEach(async () => {
  const topology = testTopology(({ doors }) => {
    doors.push({ as: 'visitor.example', host: MAIL, port: 25, local: 0 });
  });
  lab = await TestLab.open({ topology });
});
afterEach(() => lab.close());

const set = (policy: string, value: Record<string, unknown> = {}, host = MX) =>
  lab.send('config.patch', { host, path: `/policies/${policy}`, value: { enabled: true, ...value } });

const connect = (host = MX) => Telnet.open(lab.door(host, 25));

/** A dialogue with a server; returns what was said otherwise. */
async function dialogue(script: string, host = MX): Promise<string[]> {
  const telnet = await connect(host);
  const differences = await telnet.dialogue(script);
  await telnet.close();
  return differences;
}

const lastDecision = () => lab.of('policy.decided').at(-1)?.data;

describe('greet pause', () => {
  test('a client that waits is greeted, and spared the next time', async () => {
    await set('greet-pause', { pause_s: 4 });
    const telnet = await connect();
    expect(await telnet.line()).toBe('220-mx1.harbor.example ESMTP teaser: please wait');
    await lab.send('clock.activity', { ms: 4000 });
    expect(await telnet.reply()).toBe('220 mx1.harbor.example ESMTP Posthorn');
    await telnet.ask('QUIT');
    await telnet.close();
    expect(await dialogue('S: 220 mx1.harbor.example ESMTP Posthorn\nC: QUIT\nS: 221 2.0.0 Bye')).toEqual([]);
    expect(lastDecision()?.reasons[0]?.code).toBe('greetPause.known');
    const { records } = await lab.send('policy.state', { host: MX, policy: 'greet-pause' });
    expect(records.map(({ about, state }) => [about, state])).toEqual([[['198.51.100.77'], 'passed']]);
  });

  test('a client that talks first may be hung up on, and hears why', async () => {
    await set('greet-pause', { onEarlyTalk: 'drop' });
    const script = `
      C: EHLO visitor.example
      S: 220-mx1.harbor.example ESMTP teaser: please wait
      S: 521 5.5.1 Protocol error`;
    const telnet = await connect();
    expect(await telnet.dialogue(script)).toEqual([]);
    expect(await telnet.line()).toBeUndefined();
    await telnet.close();
    expect(lastDecision()).toMatchObject({
      rfc: 'RFC 5321 section 3.1',
      reasons: [{ code: 'greetPause.early', params: { line: 'EHLO visitor.example' } }],
      otherwise: [{ code: 'greetPause.wait' }],
    });
  });

  test('a client that goes away during the pause leaves nothing behind', async () => {
    await set('greet-pause');
    const telnet = await connect();
    await telnet.line();
    await telnet.close();
    await lab.lab.settled();
    expect(lab.of('smtp.mail')).toEqual([]);
  });

  test('one that is only watched is let in all the same', async () => {
    await set('greet-pause', { onEarlyTalk: 'accept', teaser: false });
    const script = `
      C: EHLO visitor.example
      S: 220 mx1.harbor.example ESMTP Posthorn
      S: 250-mx1.harbor.example`;
    expect(await dialogue(script)).toEqual([]);
  });
});

describe('the name in HELO', () => {
  const asked = async (name: string): Promise<string> => {
    const telnet = await connect();
    await telnet.reply();
    await telnet.ask(`HELO ${name}`);
    await telnet.ask('MAIL FROM:<me@visitor.example>');
    const reply = await telnet.ask('RCPT TO:<bob@harbor.example>');
    await telnet.ask('QUIT');
    await telnet.close();
    return reply;
  };

  test.each([
    ['visitor.example', '250 2.1.5 Ok'],
    ['[198.51.100.77]', '250 2.1.5 Ok'],
    ['-bad-.example', '501 5.5.2 <-bad-.example>: Helo command rejected: Invalid name'],
    ['[300.1.1.1]', '501 5.5.2 <[300.1.1.1]>: Helo command rejected: invalid ip address'],
    ['laptop', '504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname'],
    ['mx1.harbor.example', '554 5.7.1 <mx1.harbor.example>: Helo command rejected: Access denied'],
    ['[192.0.2.9]', '554 5.7.1 <[192.0.2.9]>: Helo command rejected: Access denied'],
    ['missing.campus.example', '450 4.7.1 <missing.campus.example>: Helo command rejected: Host not found'],
  ])('%s', async (name, reply) => {
    await set('helo', { unknownHost: true });
    expect(await asked(name)).toBe(reply);
    const decision = lastDecision();
    expect(decision?.stage).toBe('helo');
    expect(decision?.otherwise === undefined).toBe(reply.startsWith('250'));
  });

  test('every lookup is a step with its answer', async () => {
    await set('helo', { unknownHost: true });
    await asked('visitor.example');
    expect(lastDecision()?.reasons[0]).toMatchObject({
      code: 'dns.answer',
      params: { name: 'visitor.example', type: 'A', answer: '198.51.100.77', ttl_s: 3600 },
    });
  });
});

test('addresses need a domain', async () => {
  await set('sender-fqdn');
  await set('recipient-fqdn');
  const script = `
    S: 220 mx1.harbor.example ESMTP Posthorn
    C: HELO visitor.example
    S: 250 mx1.harbor.example
    C: MAIL FROM:<me>
    S: 250 2.1.0 Ok
    C: RCPT TO:<bob@harbor.example>
    S: 504 5.5.2 <me>: Sender address rejected: need fully-qualified address
    C: RSET
    S: 250 2.0.0 Ok
    C: MAIL FROM:<me@visitor.example>
    S: 250 2.1.0 Ok
    C: RCPT TO:<bob>
    S: 504 5.5.2 <bob>: Recipient address rejected: need fully-qualified address
    C: RCPT TO:<bob@harbor.example>
    S: 250 2.1.5 Ok
    C: QUIT
    S: 221 2.0.0 Bye`;
  expect(await dialogue(script)).toEqual([]);
});

describe('the rate limit', () => {
  const letter = `
    S: 220 mx1.harbor.example ESMTP Posthorn
    C: HELO visitor.example
    S: 250 mx1.harbor.example
    C: MAIL FROM:<me@visitor.example>`;
  const quit = '\nC: QUIT\nS: 221 2.0.0 Bye';

  test('of letters is over when the lab’s clock has moved on', async () => {
    await set('rate-limit', { letters: 1, window_s: 60 });
    const [accepted, refused] = [
      `${letter}\nS: 250 2.1.0 Ok${quit}`,
      'S: 450 4.7.1 Error: too much mail from 198.51.100.77',
    ];
    expect(await dialogue(accepted)).toEqual([]);
    expect(await dialogue(`${letter}\n${refused}${quit}`)).toEqual([]);
    expect(lastDecision()).toMatchObject({
      reasons: [{ code: 'rate.letters', params: { counted: 2, most: 1 } }],
      otherwise: [{ code: 'rate.later', params: { left_s: 60 } }],
    });
    await lab.send('clock.advance', { ms: 60_000 });
    expect(await dialogue(accepted)).toEqual([]);
  });

  test('of connections is said in place of the greeting', async () => {
    await set('rate-limit', { connections: 1 });
    expect(await dialogue(`S: 220 mx1.harbor.example ESMTP Posthorn${quit}`)).toEqual([]);
    const refusal = 'S: 421 4.7.0 mx1.harbor.example Error: too many connections from 198.51.100.77';
    expect(await dialogue(refusal)).toEqual([]);
  });

  test('of recipients leaves the earlier ones in the letter', async () => {
    await set('rate-limit', { recipients: 1 });
    const script = `${letter}
      S: 250 2.1.0 Ok
      C: RCPT TO:<bob@harbor.example>
      S: 250 2.1.5 Ok
      C: RCPT TO:<carol@harbor.example>
      S: 450 4.7.1 Error: too many recipients from 198.51.100.77`;
    expect(await dialogue(script + quit)).toEqual([]);
  });
});

test('a full mailbox is refused for now, or for good', async () => {
  await lab.letter('bob@harbor.example', 'x'.repeat(2000));
  const asked = async () => {
    const telnet = await connect(MAIL);
    await telnet.reply();
    await telnet.ask('EHLO visitor.example');
    await telnet.ask('MAIL FROM:<me@visitor.example> SIZE=1500');
    const replies = [];
    for (const user of ['bob', 'carol']) replies.push(await telnet.ask(`RCPT TO:<${user}@harbor.example>`));
    await telnet.ask('QUIT');
    await telnet.close();
    return replies;
  };
  await set('mailbox-full', { quota_octets: 2000 }, MAIL);
  const rejected = '<bob@harbor.example>: Recipient address rejected: Mailbox is full';
  expect(await asked()).toEqual([`452 4.2.2 ${rejected}`, '250 2.1.5 Ok']);
  await set('mailbox-full', { quota_octets: 2000, onFull: 'refuse' }, MAIL);
  expect(await asked()).toEqual([`552 5.2.2 ${rejected}`, '250 2.1.5 Ok']);
});

test('a large letter is refused when it is announced, or when it has come', async () => {
  await set('size', { most_octets: 1000 });
  const large = `C: ${'x'.repeat(900)}\n`.repeat(2);
  const script = `
    S: 220 mx1.harbor.example ESMTP Posthorn
    C: HELO visitor.example
    S: 250 mx1.harbor.example
    C: MAIL FROM:<me@visitor.example> SIZE=1001
    S: 552 5.3.4 Message size exceeds fixed limit
    C: MAIL FROM:<me@visitor.example>
    S: 250 2.1.0 Ok
    C: RCPT TO:<bob@harbor.example>
    S: 250 2.1.5 Ok
    C: DATA
    S: 354 End data with <CR><LF>.<CR><LF>
    ${large}C: .
    S: 552 5.3.4 Error: message file too big
    C: QUIT
    S: 221 2.0.0 Bye`;
  expect(await dialogue(script)).toEqual([]);
});
