// What each kind of fault does to a letter on its way, and what the mail server at the end of it makes of that.

import { describe, expect, test } from 'vitest';

import type { FaultRule } from '../../contract/faults.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

const RELAY = 'relay.campus.example';
const MX1 = 'mx1.harbor.example';
const MX1_AS_TOLD = 'mx1.harbor.example[203.0.113.25]';

type Given = Omit<Partial<FaultRule>, 'fault'> & { fault: FaultRule['fault'] };

/** A lab whose link between relay and mx1 is disturbed; mx2 can't be reached, so that a trouble shows. */
async function disturbed(rule: Given, change?: Parameters<typeof testTopology>[0]): Promise<TestLab> {
  const topology = testTopology((one) => {
    for (const host of one.hosts) if (host.name === 'mx2.harbor.example') host.stopped = ['postfix'];
    change?.(one);
  });
  const lab = await TestLab.open({ topology });
  await lab.send('fault.set', { id: 'link', hosts: [RELAY, MX1], ...rule });
  return lab;
}

/** Why the letter waits at the relay. */
async function reason(lab: TestLab): Promise<string> {
  const { data } = await lab.seen('queue.deferred');
  return data.reply.text;
}

const deeds = (lab: TestLab) => lab.of('fault.struck').map(({ data }) => data.deed);

/** Sends, and lets the activity clock pass in steps until the letter is in its mailbox. */
async function letterWhile(lab: TestLab, step_ms: number): Promise<void> {
  await lab.letter('bob@harbor.example');
  while (lab.of('store.delivered').length === 0) await lab.send('clock.activity', { ms: step_ms });
}

