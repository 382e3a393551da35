// A run played again beside itself: as it was it comes to the same, with one change to something else, from that moment on.

import { afterEach, expect, test } from 'vitest';

import type { Change } from '../../contract/rerun.ts';
import { readSession, type Session } from '../../contract/session/read-session.ts';
import { SessionFile } from '../../contract/session/session-file.ts';
import { deflation } from '../../engine/deflation.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

let lab: TestLab;
afterEach(() => lab.lab.close());

const open = async () => (lab = await TestLab.open({ compareProvenance: false }));
const lastSeq = async () => (await lab.send('lab.state', {})).seq;

/** The rerun's run, as a screen gets it. */
async function rerun(change?: Change, goOn = true): Promise<Session> {
  const begun = await lab.send('rerun.begin', { until: await lastSeq(), goOn, ...(change ? { change } : {}) });
  let status = await lab.send('rerun.status', begun);
  while (status.state === 'running') status = await lab.send('rerun.status', { ...begun, seen: status.news });
  expect(status).toMatchObject({ state: 'done' });
  const { packing } = await lab.send('rerun.pack', begun);
  const pieces: Buffer[] = [];
  for (;;) {
    const { bytes, last } = await lab.send('session.next', { packing });
    pieces.push(Buffer.from(bytes, 'base64'));
    if (last) break;
  }
  await lab.send('rerun.drop', begun);
  return readSession(await SessionFile.open(Buffer.concat(pieces), deflation), { pause: () => Promise.resolve() });
}

/** What was said on the wire, with who said it. */
const spoken = (events: Session['events']) =>
  events.flatMap((event) =>
    event.type === 'wire.line' && !event.data.secret
      ? [`${event.conn ?? ''} ${event.data.from} ${event.data.bytes}`]
      : [],
  );

const firstDifference = (one: string[], other: string[]) => {
  const at = one.findIndex((line, index) => line !== other[index]);
  return at < 0 ? undefined : [one[at], other[at]];
};

/** The reply to RCPT at mx1 is held and becomes a 451; ten minutes later the letter is tried again. */
async function editedReply(): Promise<void> {
  await lab.send('hold.set', { id: 'rcpt', server: 'mx1.harbor.example', from: 'server', reply: 'RCPT' });
  const sent = lab.letter('bob@harbor.example');
  const { conn = '' } = await lab.seen('wire.held');
  await lab.send('hold.clear', { id: 'none' });
  await lab.send('hold.release', { conn, from: 'server', instead: '451 4.3.0 Not now\r\n' });
  await lab.send('hold.clear', { id: 'rcpt' });
  await sent;
  await lab.send('clock.advance', { ms: 1_800_000 });
}

test('as it was, it comes to the same, letter for letter and line for line', async () => {
  await open();
  await editedReply();
  const again = await rerun(undefined, false);
  expect(spoken(again.events)).toEqual(spoken(lab.events));
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  expect(again.state.mailboxes['bob@harbor.example']?.letters).toHaveLength(1);
});

test('an edit undone: the reply is the server’s own, and that is the first line that differs', async () => {
  await open();
  await editedReply();
  const release = lab.of('input.command').find(({ data }) => data.command === 'hold.release');
  const as = spoken((await rerun()).events);
  const undone = spoken((await rerun({ kind: 'undone', input: release?.seq ?? 0 })).events);
  const [was, is] = firstDifference(as, undone) ?? [];
  expect(was).toMatch(/ server 451 4\.3\.0 Not now\r\n$/);
  expect(is).toMatch(/ server 250 2\.1\.5 Ok\r\n$/);
});

test('a line that nobody touched is another one, held or not', async () => {
  await open();
  await lab.send('hold.set', { id: 'rcpt', server: 'mx1.harbor.example', from: 'server', reply: 'RCPT' });
  const sent = lab.letter('bob@harbor.example');
  const { conn = '' } = await lab.seen('wire.held');
  await lab.send('hold.release', { conn, from: 'server' });
  await sent;
  const line = lab.of('wire.line').find((event) => event.conn === conn && event.data.bytes.startsWith('250 2.1.5'));
  const other = await rerun({ kind: 'wire', line: line?.seq ?? 0, instead: '550 5.1.1 Nobody here\r\n' });
  const [, is] = firstDifference(spoken(lab.events), spoken(other.events)) ?? [];
  expect(is).toMatch(/ server 550 5\.1\.1 Nobody here\r\n$/);
  expect(other.state.mailboxes['bob@harbor.example']?.letters ?? []).toEqual([]);
  expect(other.events.find(({ type }) => type === 'queue.bounced')).toBeDefined();
});

