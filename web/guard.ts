// Who may ask: the checks that stand before every route and before the socket. Counterpart: server.ts.
// Rule: the Host must be our own address (or a name that an attacker points at 127.0.0.1 would do: DNS rebinding),
// and a request that names the page it came from must name ours.

import type { IncomingHttpHeaders } from 'node:http';

import { SENTENCES } from './sentences.ts';

export interface Refusal {
  status: 401 | 403 | 404 | 405 | 503;
  sentence: string;
}

/** Host and Origin of any request; undefined when it may go on. */
export function refuseStranger(headers: IncomingHttpHeaders, origin: string): Refusal | undefined {
  const authority = new URL(origin).host;
  if (headers.host !== authority) return { status: 403, sentence: SENTENCES.wrongHost(origin) };
  if (headers.origin !== undefined && headers.origin !== origin) {
    return { status: 403, sentence: SENTENCES.wrongOrigin };
  }
  return undefined;
}