describe('the link', () => {
  test('delays every line, and no more than it says', async () => {
    const lab = await disturbed({ fault: { kind: 'delay', ms: 2000 } });
    const begin_ms = (await lab.send('clock.activity', { ms: 0 })).now_ms;
    await letterWhile(lab, 500);
    const took_ms = (await lab.send('clock.activity', { ms: 0 })).now_ms - begin_ms;
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    const struck = lab.of('fault.struck');
    expect(new Set(struck.map(({ data }) => data.deed))).toEqual(new Set(['delayed']));
    expect(struck.every(({ data }) => data.ms === 2000)).toBe(true);
    // Greeting, EHLO, MAIL, RCPT, DATA, the text and QUIT, each with its answer, one after the other.
    expect(took_ms).toBeGreaterThanOrEqual(13 * 2000);
    expect((await lab.send('lab.state', {})).state.faults?.[0]?.struck).toBe(struck.length);
    await lab.close();
  });

  test('is slow: a letter of 5000 octets takes its time', async () => {
    const lab = await disturbed({ fault: { kind: 'slow', octetsPerSecond: 1000 } });
    await letterWhile(lab, 100);
    const bulk = lab.events.findIndex(
      ({ type, conn, data }) =>
        type === 'wire.bulk' && conn?.startsWith(RELAY) === true && 'kind' in data && data.kind === 'mailData',
    );
    const before = lab.events[bulk - 1] ?? lab.events[bulk - 2];
    expect(before).toMatchObject({ type: 'fault.struck', data: { deed: 'delayed', from: 'client' } });
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    await lab.close();
  });

  test('swallows the call: it times out, as a dead host does', async () => {
    const lab = await disturbed({ fault: { kind: 'blackHole' } });
    await lab.letter('bob@harbor.example');
    await lab.send('clock.activity', { ms: 30_000 });
    await lab.lab.settled();
    expect(lab.of('conn.refused').map(({ data }) => data.problem)).toContain('dropped');
    expect(lab.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      `connect to ${MX1_AS_TOLD}:25: Connection timed out`,
    ]);
    expect(deeds(lab)).toEqual(['silenced']);
    await lab.close();
  });

  test('swallows an open conversation: the client waits its five minutes', async () => {
    const lab = await disturbed({ fault: { kind: 'blackHole' }, filter: 'verb:RCPT' });
    await lab.letter('bob@harbor.example');
    expect(lab.of('queue.deferred')).toEqual([]);
    await lab.send('clock.activity', { ms: 300_000 });
    expect(lab.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      `conversation with ${MX1_AS_TOLD} timed out while sending RCPT TO`,
    ]);
    expect(lab.of('fault.struck').map(({ data }) => [data.deed, data.bytes])).toEqual([
      ['silenced', undefined],
      ['lost', 'RCPT TO:<bob@harbor.example>\r\n'],
    ]);
    await lab.close();
  });

  test('a black hole that is taken away lets everything arrive late, as TCP would', async () => {
    const lab = await disturbed({ fault: { kind: 'blackHole' }, filter: 'verb:RCPT' });
    await lab.letter('bob@harbor.example');
    expect(deeds(lab)).toEqual(['silenced', 'lost']);
    await lab.send('fault.clear', { id: 'link' });
    await lab.lab.settled();
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    expect(lab.of('queue.deferred')).toEqual([]);
    await lab.close();
  });

  test('is cut before the greeting, and in the middle of a line', async () => {
    const first = await disturbed({ fault: { kind: 'cut', octets: 0 } });
    await first.letter('bob@harbor.example');
    expect(first.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      `lost connection with ${MX1_AS_TOLD} while receiving the initial server greeting`,
    ]);
    await first.close();
  });

  test('is cut while the text is on its way: nobody has the letter twice', async () => {
    const lab = await disturbed({ fault: { kind: 'cut', octets: 100 }, filter: 'verb:.', times: 1 });
    await lab.letter('bob@harbor.example');
    expect(lab.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      `lost connection with ${MX1_AS_TOLD} while sending end of data -- message may be sent more than once`,
    ]);
    expect(deeds(lab)).toEqual(['cut']);
    await lab.send('clock.next', {});
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    await lab.close();
  });

  test('is reset at the EHLO, once: the next try arrives', async () => {
    const lab = await disturbed({ fault: { kind: 'reset', octets: 0 }, filter: 'verb:EHLO', times: 1 });
    await lab.letter('bob@harbor.example');
    expect(lab.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      `lost connection with ${MX1_AS_TOLD} while performing the EHLO handshake`,
    ]);
    expect(deeds(lab)).toEqual(['lost', 'reset']);
    const closed = lab.of('conn.closed').filter(({ conn }) => conn?.startsWith(RELAY));
    expect(closed.map(({ data }) => data.by)).toEqual(['reset']);
    await lab.send('clock.next', {});
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    await lab.close();
  });

  test('turns a bit of the text over: the letter arrives changed, and nobody says that a server did it', async () => {
    const lab = await disturbed({ fault: { kind: 'corrupt' }, filter: 'verb:.', times: 1 });
    await lab.letter('bob@harbor.example');
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    const [struck] = lab.of('fault.struck');
    const octet = struck?.data.octet;
    expect(struck?.data.deed).toBe('corrupted');
    const text = lab.of('wire.bulk').find(({ seq }) => seq === (struck?.seq ?? 0) + 1);
    const { bytes } = await lab.send('bytes.read', { ref: text?.data.ref ?? { at: 0, length: 0 } });
    expect(bytes.charCodeAt(octet?.at ?? 0)).toBe(octet?.is);
    expect(octet?.was).not.toBe(octet?.is);
    for (const changed of lab.of('field.changed')) expect(changed.data.standing).toBe('claimed');
    await lab.lab.close();
  });
});

