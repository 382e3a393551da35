// The HTTP server of the web shell: the built files, and the door to the socket. Counterpart: site/ answers for files;
// token.ts decides who may ask for more. Rule: 127.0.0.1 only.
// The built files hold nothing of the lab, so they need no token; the session and the socket do.

import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

import { type Refusal, refuseStranger } from '../site/guard.ts';
import { bindServer, refuse, refusePage, refuseUpgrade, serveFile } from '../site/http-site.ts';
import { securityHeaders } from '../site/security-headers.ts';
import { SENTENCES as SITE_SENTENCES } from '../site/sentences.ts';
import type { StaticFiles } from '../site/static-files.ts';
import { SENTENCES } from './sentences.ts';
import type { SessionFile } from './session-file.ts';
import type { Screens } from './socket.ts';
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
  const { server, origin } = await bindServer(LOOPBACK, port);
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

interface Site extends Pick<WebServerOptions, 'files' | 'session' | 'token'> {
  headers: Record<string, string>;
  origin: string;
}

function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const { files, headers, origin } = site;
  const refusal = refusePage(request, origin);
  if (refusal) return refuse(response, refusal, headers);
  if (request.url === SESSION_PATH && !isSameToken(bearerToken(request), site.token)) {
    return refuse(response, { status: 401, sentence: SENTENCES.wrongToken }, headers);
  }
  if (request.url === SESSION_PATH && site.session) return serveSession(request, response, site.session, headers);
  serveFile(request, response, files, headers);
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
  if (headers.origin === undefined) return { status: 403, sentence: SITE_SENTENCES.wrongOrigin };
  if (url !== SOCKET_PATH) return { status: 404, sentence: SITE_SENTENCES.notFound };
  if (!isSameToken(offeredToken(headers['sec-websocket-protocol']), token)) {
    return { status: 401, sentence: SENTENCES.wrongToken };
  }
  return isFull ? { status: 503, sentence: SENTENCES.tooMany } : undefined;
}
