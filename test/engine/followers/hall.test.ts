// Followers of a lecture: who is let in, what they are given, and that nothing they say does anything to the lab. A real
// server on a real port of 127.0.0.1; the page is a stand-in.

import { once } from 'node:events';
import http from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Stage, Vote } from '../../../contract/lecture/stage.ts';
import { LectureDesk } from '../../../engine/followers/lecture-desk.ts';
import { FOLLOWER_LIMITS } from '../../../engine/followers/limits.ts';
import { manualWorld } from '../../../engine/world/manual-world.ts';
import { TestLab } from '../../support/lab.ts';
import { Listener } from '../../support/listener.ts';

const STAGE: Stage = {
  playlist: 'A letter’s journey',
  scene: { at: 1, of: 3, title: 'It leaves' },
  panels: ['map', 'dialogs'],
  isBlack: false,
};
const VOTE: Vote = {
  id: 'who-next',
  asks: 'Who is called next?',
  options: [
    { id: 'mx', text: 'The MX of harbor.example' },
    { id: 'bob', text: 'Bob’s computer' },
  ],
  phase: 'open',
  rounds: [],
};

let lab: TestLab;
let desk: LectureDesk;
let origin: string;
let code: string;
const open: Listener[] = [];

beforeEach(async () => {
  lab = await TestLab.open({ compareProvenance: false });
  const page = { type: 'text/html; charset=utf-8', content: Buffer.from('<!doctype html>') };
  desk = new LectureDesk({
    world: { ...manualWorld(), real_ms: () => 1_800_000_000_000 },
    files: () => new Map([['/', page]]),
    addresses: () => [{ address: '127.0.0.1', name: 'lo', isLoopback: true }],
  });
  desk.follow(lab.lab);
  ({ origin, code } = await desk.openHall('127.0.0.1', 0));
});

afterEach(async () => {
  for (const one of open.splice(0)) one.socket.terminate();
  await desk.closeHall();
  await lab.close();
});

async function inside(): Promise<Listener> {
  const listener = await Listener.inside(origin, code);
  open.push(listener);
  return listener;
}

function outside(headers?: Record<string, string>): Listener {
  const listener = new Listener(origin, headers);
  open.push(listener);
  return listener;
}

const last = () => lab.lab.run.context.log.seq;
const hash = async () => (await lab.send('lab.state', {})).hash;
const refused = async () => (await desk.status(undefined)).hall?.refused.map(({ tried }) => tried);

