// The HTTP server of the web shell: the built files, and the door to the socket. Counterpart: guard.ts decides who
// may ask. Rule: 127.0.0.1 only; GET and HEAD only; a path is a key of the map of files or it is nothing.
// The built files hold nothing of the lab, so they need no token; the session and the socket do.

import fs from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';

import { type Refusal, refuseStranger } from './guard.ts';
import { WEB_LIMITS } from './limits.ts';
import { securityHeaders } from './security-headers.ts';
import { SENTENCES } from './sentences.ts';
import type { SessionFile } from './session-file.ts';
import type { Screens } from './socket.ts';
import type { StaticFiles } from './static-files.ts';
import { bearerToken, isSameToken, offeredToken } from './token.ts';

const LOOPBACK = '127.0.0.1';
const SOCKET_PATH = '/socket';
const SESSION_PATH = '/session';

export interface WebServerOptions {
  files: StaticFiles;
  screens: Screens;
  token: string;
  /** A session for the screens to show. */
  session?: SessionFile;
  /** 0: any free one. */
  port: number;
}

export interface WebServer {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  close(): Promise<void>;
}

/** Listens, and answers when it does. Rejects with the system's error when the port can't be had. */
export async function startServer(options: WebServerOptions): Promise<WebServer> {
  const { screens, token, port } = options;
  const server = createServer({
    maxHeaderSize: WEB_LIMITS.headerOctets,
    requestTimeout: WEB_LIMITS.request_ms,
    headersTimeout: WEB_LIMITS.request_ms,
  });
  await listen(server, port);
  const origin = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  const headers = securityHeaders(origin);
  server.on('request', (request, response) => answer(request, response, { ...options, headers, origin }));
  server.on('upgrade', (request, connection, head) => {
    connection.on('error', () => undefined);
    const refusal = refuseSocket(request, { origin, token, isFull: screens.isFull });
    if (refusal) refuseUpgrade(connection, refusal);
    else screens.admit(request, connection, head);
  });
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        screens.close();
        // Also those that never asked: browsers open a spare one, and it counts as busy.
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

interface Site extends Pick<WebServerOptions, 'files' | 'session' | 'token'> {
  headers: Record<string, string>;
  origin: string;
}

function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const { headers, origin } = site;
  const stranger = refuseStranger(request, origin);
  if (stranger) return refuse(response, stranger, headers);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, { status: 405, sentence: SENTENCES.wrongMethod }, { ...headers, Allow: 'GET, HEAD' });
  }
  if (request.url === SESSION_PATH && !isSameToken(bearerToken(request), site.token)) {
    return refuse(response, { status: 401, sentence: SENTENCES.wrongToken }, headers);
  }
  if (request.url === SESSION_PATH && site.session) return serveSession(request, response, site.session, headers);
  const file = site.files.get(request.url ?? '');
  if (!file) return refuse(response, { status: 404, sentence: SENTENCES.notFound }, headers);
  response.writeHead(200, { ...headers, 'Content-Type': file.type, 'Content-Length': file.content.length });
  response.end(request.method === 'HEAD' ? undefined : file.content);
}

/** As it comes from the disk: it may be larger than this process should be. */
function serveSession(
  { method }: IncomingMessage,
  response: ServerResponse,
  { path, octets }: SessionFile,
  headers: Record<string, string>,
): void {
  response.writeHead(200, { ...headers, 'Content-Type': 'application/octet-stream', 'Content-Length': octets });
  if (method === 'HEAD') response.end();
  // What can't be read ends the answer early, and the screen says that the file is cut.
  else pipeline(fs.createReadStream(path, { end: octets - 1 }), response, () => response.destroy());
}

function refuse(response: ServerResponse, { status, sentence }: Refusal, headers: Record<string, string>): void {
  // An unread body would keep the connection busy; a refused sender gets no second request on it.
  const type = 'text/plain; charset=utf-8';
  response.writeHead(status, { ...headers, 'Content-Type': type, Connection: 'close' });
  response.end(`${sentence}\n`);
}

interface Gate {
  origin: string;
  token: string;
  isFull: boolean;
}

/** A socket is asked more than a file: its page must be named, and know the token. */
function refuseSocket(request: IncomingMessage, { origin, token, isFull }: Gate): Refusal | undefined {
  const { headers, url } = request;
  const stranger = refuseStranger(request, origin);
  if (stranger) return stranger;
  if (headers.origin === undefined) return { status: 403, sentence: SENTENCES.wrongOrigin };
  if (url !== SOCKET_PATH) return { status: 404, sentence: SENTENCES.notFound };
  if (!isSameToken(offeredToken(headers['sec-websocket-protocol']), token)) {
    return { status: 401, sentence: SENTENCES.wrongToken };
  }
  return isFull ? { status: 503, sentence: SENTENCES.tooMany } : undefined;
}

function refuseUpgrade(connection: Duplex, { status, sentence }: Refusal): void {
  const body = `${sentence}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  connection.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