describe('inside TLS', () => {
  const secure = (topology: ReturnType<typeof testTopology>) => {
    for (const host of topology.hosts) {
      if (host.name === RELAY && host.mta) host.mta.outboundTls = 'encrypt';
      if (host.name === MX1) for (const one of host.listeners) if (one.port === 25) one.tls = 'starttls';
    }
  };

  test('a bit that is turned over is noticed: the connection breaks, the letter waits', async () => {
    // The text of the letter is the longest of the ciphertext; what comes before it is let through by its number.
    const lab = await disturbed({ fault: { kind: 'corrupt' }, port: 25, times: 1, isOn: false }, secure);
    await lab.send('hold.set', { id: 'stop', client: RELAY, command: 'MAIL' });
    await lab.letter('bob@harbor.example');
    const { state } = await lab.send('lab.state', {});
    const rule = state.faults?.[0]?.rule;
    await lab.send('fault.set', { ...rule, id: 'link', fault: { kind: 'corrupt' }, isOn: true });
    await lab.send('hold.clear', { id: 'stop' });
    await lab.lab.settled();
    expect(lab.of('fault.struck').map(({ data }) => [data.deed, data.ciphertext])).toEqual([['corrupted', true]]);
    expect(lab.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      `lost connection with ${MX1_AS_TOLD} while sending MAIL FROM`,
    ]);
    expect(lab.of('tls.failed').map(({ data }) => data.problem)).not.toEqual([]);
    await lab.send('clock.next', {});
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    await lab.close();
  });

  test('a handshake that is corrupted fails, and the letter waits for TLS', async () => {
    const lab = await disturbed({ fault: { kind: 'corrupt' }, filter: 'verb:STARTTLS is:client', times: 1 }, secure);
    await lab.letter('bob@harbor.example');
    expect(lab.of('fault.struck').map(({ data }) => data.deed)).toEqual(['corrupted']);
    await lab.lab.close();
  });
});

describe('the programs', () => {
  test('somebody answers RCPT in the server’s stead, which never hears it', async () => {
    const answer = { kind: 'answer', command: 'RCPT', code: 451, enhanced: '4.7.1', text: 'Come back later' } as const;
    const lab = await disturbed({ fault: answer, times: 1 });
    await lab.letter('bob@harbor.example');
    expect(await reason(lab)).toContain('Come back later');
    expect(deeds(lab)).toEqual(['unheard', 'answered']);
    expect(lab.of('smtp.rcpt').filter(({ host }) => host === MX1)).toEqual([]);
    const said = lab.of('wire.line').filter(({ conn }) => conn?.startsWith(RELAY));
    expect(said.map(({ data }) => data.bytes)).toContain('451 4.7.1 Come back later\r\n');
    const { text } = await lab.send('log.read', { host: MX1 });
    expect(text).toContain(' ehlo=1 mail=1 rset=1 quit=1 commands=4\n');
    await lab.send('clock.next', {});
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    await lab.close();
  });

  test('a letter that was taken and is refused in the server’s stead comes twice (RFC 1047)', async () => {
    const answer = { kind: 'answer', command: '.', code: 451, enhanced: '4.3.0', text: 'Try again' } as const;
    const lab = await disturbed({ fault: answer, times: 1 });
    await lab.letter('bob@harbor.example');
    expect(deeds(lab)).toEqual(['replaced']);
    await lab.send('clock.next', {});
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(2);
    await lab.close();
  });

  test('a server that is made to say 421 says goodbye', async () => {
    const answer = { kind: 'answer', command: 'CONNECT', code: 421, text: 'mx1.harbor.example too busy' } as const;
    const lab = await disturbed({ fault: answer, times: 1 });
    await lab.letter('bob@harbor.example');
    expect(lab.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      `host ${MX1_AS_TOLD} refused to talk to me: 421 mx1.harbor.example too busy`,
    ]);
    expect(deeds(lab).slice(0, 2)).toEqual(['replaced', 'cut']);
    await lab.close();
  });

  test('a line is dropped: the client waits for an answer that nobody gives', async () => {
    const lab = await disturbed({ fault: { kind: 'drop' }, filter: 'verb:DATA is:client', times: 1 });
    const sent = lab.letter('bob@harbor.example');
    await lab.seen('fault.struck');
    void lab.send('clock.activity', { ms: 300_000 });
    await sent;
    expect(lab.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      expect.stringMatching(/(timed out|lost connection).* while sending DATA command$/),
    ]);
    expect(lab.of('fault.struck')[0]?.data).toMatchObject({ deed: 'dropped', from: 'client', bytes: 'DATA\r\n' });
    await lab.close();
  });

  test('pipelined replies keep their order, whoever gives them', async () => {
    const lab = await TestLab.open();
    const fault = { kind: 'answer', command: 'RCPT', code: 250, enhanced: '2.1.5', text: 'Sure' } as const;
    await lab.send('fault.set', { id: 'yes', hosts: [MX1], fault });
    const telnet = await Telnet.open(lab.door('mx1', 25));
    await telnet.reply();
    await telnet.ask('EHLO visitor.example');
    telnet.type('MAIL FROM:<a@visitor.example>\r\nRCPT TO:<bob@harbor.example>\r\nRSET\r\nQUIT\r\n');
    const replies = [await telnet.reply(), await telnet.reply(), await telnet.reply(), await telnet.reply()];
    expect(replies.map((one) => one?.slice(0, 9))).toEqual(['250 2.1.0', '250 2.1.5', '250 2.0.0', '221 2.0.0']);
    await telnet.close();
    await lab.close();
  });
});