describe('what followers are given', () => {
  it('is the stage and the lab, the same for who comes late', async () => {
    const early = await inside();
    desk.show(STAGE, undefined);
    await lab.letter('bob@harbor.example');
    await lab.letter('carol@harbor.example');
    await lab.letter('bob@harbor.example');
    const late = await inside();
    await Promise.all([early, late].map((one) => one.until(() => one.position.seq === last())));
    expect(last()).toBeGreaterThan(FOLLOWER_LIMITS.pageEvents);
    expect([early.hash, late.hash]).toEqual([await hash(), await hash()]);
    expect(late.frames).toContainEqual({ kind: 'stage', stage: STAGE });
  });

  it('is nothing of the lab before there is a stage, nor after it', async () => {
    const one = await inside();
    await lab.letter('bob@harbor.example');
    desk.show(STAGE, undefined);
    await one.until(() => one.position.seq === last());
    desk.show(null, undefined);
    await one.until(() => JSON.stringify(one.frames.at(-1)) === '{"kind":"stage","stage":null}');
    const known = one.position.seq;
    await lab.letter('carol@harbor.example');
    desk.show(STAGE, undefined);
    await one.until(() => one.position.seq > known);
    expect(one.events.map(({ seq }) => seq)).toEqual(one.events.map((_, at) => at + 1));
  });

  it('stops where the stage is frozen', async () => {
    desk.show(STAGE, undefined);
    const one = await inside();
    await one.until(() => one.position.seq === last());
    const frozen = { run: 1, seq: last() };
    desk.show({ ...STAGE, frozen }, undefined);
    await lab.letter('bob@harbor.example');
    const late = await inside();
    await late.until(() => late.position.seq === frozen.seq);
    expect(one.position.seq).toBe(frozen.seq);
    desk.show(STAGE, undefined);
    await Promise.all([one, late].map((each) => each.until(() => each.position.seq === last())));
    expect([one.hash, late.hash]).toEqual([await hash(), await hash()]);
  });

  it('begins anew with another run and with another lab', async () => {
    desk.show(STAGE, undefined);
    const one = await inside();
    await lab.letter('bob@harbor.example');
    await lab.send('lab.reset', {});
    await one.until(() => one.position.run === 2 && one.position.seq === last());
    expect(one.hash).toBe(await hash());
    const other = await TestLab.open({ compareProvenance: false });
    desk.follow(other.lab);
    await one.until(() => one.position.lab === 2 && one.position.seq === other.lab.run.context.log.seq);
    expect(one.events[0]?.type).toBe('lab.opened');
    await other.close();
  });

  it('has the text of letters, and no password of anybody', async () => {
    desk.show(STAGE, undefined);
    const one = await inside();
    await lab.letter('bob@harbor.example', 'Meet me at the harbor.');
    await lab.send('inbox.list', { address: 'bob@harbor.example' });
    const { shell } = await lab.send('shell.open', { host: 'laptop.campus.example' });
    await lab.send('shell.submit', {
      shell,
      line: 'send --server submit.campus.example:587 --auth-user alice@campus.example --auth-password hidden-there',
    });
    await lab.lab.settled();
    await one.until(() => one.position.seq === last());
    const letters = [...one.octets.values()].map((octets) => Buffer.from(octets, 'base64').toString('latin1'));
    expect(letters.some((letter) => letter.includes('Meet me at the harbor.'))).toBe(true);
    const all = JSON.stringify(one.events) + letters.join('');
    for (const { password } of lab.lab.options.topology.users) {
      expect(all).not.toContain(password);
      expect(all).not.toContain(Buffer.from(password).toString('base64'));
    }
    expect(all).not.toContain('hidden-there');
  });

  it('is a page of their own, and not the presenter’s', async () => {
    const get = async (path: string, headers = {}) => {
      const request = http.get(`${origin}${path}`, { headers, agent: false });
      const [response] = (await once(request, 'response')) as [http.IncomingMessage];
      return { status: response.statusCode, body: await text(response) };
    };
    expect(await get('/')).toEqual({ status: 200, body: '<!doctype html>' });
    expect(await get('/session')).toMatchObject({ status: 404 });
    expect(await get('/', { 'accept-encoding': 'br, gzip;q=0' })).toMatchObject({ body: '<!doctype html>' });
    const [packed] = (await once(
      http.get(origin, { headers: { 'accept-encoding': 'br, gzip;q=0.8' }, agent: false }),
      'response',
    )) as [http.IncomingMessage];
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(await buffer(packed)).toString()).toBe('<!doctype html>');
    expect(await get('/', { host: 'evil.test' })).toMatchObject({ status: 403 });
  });
});

describe('a recording in the lab’s place', () => {
  it('is given to who has a pass, and only while it is on the stage', async () => {
    const one = await inside();
    const joined = one.frames.find((frame) => frame.kind === 'joined');
    const get = async (path: string, pass: string | undefined) => {
      const headers = pass === undefined ? {} : { authorization: `Bearer ${pass}` };
      const [response] = (await once(http.get(`${origin}${path}`, { headers, agent: false }), 'response')) as [
        http.IncomingMessage,
      ];
      return { status: response.statusCode, body: await text(response) };
    };
    const recording = desk.keepRecording(Buffer.from('PK recorded'));
    const path = `/recording/${recording}`;
    desk.show(STAGE, undefined);
    expect(await get(path, joined?.pass)).toMatchObject({ status: 403 });
    desk.show({ ...STAGE, recording }, undefined);
    expect(await get(path, joined?.pass)).toEqual({ status: 200, body: 'PK recorded' });
    for (const pass of [undefined, '', code, `${joined?.pass}0`]) {
      expect(await get(path, pass)).toMatchObject({ status: 403 });
    }
    expect(await get('/recording/2', joined?.pass)).toMatchObject({ status: 403 });
  });
});

