// Who may ask: the checks that stand before every route and before the socket. Counterpart: http-site.ts.
// Rule: the Host must be our own address (or a name that an attacker points at 127.0.0.1 would do: DNS rebinding),
// and a request that names the page it came from must name ours.

import type { IncomingMessage } from 'node:http';

import { SENTENCES } from './sentences.ts';

export interface Refusal {
  status: 401 | 403 | 404 | 405 | 503;
  sentence: string;
}

/** Host and Origin of any request; undefined when it may go on. */
export function refuseStranger({ headers, headersDistinct }: IncomingMessage, origin: string): Refusal | undefined {
  // All that were sent, not the first: two that differ are a trick (RFC 9112 section 3.2).
  const hosts = headersDistinct['host'] ?? [];
  if (hosts.length !== 1 || hosts[0] !== new URL(origin).host) {
    return { status: 403, sentence: SENTENCES.wrongHost(origin) };
  }
  if (headers.origin !== undefined && headers.origin !== origin) {
    return { status: 403, sentence: SENTENCES.wrongOrigin };
  }
  return undefined;
}
