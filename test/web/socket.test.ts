// Frames between a screen and an engine, and what a screen hears when the engine ends. The engine is a stand-in;
// the socket is real.

import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';

import { WEB_LIMITS } from '../../web/limits.ts';
import { startServer, type WebServer } from '../../web/server.ts';
import { Screens } from '../../web/socket.ts';
import { newToken, SUBPROTOCOL } from '../../web/token.ts';
import { FakeEngine } from './fake-engine.ts';

const token = newToken();
let engine: FakeEngine;
let server: WebServer;

beforeEach(async () => {
  engine = new FakeEngine();
  server = await startServer({ files: new Map(), screens: new Screens(engine), token, port: 0 });
});

afterEach(() => server.close());

/** A screen that is let in, with its frames as they come. */
async function screen(): Promise<{ socket: WebSocket; next: () => Promise<unknown> }> {
  const url = `${server.origin.replace('http', 'ws')}/socket`;
  const socket = new WebSocket(url, [SUBPROTOCOL, `posthorn.token.${token}`], { headers: { origin: server.origin } });
  const frames: unknown[] = [];
  socket.on('message', (data) => {
    frames.push(JSON.parse((data as Buffer).toString('utf8')));
    socket.emit('frame');
  });
  await once(socket, 'open');
  return {
    socket,
    next: async () => {
      if (frames.length === 0) await once(socket, 'frame');
      return frames.shift();
    },
  };
}

describe('screens', () => {
  it('opens at the engine before the screen hears that it runs', async () => {
    const one = await screen();
    expect(await one.next()).toEqual({ kind: 'shell', engine: 'running', dir: '/lab' });
    expect(engine.told).toEqual([{ kind: 'open', screen: 1 }]);
  });

  it('carries frames both ways, each to its own screen', async () => {
    const [one, other] = [await screen(), await screen()];
    await Promise.all([one.next(), other.next()]);
    other.socket.send('{"kind":"ack","lab":"main","batch":1}');
    const heard = await engine.heard((message) => message.kind === 'frame');
    expect(heard).toEqual({ kind: 'frame', screen: 2, frame: '{"kind":"ack","lab":"main","batch":1}' });
    engine.onFrame(1, '{"for":"one"}');
    engine.onFrame(2, '{"for":"other"}');
    expect(await one.next()).toEqual({ for: 'one' });
    expect(await other.next()).toEqual({ for: 'other' });
  });

  it('tells of a crash, starts again on request and opens the screen anew', async () => {
    const one = await screen();
    await one.next();
    engine.become({ engine: 'stopped', detail: 'out of memory' });
    expect(await one.next()).toEqual({ kind: 'shell', engine: 'stopped', detail: 'out of memory' });
    one.socket.send('{"kind":"shell","ask":"restart"}');
    expect(await one.next()).toEqual({ kind: 'shell', engine: 'running', dir: '/lab' });
    expect(engine.restarts).toBe(1);
    expect(engine.told.filter((message) => message.kind === 'open')).toHaveLength(2);
  });

  it('tells the engine when a screen is gone', async () => {
    const one = await screen();
    one.socket.close();
    expect(await engine.heard((message) => message.kind === 'gone')).toEqual({ kind: 'gone', screen: 1 });
  });

  it('closes a screen that sends too much or anything but text', async () => {
    const loud = await screen();
    loud.socket.on('error', () => undefined);
    loud.socket.send('x'.repeat(WEB_LIMITS.frameOctets + 1));
    expect((await once(loud.socket, 'close'))[0]).toBe(1009);
    const odd = await screen();
    odd.socket.send(Buffer.from([0, 1, 2]));
    expect((await once(odd.socket, 'close'))[0]).toBe(1003);
  });

  it('takes so many screens and no more', async () => {
    const screens = await Promise.all(Array.from({ length: WEB_LIMITS.screens }, screen));
    await expect(screen()).rejects.toThrow('503');
    for (const { socket } of screens) socket.close();
  });
});