describe('what followers say', () => {
  it.each([
    ['a command', { kind: 'command', lab: 'main', id: 1, command: 'lab.reset', args: {} }, 'command lab.reset'],
    ['an acknowledgement', { kind: 'ack', lab: 'main', batch: 1 }, 'ack'],
    ['a question to the shell', { kind: 'shell', ask: 'restart' }, 'shell'],
    ['something with more in it', { kind: 'since', lab: 1, run: 1, seq: 0, command: 'lab.reset' }, 'since lab.reset'],
    ['no JSON', 'RSET', 'no JSON'],
  ])('refuses %s, ends the connection and notes it', async (_what, frame, tried) => {
    desk.show(STAGE, undefined);
    const one = await inside();
    const before = last();
    one.say(frame);
    expect(await one.closed).toBe(1008);
    expect(one.frames.at(-1)).toEqual({ kind: 'away', why: 'not allowed' });
    expect(await refused()).toEqual([tried]);
    expect(last()).toBe(before);
  });

  it('lets in with the code, however it is typed, and again with the pass', async () => {
    const first = await inside();
    const second = outside();
    await once(second.socket, 'open');
    second.say({ kind: 'join', pass: first.pass });
    await second.until(() => second.pass !== undefined);
    expect(second.pass).toBe(first.pass);
    const third = outside();
    await once(third.socket, 'open');
    third.say({ kind: 'join', code: ` ${code.slice(0, 3)} ${code.slice(3).toLowerCase()} ` });
    await third.until(() => third.pass !== undefined);
    expect((await desk.status(undefined)).hall).toMatchObject({ following: 3, joined: 2 });
  });

  it('lets nobody in without it, and asks who guesses to wait', async () => {
    const guess = async () => {
      const one = outside();
      await once(one.socket, 'open');
      one.say({ kind: 'join', code: 'AAAAAA' });
      await one.closed;
      return one.frames.at(-1);
    };
    expect(await guess()).toEqual({ kind: 'away', why: 'wrong code' });
    for (let count = 1; count < FOLLOWER_LIMITS.wrongCodes; count += 1) await guess();
    expect(await guess()).toEqual({ kind: 'away', why: 'too many tries' });
    const early = outside();
    await once(early.socket, 'open');
    early.say({ kind: 'since', lab: 0, run: 0, seq: 0 });
    expect(await early.closed).toBe(1008);
  });

  it('counts one answer a follower, the last, while the question is open', async () => {
    desk.show({ ...STAGE, vote: VOTE }, undefined);
    const [one, other] = [await inside(), await inside()];
    const answer = async (listener: Listener, option: string, vote = VOTE.id) => {
      const answered = () => listener.frames.filter((frame) => frame.kind === 'answered');
      const heard = answered().length;
      listener.say({ kind: 'answer', vote, option });
      await listener.until(() => answered().length > heard);
      return answered().at(-1);
    };
    await answer(one, 'bob');
    expect(await answer(one, 'mx')).toEqual({ kind: 'answered', vote: VOTE.id, option: 'mx' });
    await answer(other, 'bob');
    expect((await desk.status(undefined)).answers).toEqual({ vote: VOTE.id, counts: { mx: 1, bob: 1 } });
    desk.show({ ...STAGE, vote: { ...VOTE, phase: 'closed' } }, undefined);
    // What comes too late, or is no answer, changes nothing: the one that counts is said again.
    expect(await answer(other, 'mx')).toEqual({ kind: 'answered', vote: VOTE.id, option: 'bob' });
    expect((await desk.status(undefined)).answers?.counts).toEqual({ mx: 1, bob: 1 });
    desk.show({ ...STAGE, vote: { ...VOTE, id: 'who-next.2', phase: 'again' } }, undefined);
    expect((await desk.status(undefined)).answers).toEqual({ vote: 'who-next.2', counts: {} });
  });

  it.each([
    ['another site', { origin: 'http://evil.test' }],
    ['no page at all', {}],
  ])('refuses a socket of %s', async (_who, headers) => {
    const one = outside(headers);
    await one.closed;
    expect(one.pass).toBeUndefined();
    expect(await refused()).toEqual(['a connection (403)']);
  });

  it('ends a connection that says too much', async () => {
    const one = await inside();
    for (let count = 0; count <= FOLLOWER_LIMITS.frameBurst; count += 1) {
      one.say({ kind: 'since', lab: 0, run: 0, seq: 0 });
    }
    expect(await one.closed).toBe(1008);
    expect(one.frames.at(-1)).toEqual({ kind: 'away', why: 'too fast' });
    const loud = await inside();
    loud.say('x'.repeat(FOLLOWER_LIMITS.frameOctets + 1));
    expect(await loud.closed).toBe(1009);
  });
});

describe('the doors', () => {
  it('are at no address that isn’t the machine’s', async () => {
    await expect(desk.openHall('192.0.2.1', 0)).rejects.toThrow('no address 192.0.2.1');
  });

  it('send everybody away when they close', async () => {
    const one = await inside();
    await desk.closeHall();
    expect(await one.closed).toBe(1001);
    expect(one.frames.at(-1)).toEqual({ kind: 'away', why: 'over' });
    expect((await desk.status(undefined)).hall).toBeNull();
  });
});
