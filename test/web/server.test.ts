// The web shell's door: who is let in, to what, and under which policy. Real HTTP on a real port; the engine is a
// stand-in. What must be refused is a table.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';

import { findSessionFile } from '../../web/session-file.ts';
import { startServer, type WebServer } from '../../web/server.ts';
import { Screens } from '../../web/socket.ts';
import { readStaticFiles } from '../../site/static-files.ts';
import { newToken, SUBPROTOCOL } from '../../web/token.ts';
import { FakeEngine } from './fake-engine.ts';

const token = newToken();
const engine = new FakeEngine();
let dir: string;
let server: WebServer;
let port: number;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'posthorn-web-'));
  const built = join(dir, 'renderer');
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(built, 'index.html'), '<!doctype html><title>Posthorn</title>');
  writeFileSync(join(built, 'assets', 'index-1.js'), 'export {};');
  writeFileSync(join(built, 'notes.secret'), 'of a kind that is not served');
  writeFileSync(join(dir, 'outside.js'), 'above the folder');
  writeFileSync(join(dir, 'one.posthorn'), 'a session');
  const session = findSessionFile(join(dir, 'one.posthorn'));
  server = await startServer({ files: readStaticFiles(built), screens: new Screens(engine), token, session, port: 0 });
  port = Number(new URL(server.origin).port);
});

afterAll(async () => {
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Asked {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
}

/** Asks with the path as it stands: no library straightens it. */
async function ask({ path = '/', method = 'GET', headers = {} }: Asked) {
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.request({ host: '127.0.0.1', port, path, method, headers, agent: false }, resolve).on('error', reject).end();
  });
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

/** Bytes that node's own client would refuse to send; the first line of the answer. */
async function askRaw(request: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  socket.end(request);
  return (await text(socket)).split('\r\n')[0] ?? '';
}

/** What became of a socket: `open`, or the status it was refused with. */
function knock(protocols: string[], headers: Record<string, string>, path = '/socket'): Promise<number | 'open'> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

describe('pages', () => {
  it('serves the built page at / and its files by their names', async () => {
    const page = await ask({});
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('<title>Posthorn</title>') });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(await ask({ path: '/assets/index-1.js' })).toMatchObject({ status: 200, body: 'export {};' });
  });

  it('gives the session to whoever knows the token, and to nobody else', async () => {
    const path = '/session';
    expect(await ask({ path })).toMatchObject({ status: 401, body: expect.stringContaining('token') });
    expect(await ask({ path, headers: { authorization: 'Bearer wrong' } })).toMatchObject({ status: 401 });
    expect(await ask({ path: `${path}?token=${token}` })).toMatchObject({ status: 404 });
    const authorization = `Bearer ${token}`;
    expect(await ask({ path, headers: { authorization } })).toMatchObject({ status: 200, body: 'a session' });
    const foreign = { authorization, origin: 'http://evil.test' };
    expect(await ask({ path, headers: foreign })).toMatchObject({ status: 403 });
    expect(await ask({ path, headers: { authorization, host: 'evil.test' } })).toMatchObject({ status: 403 });
  });

  it('answers HEAD without a body', async () => {
    expect(await ask({ method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it('sends a strict policy with every answer, refusals included', async () => {
    for (const answer of [
      await ask({}),
      await ask({ path: '/nothing' }),
      await ask({ headers: { host: 'evil.test' } }),
    ]) {
      expect(String(answer.headers['content-security-policy']).split('; ')).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        `connect-src 'self' ws://127.0.0.1:${port}`,
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]);
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });

  it.each(['/', '/assets/index-1.js', '/nothing', '/socket'])('refuses strangers at %s', async (path) => {
    for (const host of [
      'evil.test',
      `evil.test:${port}`,
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.evil.test`,
    ]) {
      expect(await ask({ path, headers: { host } }), host).toMatchObject({ status: 403 });
    }
    for (const origin of ['http://evil.test', 'null', `https://127.0.0.1:${port}`, 'http://127.0.0.1:1']) {
      expect(await ask({ path, headers: { origin } }), origin).toMatchObject({ status: 403 });
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('refuses %s', async (method) => {
    expect(await ask({ method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it.each([
    '/../outside.js',
    '/assets/../../outside.js',
    '/assets/../index.html',
    '/%2e%2e/outside.js',
    '/assets/%2e%2e%2f%2e%2e%2foutside.js',
    '/..%5coutside.js',
    '/..\\outside.js',
    '/@fs/etc/passwd',
    '/@fs/../outside.js',
    '/index.html%00.js',
    '//etc/passwd',
    '/assets/',
    '/assets',
    '/notes.secret',
    '/index.html?raw',
    '/?token=x',
    'http://evil.test/',
    '*',
    '/__proto__',
    '/constructor',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask({ path });
    expect(status).toBe(404);
    expect(body).not.toContain('above the folder');
  });

  it('refuses a path with a NUL, a request without a Host and one with two', async () => {
    expect(await askRaw(`GET /index.html\0 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)).toContain(' 400 ');
    expect(await askRaw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toContain(' 400 ');
    const twice = `Host: 127.0.0.1:${port}\r\nHost: evil.test\r\n`;
    expect(await askRaw(`GET / HTTP/1.1\r\n${twice}Connection: close\r\n\r\n`)).toMatch(/ 40[03] /);
  });
});

describe('the socket', () => {
  const origin = () => ({ origin: `http://127.0.0.1:${port}` });
  const right = [SUBPROTOCOL, `posthorn.token.${token}`];

  it('opens for our page with the token, and does not repeat the token', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, right, { headers: origin() });
    await new Promise((resolve) => socket.on('open', resolve));
    expect(socket.protocol).toBe(SUBPROTOCOL);
    socket.close();
  });

  it('refuses a missing, wrong, cut or misplaced token', async () => {
    const wrong = [
      [],
      [SUBPROTOCOL],
      [SUBPROTOCOL, 'posthorn.token.'],
      [SUBPROTOCOL, `posthorn.token.${newToken()}`],
      [SUBPROTOCOL, `posthorn.token.${token.slice(0, -1)}`],
      [SUBPROTOCOL, token],
    ];
    for (const protocols of wrong) expect(await knock(protocols, origin()), protocols.join()).toBe(401);
    expect(await knock([SUBPROTOCOL], { ...origin(), authorization: `Bearer ${token}` })).toBe(401);
  });

  it('refuses a foreign page, a page that hides its name, and a foreign Host, token or not', async () => {
    expect(await knock(right, { origin: 'http://evil.test' })).toBe(403);
    expect(await knock(right, { origin: 'null' })).toBe(403);
    expect(await knock(right, {})).toBe(403);
    expect(await knock(right, { ...origin(), host: `evil.test:${port}` })).toBe(403);
    expect(await knock(right, { ...origin(), host: `localhost:${port}` })).toBe(403);
  });

  it('opens at no other path', async () => {
    for (const path of ['/', '/socket/', '/socket?x', '/%73ocket', `/socket?token=${token}`]) {
      expect(await knock(right, origin(), path), path).toBe(404);
    }
  });
});
