// TLS on a connection of the lab: ciphertext below is recorded by the tapped socket that was there,
// plaintext above by a new one, and the keys are kept for the export.
// Counterpart: certificates.ts. Rule: the handshake has its own time limit on the activity clock.

import tls from 'node:tls';
import type { Duplex } from 'node:stream';

import type { FramedProtocol } from '../../mail/framing.ts';
import { INTERNET_LIMITS } from '../limits.ts';
import type { ActivityClock } from '../world.ts';
import { TappedSocket } from './tapped-socket.ts';

export interface Secured {
  /** Plaintext, recorded. */
  socket: TappedSocket;
  version: string;
  cipher: string;
  bits: number;
}

/**
 * The server's side of a handshake on `lower`, which from now on carries ciphertext only.
 * Rejects when the handshake fails or takes too long; both sockets are destroyed then.
 */
export function acceptTls(
  lower: TappedSocket,
  context: tls.SecureContext,
  protocol: FramedProtocol,
  activity: ActivityClock,
): Promise<Secured> {
  const { conn } = lower;
  if (conn.replayed) return Promise.resolve(pretendTls(lower, protocol));
  lower.becomeCiphertext();
  const secure = new tls.TLSSocket(lower, { isServer: true, secureContext: context });
  secure.on('keylog', (line: Buffer) => conn.recordKey(line.toString('latin1').trimEnd()));
  return new Promise((resolve, reject) => {
    const fail = (problem: string) => {
      timer.dispose();
      conn.speaker('server').emit('tls.failed', { problem });
      secure.destroy();
      lower.destroy();
      reject(new Error(problem));
    };
    const timer = activity.after(INTERNET_LIMITS.handshake_ms, () => fail('timeout'));
    const onError = (error: Error) => fail((error as NodeJS.ErrnoException).code ?? error.message);
    const onClose = () => fail('closed');
    secure.once('error', onError);
    secure.once('close', onClose);
    secure.once('secure', () => {
      timer.dispose();
      secure.off('error', onError);
      secure.off('close', onClose);
      const version = secure.getProtocol() ?? '';
      const cipher = secure.getCipher();
      const servername = (secure as { servername?: string | false }).servername;
      conn.speaker('server').emit('tls.started', {
        version,
        cipher: cipher.standardName,
        ...(typeof servername === 'string' && servername !== '' ? { servername } : {}),
      });
      const socket = new TappedSocket(secure, { conn, holds: lower.holds, protocol, far: lower.far, tls: true });
      resolve({ socket, version, cipher: cipher.name, bits: keyBits(cipher.standardName) });
    });
  });
}

/** A replayed session speaks as if TLS were there: its record is plaintext, and so are its replies. */
function pretendTls(lower: TappedSocket, protocol: FramedProtocol): Secured {
  const { conn, holds, far } = lower;
  const cipher = 'TLS_AES_256_GCM_SHA384';
  lower.becomeTransparent();
  conn.speaker('server').emit('tls.started', { version: 'TLSv1.3', cipher });
  const socket = new TappedSocket(lower, { conn, holds, protocol, far, tls: true });
  return { socket, version: 'TLSv1.3', cipher, bits: 256 };
}

/** The client's end: TLS itself, and the plaintext above it. */
export interface SecuredClient {
  secure: tls.TLSSocket;
  socket: Duplex;
}

/**
 * The client's side, on a dialled socket. The lab's own authority vouches for the other end. Rejects when the handshake
 * fails, ends or takes too long; the socket is destroyed then.
 */
export function startTls(
  lower: Duplex,
  options: { servername: string; authority: string; verify: boolean; activity: ActivityClock },
): Promise<SecuredClient> {
  // Where a program of this machine is the server, nobody but the client's socket keeps the record.
  const tapped = lower instanceof TappedSocket ? lower : undefined;
  tapped?.becomeCiphertext();
  return new Promise((resolve, reject) => {
    const secure = tls.connect({
      socket: lower,
      servername: options.servername,
      secureContext: trusting(options.authority),
      rejectUnauthorized: options.verify,
    });
    if (tapped) secure.on('keylog', (line: Buffer) => tapped.conn.recordKey(line.toString('latin1').trimEnd()));
    const fail = (error: Error) => {
      timer.dispose();
      secure.destroy();
      lower.destroy();
      reject(error);
    };
    const timer = options.activity.after(INTERNET_LIMITS.handshake_ms, () => fail(new Error('handshake timed out')));
    const onClose = () => fail(new Error('the server closed the connection'));
    secure.on('error', fail);
    secure.once('close', onClose);
    secure.once('secureConnect', () => {
      timer.dispose();
      secure.off('error', fail);
      secure.off('close', onClose);
      resolve({ secure, socket: tapped ? outwardPlaintext(secure, tapped) : secure });
    });
  });
}

let trusted: { authority: string; context: tls.SecureContext } | undefined;

/** The context of all clients that trust this authority, of which a process has one: to read its certificate for each call costs as much as a letter's file. */
function trusting(authority: string): tls.SecureContext {
  if (trusted?.authority !== authority) trusted = { authority, context: tls.createSecureContext({ ca: authority }) };
  return trusted.context;
}

/** The record of what is said inside TLS with a server outside the lab. */
function outwardPlaintext(secure: tls.TLSSocket, { conn, holds, far }: TappedSocket): TappedSocket {
  conn.speaker('client').emit('tls.started', {
    version: secure.getProtocol() ?? '',
    cipher: secure.getCipher().standardName,
  });
  return new TappedSocket(secure, { conn, holds, protocol: 'smtp', far, tls: true });
}

/** Postfix names the strength of the cipher in its Received line. */
function keyBits(standardName: string): number {
  return /_(256|CHACHA20)/.test(standardName) ? 256 : 128;
}