describe('a rule', () => {
  test('strikes by chance, and the same lines with the same seed', async () => {
    const struck = async (seed: number) => {
      const lab = await TestLab.open();
      await lab.send('fault.set', { id: 'r', fault: { kind: 'corrupt' }, filter: 'verb:EHLO', percent: 30, seed });
      for (let letter = 0; letter < 4; letter += 1) await lab.letter('bob@harbor.example').catch(() => undefined);
      const lines = lab.of('fault.struck').map(({ conn, data }) => `${conn} ${data.from} ${data.octet?.at}`);
      await lab.lab.close();
      return lines;
    };
    const once = await struck(7);
    expect(once.length).toBeGreaterThan(0);
    expect(await struck(7)).toEqual(once);
    expect(await struck(8)).not.toEqual(once);
  });

  test('is in the state, goes with a fork and a reset, and is refused when it names nobody', async () => {
    const lab = await TestLab.open();
    const rule = { id: 'r', hosts: [RELAY, MX1], fault: { kind: 'delay' as const, ms: 1 } };
    await lab.send('fault.set', rule);
    await lab.send('fault.set', { ...rule, isOn: false });
    expect((await lab.send('lab.state', {})).state.faults).toMatchObject([
      { rule: { id: 'r', isOn: false }, struck: 0 },
    ]);
    await lab.send('lab.fork', { seq: lab.events.length });
    expect((await lab.send('lab.state', {})).state.faults).toMatchObject([{ rule: { id: 'r', isOn: false } }]);
    await lab.send('fault.clear', { id: 'r' });
    expect((await lab.send('lab.state', {})).state.faults).toBeUndefined();
    await expect(lab.send('fault.set', { ...rule, hosts: ['mx3.harbor.example'] })).rejects.toMatchObject({
      problem: 'unknown host',
    });
    await expect(lab.send('fault.set', { ...rule, fault: { kind: 'drop' } })).rejects.toMatchObject({
      problem: 'bad arguments',
    });
    await lab.close();
  });

  test('strikes also who is already there, from the moment on that it is set', async () => {
    const lab = await TestLab.open();
    const telnet = await Telnet.open(lab.door('mx1', 25));
    await telnet.reply();
    expect(await telnet.ask('HELO visitor.example')).toMatch(/^250/);
    await lab.send('fault.set', { id: 'r', hosts: [MX1], fault: { kind: 'cut', octets: 6 } });
    telnet.type('NOOP\r\nNOOP\r\n');
    // Six octets are the first of them; what was typed after it is told as lost, and the server closes.
    expect(await telnet.line()).toBeUndefined();
    expect(deeds(lab).slice(0, 1)).toEqual(['cut']);
    await telnet.close();
    await lab.close();
  });

  test('that isn’t for a connection leaves nothing in its record', async () => {
    const lab = await TestLab.open();
    await lab.send('fault.set', { id: 'r', hosts: ['desk.harbor.example'], fault: { kind: 'blackHole' } });
    await lab.letter('bob@harbor.example');
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    expect(lab.of('fault.struck')).toEqual([]);
    await lab.close();
  });
});