test('a policy from a moment in the middle of the way on: what came before stays, and the letter waits its minutes', async () => {
  await open();
  await lab.letter('bob@harbor.example');
  await lab.letter('carol@harbor.example');
  const queued = lab.of('queue.entered').filter(({ host }) => host === 'relay.campus.example');
  const change = {
    kind: 'set',
    after: queued[1]?.seq ?? 0,
    host: 'mx1.harbor.example',
    path: '/policies/greylisting',
    value: { enabled: true, delay_s: 600 },
  } as const;
  const other = await rerun(change);
  const [was, is] = firstDifference(spoken((await rerun()).events), spoken(other.events)) ?? [];
  expect(was).toMatch(/ server 250 2\.1\.5/);
  expect(is).toMatch(/ server 450 4\.2\.0/);
  const { bob, carol } = { bob: 'bob@harbor.example', carol: 'carol@harbor.example' };
  expect(other.state.mailboxes[bob]?.letters).toHaveLength(1);
  expect(other.state.mailboxes[carol]?.letters).toHaveLength(1);
  // The lab that is open heard nothing of it.
  expect(lab.lab.run.context.topology.hosts.find(({ name }) => name === 'mx1.harbor.example')?.policies).toEqual({
    greylisting: { enabled: false },
  });
});

test('a zone record and a host switched off, from the beginning', async () => {
  await open();
  await lab.letter('bob@harbor.example');
  const zone = lab.lab.run.context.topology.hosts.find(({ name }) => name === 'ns.example')?.zones['harbor.example'];
  const records = zone?.records.filter(({ type }) => type !== 'MX') ?? [];
  const noMx = await rerun({
    ...{ kind: 'set', after: 1, host: 'ns.example', path: '/zones/harbor.example', value: { ...zone, records } },
  });
  expect(noMx.state.mailboxes['bob@harbor.example']?.letters ?? []).toEqual([]);
  const value = ['postfix'];
  const off = await rerun({ kind: 'set', after: 1, host: 'mail.harbor.example', path: '/stopped', value });
  expect(off.events.filter(({ type }) => type === 'queue.deferred').length).toBeGreaterThan(0);
});

test('what a person typed is said differently, and the rest is repeated', async () => {
  await open();
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  for (const line of [
    'HELO visitor.example',
    'MAIL FROM:<a@visitor.example>',
    'RCPT TO:<bob@harbor.example>',
    'QUIT',
  ]) {
    await telnet.ask(line);
  }
  await telnet.close();
  await lab.lab.settled();
  const typed = lab.of('input.bytes').find(({ data }) => data.bytes?.startsWith('RCPT') === true);
  const other = await rerun({ kind: 'said', input: typed?.seq ?? 0, instead: 'RCPT TO:<nobody@harbor.example>\r\n' });
  const said = spoken(other.events).join('');
  expect(said).toContain('550 5.1.1');
  expect(said).toContain('221 ');
});

test('what can’t be done is said, and a rerun that is dropped is over', async () => {
  await open();
  await lab.letter('bob@harbor.example');
  const until = await lastSeq();
  const refused = (change: Change) => lab.send('rerun.begin', { until, change, goOn: false });
  await expect(refused({ kind: 'said', input: 1, instead: 'x' })).rejects.toThrow('nothing that could be changed');
  await expect(refused({ kind: 'wire', line: 1, instead: 'x' })).rejects.toThrow('nothing that could be changed');
  const bad = { kind: 'set', after: 1, host: 'mx1.harbor.example', path: '/policies/greylisting', value: 7 } as const;
  const begun = await refused(bad);
  let status = await lab.send('rerun.status', begun);
  while (status.state === 'running') status = await lab.send('rerun.status', { ...begun, seen: status.news });
  expect(status).toMatchObject({ state: 'failed', detail: expect.stringContaining('greylisting') as string });

  const dropped = await lab.send('rerun.begin', { until, goOn: false });
  await lab.send('rerun.drop', dropped);
  await expect(lab.send('rerun.status', dropped)).rejects.toThrow('play it again');
});

test('a run that a program outside had a part in isn’t played again', async () => {
  lab = await TestLab.open({
    compareProvenance: false,
    topology: testTopology((topology) => topology.outwardDoors.push({ address: '10.9.9.9', port: 25, local: 1 })),
  });
  await expect(lab.send('rerun.begin', { until: 1, goOn: false })).rejects.toThrow('outside');
});

test('a jump of the clock that was ended half-way is repeated as far as it came', async () => {
  await open();
  await lab.send('config.patch', { host: 'mail.harbor.example', path: '/stopped', value: ['postfix'] });
  await lab.letter('bob@harbor.example');
  const before = await lab.send('clock.get', {});
  const watching = lab.lab.subscribe((event) => {
    if (event.type === 'queue.deferred' && event.data.attempt === 3) void lab.send('clock.halt', {});
  });
  const { now_ms } = await lab.send('clock.advance', { ms: 5 * 86_400_000 });
  watching.dispose();
  expect(now_ms).toBeGreaterThan(before.now_ms);
  expect(now_ms).toBeLessThan(before.now_ms + 86_400_000);
  const again = await rerun(undefined, false);
  expect(again.state.now_ms).toBe(now_ms);
  expect(spoken(again.events)).toEqual(spoken(lab.events));
});
