// A small HTTP server of built files, and the door to its sockets. Counterpart: web/server.ts is the person's own page,
// engine/followers/hall.ts the one for a lecture's listeners. Rule: one address; GET and HEAD only; a path is a key of the
// map of files or it is nothing.

import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import { type Refusal, refuseStranger } from './guard.ts';
import { SITE_LIMITS } from './limits.ts';
import { SENTENCES } from './sentences.ts';
import type { StaticFiles } from './static-files.ts';

export interface BoundServer {
  server: Server;
  /** `http://ADDRESS:PORT`. */
  origin: string;
}

/** Listens on one address of this machine. Rejects with the system's error when the port can't be had. */
export async function bindServer(address: string, port: number): Promise<BoundServer> {
  const server = createServer({
    maxHeaderSize: SITE_LIMITS.headerOctets,
    requestTimeout: SITE_LIMITS.request_ms,
    headersTimeout: SITE_LIMITS.request_ms,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const host = address.includes(':') ? `[${address}]` : address;
  return { server, origin: `http://${host}:${(server.address() as AddressInfo).port}` };
}

/** Why this request for a page gets none, whatever it asks for; undefined when it may go on. */
export function refusePage(request: IncomingMessage, origin: string): Refusal | undefined {
  const stranger = refuseStranger(request, origin);
  if (stranger) return stranger;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  return isReading ? undefined : { status: 405, sentence: SENTENCES.wrongMethod };
}

/** Answers a request that `refusePage` let through with the file of that path. */
export function serveFile(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  files: StaticFiles,
  headers: Record<string, string>,
): void {
  const file = files.get(url ?? '');
  if (!file) return refuse(response, { status: 404, sentence: SENTENCES.notFound }, headers);
  response.writeHead(200, { ...headers, 'Content-Type': file.type, 'Content-Length': file.content.length });
  response.end(method === 'HEAD' ? undefined : file.content);
}

export function refuse(response: ServerResponse, { status, sentence }: Refusal, headers: Record<string, string>): void {
  // An unread body would keep the connection busy; a refused sender gets no second request on it.
  const type = 'text/plain; charset=utf-8';
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response.writeHead(status, { ...headers, ...allow, 'Content-Type': type, Connection: 'close' });
  response.end(`${sentence}\n`);
}

export function refuseUpgrade(connection: Duplex, { status, sentence }: Refusal): void {
  const body = `${sentence}\n`;
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  connection.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