describe('the way to the name server', () => {
  const NS = 'ns.example';
  const asked = (lab: TestLab, type: string) =>
    lab.of('dns.asked').filter(({ host, data }) => host === RELAY && data.type === type);
  const mxAnswer = (lab: TestLab) =>
    lab.of('dns.answered').find(({ host, data }) => host === RELAY && data.type === 'MX')?.data;

  /** Sends, and lets the waiting pass: a host that waits for an answer is at work, so there is no rest before it has it. */
  const letterMeanwhile = async (lab: TestLab) => {
    let isOver = false;
    const letter = lab.letter('bob@harbor.example').then(() => (isOver = true));
    while (!isOver) {
      lab.lab.options.world.activity.advance(500);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await letter;
  };

  test('a black hole: three questions, no answer, and the letter waits for another day', async () => {
    const lab = await disturbed({ fault: { kind: 'blackHole' }, hosts: [RELAY, NS] });
    await letterMeanwhile(lab);
    expect(asked(lab, 'MX')).toHaveLength(3);
    expect(mxAnswer(lab)).toMatchObject({ rcode: 'TIMEOUT', problem: 'timeout' });
    const [struck] = lab.of('fault.struck').filter(({ cause }) => asked(lab, 'MX').some(({ seq }) => seq === cause));
    expect(struck?.data).toEqual({ rule: 'link', deed: 'silenced', from: 'client' });
    expect(lab.of('queue.deferred').map(({ data }) => data.reply.text)).toEqual([
      expect.stringMatching(/Name service error for name=harbor\.example type=MX: Host not found, try again/),
    ]);
    await lab.send('fault.clear', { id: 'link' });
    await lab.send('clock.next', {});
    await lab.lab.settled();
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    await lab.close();
  });

  test('a datagram that is lost is asked for again, one that is late is waited for', async () => {
    const lost = await disturbed({ fault: { kind: 'corrupt' }, hosts: [RELAY, NS], times: 1 });
    await letterMeanwhile(lost);
    expect(lost.of('fault.struck').map(({ data }) => [data.deed, data.from])).toEqual([['corrupted', 'client']]);
    expect(await lost.mailbox('bob@harbor.example')).toHaveLength(1);
    await lost.close();
    const late = await disturbed({ fault: { kind: 'delay', ms: 1000 }, hosts: [RELAY, NS] });
    await letterMeanwhile(late);
    expect(asked(late, 'MX')).toHaveLength(1);
    expect(mxAnswer(late)).toMatchObject({ rcode: 'NOERROR' });
    expect(await late.mailbox('bob@harbor.example')).toHaveLength(1);
    await late.close();
  });

  test('rules for lines, for another port or between two others leave it alone', async () => {
    const rules: Partial<Given>[] = [
      { filter: 'verb:NOOP' },
      { port: 25 },
      { protocol: 'smtp' },
      { hosts: ['desk.harbor.example', NS] },
    ];
    for (const rule of rules) {
      const lab = await disturbed({ fault: { kind: 'delay', ms: 1 }, hosts: [RELAY, NS], ...rule });
      await lab.letter('bob@harbor.example');
      expect(lab.of('fault.struck')).toEqual([]);
      await lab.close();
    }
  });
});
