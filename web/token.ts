// The secret that lets a page speak to the engine. Counterpart: renderer/source/live.ts, which reads it from the
// address. Rule: it travels in the fragment of the address, which no browser sends anywhere, and as a WebSocket
// subprotocol, the one header that a page may set; never in a query, which ends up in logs and histories.

import type { IncomingMessage } from 'node:http';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a page offers and the server picks. The token is offered beside it and never echoed. */
export const SUBPROTOCOL = 'posthorn';
const TOKEN_PREFIX = 'posthorn.token.';

/** 256 bits, in characters that a subprotocol may have (RFC 6455 section 4.1: an HTTP token). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The token among the offered subprotocols, or undefined. */
export function offeredToken(header: string | undefined): string | undefined {
  const offered = (header ?? '').split(',').map((one) => one.trim());
  return offered.find((one) => one.startsWith(TOKEN_PREFIX))?.slice(TOKEN_PREFIX.length);
}

/** The token of a request for a file that isn't for everybody (RFC 6750 section 2.1), or undefined. */
export function bearerToken({ headers }: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
}

/** Compares in a time that doesn't depend on where they differ. */
export function isSameToken(given: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}
