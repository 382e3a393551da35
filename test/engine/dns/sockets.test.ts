// The server and the asking end together on real sockets; exchange.ts has no other test of its own.

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exchangeOver } from '../../../engine/dns/exchange.ts';
import { TYPES } from '../../../engine/dns/records.ts';
import { NameServer } from '../../../engine/dns/server.ts';
import type { NameServerSockets } from '../../../engine/dns/sockets.ts';
import { listen } from '../../../engine/dns/sockets.ts';
import { StubResolver } from '../../../engine/dns/stub.ts';
import { frame } from '../../../engine/dns/tcp-framing.ts';
import { PausableActivityClock } from '../../../engine/world/activity-clock.ts';
import { RatedLabClock } from '../../../engine/world/lab-clock.ts';
import { Randomness } from '../../../engine/world/random.ts';
import { exampleZoneData } from './example-zones.ts';
import { query } from './query-octets.ts';
import { askTcp, askUdp, viewOf } from './raw-client.ts';

const server = new NameServer({ zones: exampleZoneData() });
const activity = new PausableActivityClock(undefined);
let sockets: NameServerSockets;

beforeEach(async () => {
  sockets = await listen(server, { port: 0, activity });
});
afterEach(() => sockets.close());

const mx = query('harbor.example', TYPES.MX, { rd: true });
const big = query('big.harbor.example', TYPES.TXT);

describe('the server on its sockets', () => {
  test('UDP and TCP share a port', async () => {
    expect(viewOf(await askUdp(sockets.port, mx)).answer).toHaveLength(2);
    expect(viewOf(await askTcp(sockets.port, mx)).answer).toHaveLength(2);
    expect(sockets.problem).toBeUndefined();
  });

  test('a wished port that is taken, by TCP or UDP, gives another one and the reason', async () => {
    const second = await listen(server, { port: sockets.port, activity });
    expect(second).toMatchObject({ problem: 'EADDRINUSE' });
    expect(second.port).not.toBe(sockets.port);
    expect(viewOf(await askUdp(second.port, mx)).rcode).toBe('NOERROR');
    await second.close();

    const udp = createSocket('udp4').bind(0, '127.0.0.1');
    await once(udp, 'listening');
    const third = await listen(server, { port: udp.address().port, activity });
    expect(third.problem).toBe('EADDRINUSE');
    await third.close();
    udp.close();
  });

  test('a wished port that is free is had, and free again after close', async () => {
    const { port } = sockets;
    await sockets.close();
    sockets = await listen(server, { port, activity });
    expect(sockets.port).toBe(port);
    expect(sockets.problem).toBeUndefined();
  });

  test('garbage harms nobody else', async () => {
    const udp = createSocket('udp4');
    for (const octets of ['', 'x', '\0'.repeat(12), '\xff'.repeat(2000)])
      udp.send(Buffer.from(octets, 'latin1'), sockets.port, '127.0.0.1');
    const browser = connect(sockets.port, '127.0.0.1');
    browser.write('GET / HTTP/1.0\r\n\r\n'.repeat(2000));
    const short = connect(sockets.port, '127.0.0.1').resume();
    short.write(Buffer.from([0, 3, 1, 2, 3]));
    await once(short, 'close');
    const rude = connect(sockets.port, '127.0.0.1');
    await once(rude, 'connect');
    rude.write(frame(big));
    rude.resetAndDestroy();
    expect(viewOf(await askUdp(sockets.port, mx)).rcode).toBe('NOERROR');
    expect(viewOf(await askTcp(sockets.port, mx)).rcode).toBe('NOERROR');
    browser.destroy();
    udp.close();
  });

  test('a client that asks much and reads late gets every answer', async () => {
    const client = connect(sockets.port, '127.0.0.1');
    const questions = 2000;
    client.pause();
    for (let id = 0; id < questions; id += 1) client.write(frame(query('big.harbor.example', TYPES.TXT, { id })));
    let octets = 0;
    let last = Buffer.alloc(0);
    const reply_octets = (await askTcp(sockets.port, big)).length + 2;
    for await (const chunk of client) {
      octets += (chunk as Buffer).length;
      last = Buffer.concat([last, chunk as Buffer]).subarray(-reply_octets);
      if (octets === questions * reply_octets) break;
    }
    expect(viewOf(last.subarray(2)).id).toBe(questions - 1);
  });

  test('a connection that says nothing is closed after a while', async () => {
    const client = connect(sockets.port, '127.0.0.1');
    await once(client, 'connect');
    await askTcp(sockets.port, mx); // by then the server has taken the first one
    client.resume();
    activity.advance(30_000);
    await once(client, 'close');
  });
});

describe('a resolver over sockets', () => {
  function resolverOver(port: number) {
    const over = exchangeOver(port);
    let seq = 0;
    const resolver = new StubResolver({
      host: 'laptop.campus.example',
      server: '198.51.100.53',
      exchange: over.exchange,
      lab: new RatedLabClock(0, 0, () => 0),
      activity,
      random: new Randomness(1, 1).stream('laptop.campus.example', 'dns'),
      emit: () => (seq += 1),
    });
    const dispose = (): void => {
      resolver.dispose();
      over.dispose();
    };
    return { resolver, dispose, asked: () => seq };
  }

  test('UDP, TCP, and many at once', async () => {
    const { resolver, dispose } = resolverOver(sockets.port);
    const names = ['harbor.example', 'mx1.harbor.example', 'www.harbor.example', 'foo.wild.harbor.example'];
    const lookups = await Promise.all(names.map(async (name) => resolver.lookup(name, 'A', 'test')));
    expect(lookups.map(({ answers }) => answers.length)).toEqual([0, 1, 2, 1]);
    expect((await resolver.lookup('big.harbor.example', 'TXT', 'test')).answers[0]?.data).toHaveLength(
      2048 + 9 * 2 + 8,
    );
    dispose();
  });

  test('nobody at the port: the tries pass, nothing throws', async () => {
    const { port } = sockets;
    await sockets.close();
    const { resolver, dispose, asked } = resolverOver(port);
    const lookup = resolver.lookup('harbor.example', 'MX', 'test');
    while (asked() < 3) {
      await new Promise((resolve) => setImmediate(resolve));
      activity.advance(5000);
    }
    await new Promise((resolve) => setImmediate(resolve));
    activity.advance(5000);
    expect((await lookup).rcode).toBe('TIMEOUT');
    dispose();
    sockets = await listen(server, { port: 0, activity });
  });

  test('dispose in the middle of a TCP question', async () => {
    const taken: Socket[] = [];
    const silent = createServer((socket) => void taken.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const over = exchangeOver((silent.address() as AddressInfo).port);
    const { reply } = over.exchange(mx, 'tcp', 1);
    await once(silent, 'connection');
    over.dispose();
    await expect(reply).rejects.toThrow('closed before the reply');
    for (const socket of taken) socket.destroy();
    silent.close();
  });
});
